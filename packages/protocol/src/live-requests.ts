/** Two who edit one plan: POST /api/seeker/live/…. Everything is sealed under a secret that the server never has. */
import { LIVE_UPDATE_MAX, LIVE_UPDATES_AT_ONCE } from '@houvast/rules/live-plan/live-plan'
import * as v from 'valibot'
import { Secret, Seq, sealedText } from './primitives.ts'

const Room = { place: Secret, word: Secret }

/** `open`: makes the room; it takes a little work, as every new thing that may lie here. */
export const OpenLive = v.strictObject({
  ...Room,
  challenge: sealedText(200),
  solution: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export const LiveOpened = v.strictObject({ opened: v.literal(true) })

/** `exchange`: gives what is new here and takes what is new there; waits a while when there is neither. */
export const ExchangeLive = v.strictObject({
  ...Room,
  since: Seq,
  updates: v.pipe(v.array(sealedText(Math.ceil((LIVE_UPDATE_MAX * 4) / 3))), v.maxLength(LIVE_UPDATES_AT_ONCE)),
  replaces: v.optional(Seq),
  /** Names this page to the others in the room for as long as it is open. */
  device: sealedText(22),
  /** Who is here, sealed; nowhere kept. */
  here: v.optional(sealedText(6_000)),
  waits: v.boolean(),
})
export type ExchangeLive = v.InferOutput<typeof ExchangeLive>

export const LiveExchanged = v.strictObject({
  seq: v.number(),
  updates: v.array(v.strictObject({ seq: v.number(), sealed: v.string() })),
  here: v.array(v.string()),
})
export type LiveExchanged = v.InferOutput<typeof LiveExchanged>

export const CloseLive = v.strictObject(Room)
export const LiveClosed = v.strictObject({ closed: v.literal(true) })
