/** In front of what is locked. The numbers stay in the shell, and the lines and the crisis page are not behind this. */
import { type OpenedLock, openWithPin, openWithWords } from '@houvast/sealed/device-lock'
import { LifeBuoyIcon } from '@houvast/ui/icon.tsx'
import { useSignal } from '@preact/signals'
import { crisisAddress } from '../../crisis-address.ts'
import { Page } from '../../shell/page.tsx'
import { sealMedia } from '../box/media.ts'
import { o, ownLanguage } from '../messages.ts'
import { ownData, useDatabase } from '../own-data.ts'
import { rootOf } from './own-words.ts'
import { openWithOwnPasskey } from './passkey.ts'
import { sayWordsProblem } from './say-words-problem.ts'
import { stretch } from './stretch.ts'

export function UnlockPage() {
  const typed = useSignal('')
  const withWords = useSignal(false)
  const problem = useSignal('')
  const isBusy = useSignal(false)
  const now = ownData.value
  if (now.state !== 'locked') return null
  const { lock, database } = now

  async function letIn(open: () => Promise<OpenedLock | undefined>, refusal: string) {
    isBusy.value = true
    problem.value = ''
    try {
      const opened = await open()
      if (opened) {
        await useDatabase(database, opened)
        void sealMedia(opened.cipher)
      } else problem.value = refusal
    } catch {
      problem.value = o('unlock.failed')
    }
    isBusy.value = false
  }

  async function submit(event: Event) {
    event.preventDefault()
    if (isBusy.value) return
    if (!withWords.value) return letIn(() => openWithPin(lock, typed.value, stretch), o('unlock.wrong-pin'))
    const root = await rootOf(typed.value)
    if (!root.ok) problem.value = sayWordsProblem(root.why)
    else await letIn(() => openWithWords(lock, root.root), o('unlock.other-words'))
  }

  return (
    <Page title={o('unlock.title')} lead={o('unlock.lead')}>
      <form class="reading" onSubmit={(event) => void submit(event)}>
        <div class="field">
          <label class="field__label" for="slot">
            {o(withWords.value ? 'unlock.words' : 'unlock.pin')}
          </label>
          {withWords.value ? (
            <textarea
              key="words"
              id="slot"
              class="field__input"
              rows={3}
              autocomplete="off"
              value={typed.value}
              onInput={(event) => {
                typed.value = event.currentTarget.value
              }}
            />
          ) : (
            <input
              key="pin"
              id="slot"
              class="field__input"
              type="password"
              autocomplete="off"
              value={typed.value}
              onInput={(event) => {
                typed.value = event.currentTarget.value
              }}
            />
          )}
        </div>
        <p role="alert">{problem.value}</p>
        <p class="actions">
          <button type="submit" class="button button--primary" aria-disabled={isBusy.value}>
            {o(isBusy.value ? 'unlock.busy' : 'unlock.open')}
          </button>
          {lock.byPasskey && (
            <button
              type="button"
              class="button"
              onClick={() => void letIn(() => openWithOwnPasskey(lock), o('unlock.passkey-failed'))}
            >
              {o('unlock.passkey')}
            </button>
          )}
          <button
            type="button"
            class="button button--quiet"
            onClick={() => {
              withWords.value = !withWords.value
              typed.value = ''
              problem.value = ''
            }}
          >
            {o(withWords.value ? 'unlock.with-pin' : 'unlock.with-words')}
          </button>
        </p>
      </form>
      <p class="notice">{o('unlock.never-wiped')}</p>
      <p>
        <a class="button" href={crisisAddress[ownLanguage()]}>
          <LifeBuoyIcon />
          {o('unlock.crisis')}
        </a>
      </p>
    </Page>
  )
}
