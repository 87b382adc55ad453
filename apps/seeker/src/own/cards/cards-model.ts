/** What this person did with the cards: favourites, what helped last time, cards of their own. On this device only; nothing is counted. */
import { createCollection } from '../collection.ts'
import type { Need } from './cards.ts'

export type CardMark = { readonly id: string; readonly isFavourite: boolean; readonly helpedAt?: number | undefined }
export type OwnCard = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly need: Need
  readonly photo?: string | undefined
}

export const cardMarks = createCollection<CardMark>('card-mark')
export const ownCards = createCollection<OwnCard>('own-card')

export const markOf = (id: string): CardMark => cardMarks.find(id) ?? { id, isFavourite: false }

export function toggleFavourite(id: string): void {
  const mark = markOf(id)
  cardMarks.put({ ...mark, isFavourite: !mark.isFavourite })
}

export function toggleHelped(id: string): void {
  const mark = markOf(id)
  cardMarks.put({ ...mark, helpedAt: mark.helpedAt === undefined ? Date.now() : undefined })
}

/** Fisher and Yates; chance is handed in. */
export function shuffled<Item>(items: readonly Item[], random: () => number = Math.random): readonly Item[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other] as Item, order[last] as Item]
  }
  return order
}
