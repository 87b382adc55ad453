/** One thing of a step: its words, and (folded away) whether it will work: how likely, what is in the way, what at night. */
import { likelihoods, type PlanItem } from '@houvast/rules/plan/plan-item'
import { ArrowDownIcon, ArrowUpIcon, TrashIcon } from '@houvast/ui/icon.tsx'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { AutoText } from '../auto-text.tsx'
import { contacts } from '../contacts/contacts-model.ts'
import { o } from '../messages.ts'
import { changeItem, moveItem } from './plan-model.ts'

type Props = {
  readonly item: PlanItem
  readonly place: { readonly isFirst: boolean; readonly isLast: boolean }
  readonly takesFocus: boolean
  readonly onRemove: () => void
  readonly longest: number
}

/** Steps whose things one does: only there it makes sense to ask whether it will work. */
const doable = new Set(['alone', 'distraction', 'ask-help', 'professionals', 'safer'])

export function ThingCard({ item, place, takesFocus, onRemove, longest }: Props) {
  const card = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    if (takesFocus) card.current?.querySelector('textarea')?.focus()
  }, [takesFocus])
  const named = item.contact ? contacts.find(item.contact)?.name : undefined
  const what = named ?? (item.text.slice(0, 40) || o('thing.new'))

  return (
    <li class="card thing" ref={card}>
      {named && <p class="thing__who">{named}</p>}
      <AutoText
        id={`ding-${item.id}`}
        label={named ? o('thing.about', { name: named }) : o('thing.text')}
        isLabelHidden={!named}
        value={item.text}
        longest={longest}
        onText={(text) => changeItem(item.id, { text })}
      />
      <div class="thing__tools">
        <button
          type="button"
          class="button button--icon"
          aria-label={o('thing.up', { what })}
          aria-disabled={place.isFirst}
          onClick={() => moveItem(item.id, -1)}
        >
          <ArrowUpIcon />
        </button>
        <button
          type="button"
          class="button button--icon"
          aria-label={o('thing.down', { what })}
          aria-disabled={place.isLast}
          onClick={() => moveItem(item.id, 1)}
        >
          <ArrowDownIcon />
        </button>
        <button type="button" class="button button--icon" aria-label={o('thing.remove', { what })} onClick={onRemove}>
          <TrashIcon />
        </button>
      </div>
      {doable.has(item.step) && <Feasible item={item} />}
    </li>
  )
}

function Feasible({ item }: { item: PlanItem }) {
  return (
    <details class="thing__more">
      <summary>{o('thing.will-it-work')}</summary>
      <fieldset class="choices">
        <legend>{o('thing.likely')}</legend>
        {likelihoods.map((likely) => (
          <label key={likely} class="choice">
            <input
              type="radio"
              name={`kans-${item.id}`}
              checked={item.likely === likely}
              onChange={() => changeItem(item.id, { likely })}
            />
            {o(`likely.${likely}`)}
          </label>
        ))}
      </fieldset>
      {item.likely === 'unlikely' && <p class="field__hint">{o('likely.unlikely.hint')}</p>}
      <AutoText
        id={`hinder-${item.id}`}
        label={o('thing.obstacle')}
        value={item.obstacle ?? ''}
        longest={300}
        onText={(obstacle) => changeItem(item.id, { obstacle })}
      />
      <AutoText
        id={`nacht-${item.id}`}
        label={o('thing.at-night')}
        value={item.atNight ?? ''}
        longest={300}
        onText={(atNight) => changeItem(item.id, { atNight })}
      />
    </details>
  )
}
