/** The professional's own calendar: how to reach it goes to the server once, and is shown by nobody afterwards. */
import { useSignal } from '@preact/signals'
import type { InputHTMLAttributes } from 'preact'
import { f, sayReason } from './messages.ts'
import type { SettingsModel } from './settings-model.ts'

type Part = 'url' | 'username' | 'password'
const empty = { url: '', username: '', password: '' }
const inputs: Readonly<Record<Part, InputHTMLAttributes<HTMLInputElement>>> = {
  url: { type: 'url', maxLength: 500 },
  username: { type: 'text', maxLength: 200 },
  password: { type: 'password', maxLength: 200 },
}

export function CalendarForm({ model }: { readonly model: SettingsModel }) {
  const typed = useSignal(empty)
  const isBusy = useSignal(false)
  const isConnected = model.shown.value?.calendar.isConnected === true
  const problem = model.calendarProblem.value

  async function connect(event: Event) {
    event.preventDefault()
    isBusy.value = true
    if (await model.connect(typed.value)) typed.value = empty
    isBusy.value = false
  }
  return (
    <form onSubmit={(event) => void connect(event)} aria-labelledby="eigen-agenda">
      <h3 id="eigen-agenda">{f('calendar.title')}</h3>
      <p>{f('calendar.what')}</p>
      <p role="status">{isConnected && !problem && f('calendar.connected')}</p>
      <p role="alert">{problem && sayReason('calendar.problem', problem)}</p>
      {isConnected ? (
        <button type="button" class="button" onClick={() => void model.connect(undefined)}>
          {f('calendar.disconnect')}
        </button>
      ) : (
        <>
          {(['url', 'username', 'password'] as const).map((part) => (
            <div key={part} class="field">
              <label class="field__label" for={`agenda-${part}`}>
                {f(`calendar.${part}`)}
              </label>
              <input
                {...inputs[part]}
                id={`agenda-${part}`}
                class="field__input"
                autocomplete="off"
                required
                value={typed.value[part]}
                onInput={(event) => {
                  typed.value = { ...typed.value, [part]: event.currentTarget.value }
                }}
              />
            </div>
          ))}
          <button type="submit" class="button" disabled={isBusy.value}>
            {f('calendar.connect')}
          </button>
        </>
      )}
    </form>
  )
}
