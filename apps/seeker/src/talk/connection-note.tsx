/** Says when the connection is gone or words are late (R13); the numbers to call stand beside it. */
import { t } from '../messages.ts'
import type { SeekerTalk } from './seeker-talk.ts'

export function ConnectionNote({ talk }: { talk: SeekerTalk }) {
  const isLost = talk.connection.value === 'lost'
  return (
    <div role="status">
      {talk.isLate.value ? (
        <div class="notice notice--warm">
          <div>
            <p>{t('talk.late')}</p>
            <p>
              <a href="tel:1813">{t('talk.late.1813')}</a> · <a href="tel:112">{t('talk.late.112')}</a>
            </p>
          </div>
        </div>
      ) : (
        isLost && <p class="notice">{t('talk.lost')}</p>
      )}
    </div>
  )
}
