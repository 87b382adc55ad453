/** Ideas when nothing comes: what others wrote in this step, in plain words. A tap puts one in the plan, to be changed. */
import type { StepId } from '@houvast/rules/plan/template'
import { useSignal } from '@preact/signals'
import { o } from '../messages.ts'
import { ideasFor } from './ideas.ts'
import { addItem, thingsOf } from './plan-model.ts'

export function Ideas({ step }: { step: StepId }) {
  const taken = useSignal('')
  const there = new Set(thingsOf(step).map(({ text }) => text.trim()))
  const ideas = ideasFor(step).filter((idea) => !there.has(idea))

  return (
    <details class="ideas">
      <summary>{o('ideas.title')}</summary>
      <p>{o(`ideas.${step === 'safer' ? 'safer' : 'how'}`)}</p>
      <ul class="chips plain-list">
        {ideas.map((idea) => (
          <li key={idea}>
            <button
              type="button"
              class="chip"
              onClick={() => {
                if (addItem(step, { text: idea })) taken.value = idea
              }}
            >
              {idea}
            </button>
          </li>
        ))}
      </ul>
      <p class="visually-hidden" role="status">
        {taken.value && o('ideas.taken', { idea: taken.value })}
      </p>
    </details>
  )
}
