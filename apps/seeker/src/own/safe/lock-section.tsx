import { useSignal } from '@preact/signals'
import { o } from '../messages.ts'
import { lockAgain, ownData } from '../own-data.ts'
import { changePin, lockWith, PIN_MIN, takeLockAway, useLock } from './lock-actions.ts'
import { knownRoot } from './own-words.ts'
import { addPasskey, mayHavePasskey } from './passkey.ts'

/** The lock: what it keeps out and what not is said before it is chosen. */
export function LockSection() {
  const pin = useSignal('')
  const again = useSignal('')
  const said = useSignal('')
  const isBusy = useSignal(false)
  const now = ownData.value
  const opened = now.state === 'open' ? now.opened : undefined
  const root = knownRoot()

  async function does(what: () => Promise<string>) {
    if (isBusy.value) return
    isBusy.value = true
    said.value = o('unlock.busy')
    said.value = await what().catch(() => o('lock.failed'))
    isBusy.value = false
  }

  function submit(event: Event) {
    event.preventDefault()
    if (pin.value.length < PIN_MIN) said.value = o('lock.too-short', { count: PIN_MIN })
    else if (pin.value !== again.value) said.value = o('lock.not-same')
    else
      void does(async () => {
        if (opened) await changePin(pin.value)
        else if (root) await lockWith(pin.value, root)
        pin.value = ''
        again.value = ''
        return o('lock.done')
      })
  }

  return (
    <section class="card reading" aria-labelledby="het-slot">
      <h2 id="het-slot">{o('lock.title')}</h2>
      <p>{o('lock.what')}</p>
      {!opened && !root ? (
        <p>{o('words.first')}</p>
      ) : (
        <form class="reading" onSubmit={submit}>
          <Secret id="pin" label={o(opened ? 'lock.new-pin' : 'lock.pin')} value={pin} />
          <Secret id="pin-nog-eens" label={o('lock.again')} value={again} />
          <p>
            <button type="submit" class="button" aria-disabled={isBusy.value}>
              {o(opened ? 'lock.change' : 'lock.close')}
            </button>
          </p>
        </form>
      )}
      {opened && (
        <p class="actions">
          <button type="button" class="button" onClick={lockAgain}>
            {o('lock.now')}
          </button>
          {mayHavePasskey() && (
            <button
              type="button"
              class="button"
              onClick={() =>
                void does(async () => {
                  const lock = await addPasskey(opened, o('home.title'))
                  if (lock) await useLock(lock)
                  return o(lock ? 'lock.passkey-added' : 'lock.no-passkey')
                })
              }
            >
              {o('lock.passkey')}
            </button>
          )}
          <button
            type="button"
            class="button button--quiet"
            onClick={() =>
              void does(async () => {
                await takeLockAway()
                return o('lock.gone')
              })
            }
          >
            {o('lock.remove')}
          </button>
        </p>
      )}
      <p role="status">{said.value}</p>
    </section>
  )
}

function Secret({ id, label, value }: { id: string; label: string; value: { value: string } }) {
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <input
        class="field__input"
        id={id}
        type="password"
        autocomplete="new-password"
        value={value.value}
        onInput={(event) => {
          value.value = event.currentTarget.value
        }}
      />
    </div>
  )
}
