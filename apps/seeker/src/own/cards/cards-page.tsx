/** «BackUp-kaarten»: one card at a time or all of a need, one's own among them, and the guided exercises. */
import { ShuffleIcon } from '@houvast/ui/icon.tsx'
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import './cards.css'
import { Page } from '../../shell/page.tsx'
import { o } from '../messages.ts'
import { SavedNote } from '../saved-note.tsx'
import { cards, type Need, needs } from './cards.ts'
import { markOf, ownCards, shuffled } from './cards-model.ts'
import { exercises } from './exercises.ts'
import { NewCard } from './new-card.tsx'
import { ShownCard } from './shown-card.tsx'

type Choice = Need | 'favourites' | 'helped'

export function CardsPage() {
  const choice = useSignal<Choice | undefined>(undefined)
  const drawn = useSignal<readonly string[]>([])
  const one = useRef<HTMLDivElement>(null)
  const all = [...ownCards.items.value, ...cards]
  const shown = all.filter(({ id, need }) => isShown(choice.value, id, need))
  const [top] = drawn.value

  function draw() {
    const rest = drawn.value.slice(1)
    drawn.value = rest.length > 0 ? rest : shuffled(shown.map(({ id }) => id))
    one.current?.focus()
  }

  return (
    <Page title={o('cards.title')} lead={o('cards.lead')}>
      <p class="actions">
        <button type="button" class="button button--primary button--large" onClick={draw}>
          <ShuffleIcon />
          {o(top ? 'cards.another' : 'cards.draw')}
        </button>
      </p>
      <div ref={one} tabIndex={-1} class="drawn">
        {top && <ShownCard id={top} />}
      </div>
      <section class="reading" aria-labelledby="oefeningen">
        <h2 id="oefeningen">{o('exercises.title')}</h2>
        <ul class="chips plain-list">
          {exercises.map(({ id }) => (
            <li key={id}>
              <a class="chip chip--link" href={`/houvast/oefening/${id}`}>
                {o(`exercise.${id}`)}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <fieldset class="chips">
        <legend>{o('cards.choose')}</legend>
        {([...needs, 'favourites', 'helped'] as const).map((each) => (
          <button
            key={each}
            type="button"
            class="chip"
            aria-pressed={choice.value === each}
            onClick={() => {
              choice.value = choice.value === each ? undefined : each
              drawn.value = []
            }}
          >
            {o(`need.${each}`)}
          </button>
        ))}
      </fieldset>
      {shown.length === 0 && <p>{o('cards.none')}</p>}
      <ul class="cards plain-list">
        {choice.value !== undefined && shown.map(({ id }) => <li key={id}>{<ShownCard id={id} />}</li>)}
      </ul>
      <NewCard />
      <SavedNote />
    </Page>
  )
}

function isShown(choice: Choice | undefined, id: string, need: Need): boolean {
  if (choice === 'favourites') return markOf(id).isFavourite
  if (choice === 'helped') return markOf(id).helpedAt !== undefined
  return choice === undefined || choice === need
}
