/** BackUps that can stand in a step: one tap puts them in or takes them out. */
import type { StepId } from '@houvast/rules/plan/template'
import { contactsInOrder } from '../contacts/contacts-model.ts'
import { o } from '../messages.ts'
import { addItem, removeItem, thingsOf } from './plan-model.ts'

export function ContactChoice({ step }: { step: StepId }) {
  const people = contactsInOrder().filter(({ name }) => name.trim() !== '')
  const things = thingsOf(step)
  return (
    <section class="reading" aria-labelledby="wie">
      <h2 id="wie">{o('step.backups')}</h2>
      {people.length === 0 ? (
        <p>{o('step.no-backups')}</p>
      ) : (
        <ul class="chips plain-list">
          {people.map(({ id, name }) => {
            const item = things.find(({ contact }) => contact === id)
            return (
              <li key={id}>
                <button
                  type="button"
                  class="chip"
                  aria-pressed={item !== undefined}
                  onClick={() => (item ? removeItem(item.id) : addItem(step, { contact: id }))}
                >
                  {name}
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <p>
        <a href="/houvast/backups">{o('step.to-backups')}</a>
      </p>
    </section>
  )
}
