/** How it stands. Every line is something that was asked or done; what is not known is said to be unknown. */
import { locales } from '@houvast/i18n/languages'
import { o, ownLanguage } from '../messages.ts'
import { ownData } from '../own-data.ts'
import { copyState } from './copy.ts'
import { askProtection, deviceRoom } from './device-room.ts'

export function SafeStatus() {
  const { isProtected, used, quota } = deviceRoom.value
  const now = ownData.value
  const isLocked = now.state === 'open' && now.opened !== undefined
  const { at } = copyState.value
  const day = new Intl.DateTimeFormat(locales[ownLanguage()], { dateStyle: 'long', timeStyle: 'short' })
  return (
    <section class="card reading" aria-labelledby="status">
      <h2 id="status">{o('status.title')}</h2>
      <ul>
        <li>
          {o(isProtected === undefined ? 'status.unknown' : isProtected ? 'status.protected' : 'status.not-protected')}
        </li>
        <li>{o(isLocked ? 'status.locked' : 'status.open')}</li>
        <li>{at === undefined ? o('status.no-copy') : o('status.copy', { when: day.format(at) })}</li>
        {used !== undefined && quota !== undefined && (
          <li>{o('status.room', { used: megabytes(used), quota: megabytes(quota) })}</li>
        )}
      </ul>
      {isProtected === false && (
        <p>
          <button type="button" class="button" onClick={() => void askProtection()}>
            {o('status.ask-protection')}
          </button>
        </p>
      )}
    </section>
  )
}

export const megabytes = (bytes: number) => new Intl.NumberFormat(locales[ownLanguage()]).format(Math.ceil(bytes / 1e6))
