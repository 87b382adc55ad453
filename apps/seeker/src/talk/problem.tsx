/** Why it did not go on, in words that say what to do; always with a way to speak to somebody. */
import { type MessageKey, t } from '../messages.ts'

const sentences: Readonly<Record<string, MessageKey>> = {
  'browser-cannot-seal': 'talk.problem.browser-cannot-seal',
  'device-keeps-nothing': 'talk.problem.device-keeps-nothing',
  'line-closed': 'talk.problem.line-closed',
  'duty-key-outdated': 'talk.problem.line-closed',
  'not-found': 'talk.problem.line-closed',
  'keys-not-trusted': 'talk.problem.keys-not-trusted',
  'work-not-done': 'talk.problem.again',
  'place-taken': 'talk.problem.again',
  'too-long': 'talk.problem.too-long',
  unreachable: 'talk.problem.unreachable',
}

export function Problem({ reason }: { reason: string | undefined }) {
  return (
    <div role="alert">
      {reason && (
        <div class="notice notice--warm">
          <div>
            <p>{t(sentences[reason] ?? 'talk.problem.again')}</p>
            <p>
              <a href="/hulplijnen">{t('talk.problem.other-lines')}</a>
            </p>
          </div>
        </div>
      )}
    </div>
  )
}
