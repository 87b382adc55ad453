/** Two questions after a talk, for whoever likes; counted by day and joined to nothing. */
import { type Signal, useSignal } from '@preact/signals'
import { type PsychologistKey, p } from './messages.ts'
import type { PsychologistTalk } from './psychologist-talk.ts'
import { sendFeedback } from './talk-api.ts'

const answers = ['yes', 'somewhat', 'no'] as const
type Said = (typeof answers)[number]

export function AskedAfter({ model }: { model: PsychologistTalk }) {
  const helped = useSignal<Said | undefined>(undefined)
  const easy = useSignal<Said | undefined>(undefined)
  const isSent = useSignal(false)
  async function send(event: Event) {
    event.preventDefault()
    if (!helped.value || !easy.value) return
    const answer = await sendFeedback({ line: model.line, helped: helped.value, easy: easy.value })
    isSent.value = answer.ok
  }
  return (
    <div>
      <p role="status">{isSent.value && p('feedback.thanks')}</p>
      {!isSent.value && (
        <form class="card asked-after" aria-labelledby="achteraf" onSubmit={(event) => void send(event)}>
          <h2 id="achteraf">{p('feedback.title')}</h2>
          <Asked asks="feedback.helped" said={helped} />
          <Asked asks="feedback.easy" said={easy} />
          <button type="submit" class="button" aria-disabled={!helped.value || !easy.value}>
            {p('feedback.send')}
          </button>
        </form>
      )}
    </div>
  )
}

function Asked({ asks, said }: { asks: PsychologistKey; said: Signal<Said | undefined> }) {
  return (
    <fieldset class="call__ladder">
      <legend>{p(asks)}</legend>
      {answers.map((answer) => (
        <label key={answer} class="call__rung">
          <input
            type="radio"
            name={asks}
            checked={said.value === answer}
            onChange={() => {
              said.value = answer
            }}
          />
          {p(`feedback.${answer}`)}
        </label>
      ))}
    </fieldset>
  )
}
