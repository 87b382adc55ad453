import { CheckIcon, StarIcon, TrashIcon } from '@houvast/ui/icon.tsx'
import { o } from '../messages.ts'
import { OwnPicture } from '../own-picture.tsx'
import { CardPicture } from './card-picture.tsx'
import { cards } from './cards.ts'
import { markOf, ownCards, toggleFavourite, toggleHelped } from './cards-model.ts'
import { type CardKey, cardWords } from './words.ts'

/** One card: picture, what to do, and two things to remember about it. */
export function ShownCard({ id }: { id: string }) {
  const own = ownCards.find(id)
  const { isFavourite, helpedAt } = markOf(id)
  const isOurs = cards.some((card) => card.id === id)
  const title = own?.title ?? (isOurs ? cardWords(`${id}.title` as CardKey) : '')
  return (
    <article class="card backup-card">
      {own?.photo ? (
        <OwnPicture className="card-picture" source={own.photo} />
      ) : (
        isOurs && <CardPicture of={id} label={title} />
      )}
      <h2 dir="auto">{title}</h2>
      <p dir="auto">{own?.text ?? (isOurs && cardWords(`${id}.text` as CardKey))}</p>
      <p class="thing__tools">
        <button type="button" class="chip" aria-pressed={isFavourite} onClick={() => toggleFavourite(id)}>
          <StarIcon /> {o('card.favourite')}
          <span class="visually-hidden"> {title}</span>
        </button>
        <button type="button" class="chip" aria-pressed={helpedAt !== undefined} onClick={() => toggleHelped(id)}>
          <CheckIcon /> {o('card.helped')}
          <span class="visually-hidden"> {title}</span>
        </button>
        {own && (
          <button
            type="button"
            class="button button--icon"
            aria-label={o('thing.remove', { what: title })}
            onClick={() => ownCards.remove(id)}
          >
            <TrashIcon />
          </button>
        )}
      </p>
    </article>
  )
}
