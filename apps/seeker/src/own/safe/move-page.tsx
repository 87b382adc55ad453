/** The new phone's side of a move. The secret in the address is taken out of it at once. */
import { type Bytes, fromBase64Url } from '@houvast/sealed/bytes'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Page } from '../../shell/page.tsx'
import { o } from '../messages.ts'
import { takeSecretFromAddress } from '../secret-in-address.ts'
import { finishMove } from './move.ts'
import { restore } from './restore.ts'

export function MovePage() {
  const secret = useSignal<Bytes | undefined>(undefined)
  const code = useSignal('')
  const said = useSignal('')
  const isDone = useSignal(false)
  useEffect(() => {
    secret.value = fromBase64Url(takeSecretFromAddress())
  }, [])

  async function submit(event: Event) {
    event.preventDefault()
    if (!secret.value?.length) return
    said.value = o('unlock.busy')
    const records = await finishMove(secret.value, code.value)
    if (typeof records === 'string') {
      said.value = o(records === 'none' ? 'move.none' : 'copy.unreachable')
      return
    }
    const result = await restore(records)
    isDone.value = result === 'done'
    said.value = o(isDone.value ? 'move.done' : 'copy.failed')
  }

  return (
    <Page title={o('move.title')} lead={o('move.here')}>
      <form class="reading" onSubmit={(event) => void submit(event)}>
        <div class="field">
          <label class="field__label" for="code">
            {o('move.code')}
          </label>
          <input
            class="field__input"
            id="code"
            inputMode="numeric"
            autocomplete="off"
            maxLength={9}
            value={code.value}
            onInput={(event) => {
              code.value = event.currentTarget.value
            }}
          />
        </div>
        <p>
          <button type="submit" class="button button--primary">
            {o('move.fetch')}
          </button>
        </p>
      </form>
      <p role="status">{said.value}</p>
      {isDone.value && (
        <p>
          <a class="button" href="/houvast">
            {o('home.title')}
          </a>
        </p>
      )}
    </Page>
  )
}
