/** Up to three moments to propose, by the clock in Belgium. */
import { PROPOSALS_MOST } from '@houvast/rules/follow-up/follow-up'
import { useSignal } from '@preact/signals'
import type { FollowUpsModel } from './follow-ups-model.ts'
import { f } from './messages.ts'

type Props = { readonly model: FollowUpsModel; readonly id: string; readonly isMoving: boolean }

const none: readonly string[] = Array.from({ length: PROPOSALS_MOST }, () => '')

export function ProposeForm({ model, id, isMoving }: Props) {
  const typed = useSignal(none)

  async function send(event: Event) {
    event.preventDefault()
    if (await model.propose(id, typed.value)) typed.value = none
  }
  return (
    <details>
      <summary>{f(isMoving ? 'propose.move' : 'propose.title')}</summary>
      <form onSubmit={(event) => void send(event)}>
        {typed.value.map((value, at) => (
          <div key={at} class="field">
            <label class="field__label" for={`moment-${id}-${at}`}>
              {f('propose.moment', { number: at + 1 })}
            </label>
            <input
              id={`moment-${id}-${at}`}
              class="field__input"
              type="datetime-local"
              value={value}
              onInput={(event) => {
                typed.value = typed.value.with(at, event.currentTarget.value)
              }}
            />
          </div>
        ))}
        <button type="submit" class="button button--primary" disabled={typed.value.every((value) => value === '')}>
          {f('propose.send')}
        </button>
      </form>
    </details>
  )
}
