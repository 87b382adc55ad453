/** Everything that is kept, by kind, and the shape it must have: looked at when it comes from outside, from a file or another phone. */
import { ITEM_TEXT_MAX, ITEMS_MAX, likelihoods } from '@houvast/rules/plan/plan-item'
import { allSteps } from '@houvast/rules/plan/template'
import { NAME_MAX } from '@houvast/rules/reach-out/contact'
import { DISTRESS_TEXT_MAX } from '@houvast/rules/reach-out/distress-text'
import * as v from 'valibot'
import { boxTypes } from './box/box-model.ts'

const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
const picture = v.pipe(
  v.string(),
  v.maxLength(200_000),
  v.regex(/^data:image\/(?:webp|png|jpeg);base64,[A-Za-z0-9+/=]*$/),
)

const PlanItem = v.object({
  id,
  step: v.picklist(allSteps),
  text: text(ITEM_TEXT_MAX),
  place: v.number(),
  likely: v.optional(v.picklist(likelihoods)),
  obstacle: v.optional(text(300)),
  atNight: v.optional(text(300)),
  contact: v.optional(id),
})

export const kinds = {
  'plan-item': PlanItem,
  'plan-version': v.object({ id, at: v.number(), items: v.pipe(v.array(PlanItem), v.maxLength(ITEMS_MAX)) }),
  contact: v.object({
    id,
    name: text(NAME_MAX),
    role: text(NAME_MAX),
    mayAsk: text(300),
    phone: text(30),
    mail: text(120),
    place: v.number(),
    photo: v.optional(picture),
  }),
  'distress-text': v.object({
    id,
    text: text(DISTRESS_TEXT_MAX),
    place: v.number(),
    forContacts: v.pipe(v.array(id), v.maxLength(100)),
    offersLocation: v.boolean(),
  }),
  'card-mark': v.object({ id, isFavourite: v.boolean(), helpedAt: v.optional(v.number()) }),
  'own-card': v.object({ id, title: text(80), text: text(500), need: text(40), photo: v.optional(picture) }),
  'box-entry': v.object({
    id,
    type: v.picklist(boxTypes),
    title: text(120),
    text: text(5_000),
    place: v.number(),
    media: v.optional(id),
    link: v.optional(text(500)),
    date: v.optional(text(10)),
  }),
  'shared-link': v.object({
    id,
    secret: text(64),
    name: text(80),
    steps: v.pipe(v.array(v.picklist(allSteps)), v.maxLength(7)),
    expiresAt: v.number(),
  }),
  'live-plan': v.object({ id, secret: text(64), name: text(80), state: text(2_000_000), isMine: v.boolean() }),
  choice: v.looseObject({ id }),
} as const

export type Kind = keyof typeof kinds

export type KnownRecord = { readonly kind: Kind; readonly id: string; readonly value: { readonly id: string } }

const AnyRecord = v.object({ kind: v.string(), id, value: v.unknown() })

/** Only what has its shape; a record of a later version of us that we do not know is left out. `undefined`: no records at all. */
export function readRecords(given: unknown): readonly KnownRecord[] | undefined {
  const list = v.safeParse(v.array(AnyRecord), given)
  if (!list.success) return undefined
  return list.output.flatMap(({ kind, id, value }) => {
    const schema = Object.hasOwn(kinds, kind) ? kinds[kind as Kind] : undefined
    const read = schema && v.safeParse(schema, value)
    return read?.success && read.output.id === id ? [{ kind: kind as Kind, id, value: read.output }] : []
  })
}
