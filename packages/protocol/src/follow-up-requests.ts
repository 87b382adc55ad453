/**
 * What comes after a talk, over HTTP. A seeker asks by POST at /api/seeker/follow-ups/…, with the secret in the body;
 * a professional at /api/desk/follow-ups/…, signed in. No request of one leads to the conversation it came from.
 */
import { agendaLimits } from '@houvast/rules/agenda/agenda'
import { PROPOSALS_MOST } from '@houvast/rules/follow-up/follow-up'
import { CENTS_MOST } from '@houvast/rules/follow-up/settings'
import { ways } from '@houvast/rules/follow-up/wishes'
import * as v from 'valibot'
import { ConversationId, Kid, LineId, Secret, sealedText, Ticket } from './primitives.ts'

const Instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8_640_000_000_000_000))
const Way = v.picklist(ways)
const Side = v.picklist(['seeker', 'professional'])
/** 16 random bytes, made by the seeker's device. */
export const FollowUpId = v.pipe(v.string(), v.length(22), v.regex(/^[A-Za-z0-9_-]+$/))
const Mine = { line: LineId, id: FollowUpId, secret: Secret }

export const Wish = v.variant('says', [
  v.strictObject({
    says: v.literal('yes'),
    how: v.pipe(v.array(Way), v.minLength(1), v.maxLength(ways.length), v.readonly()),
  }),
  v.strictObject({ says: v.literal('no') }),
])
export type Wish = v.InferOutput<typeof Wish>

/** `wish`: without one, it only looks. */
export const SeekerWish = v.strictObject({
  line: LineId,
  conversation: ConversationId,
  secret: Secret,
  wish: v.optional(Wish),
})
export const DeskWish = v.strictObject({ conversation: ConversationId, wish: v.optional(Wish) })
export const WishSeen = v.strictObject({
  state: v.picklist(['asked', 'waiting', 'said-no', 'agreed', 'not-going-on']),
  how: v.optional(Way),
  /** For the seeker, when both said yes: to begin the follow-up with. */
  ticket: v.optional(Ticket),
})
export type WishSeen = v.InferOutput<typeof WishSeen>

/** `create`: the ticket, and an id and secret that nobody has seen before. The same twice is one. */
export const CreateFollowUp = v.strictObject({ ...Mine, ticket: Ticket })
export const FollowUpCreated = v.strictObject({ line: LineId, id: FollowUpId })

/** `slots`, `first`: a first talk, when nobody is free now. */
export const AskSlots = v.strictObject({ line: LineId, professional: Kid })
export const Slots = v.strictObject({ free: v.array(Instant), challenge: v.string(), bits: v.number() })
export const BookFirst = v.strictObject({
  ...Mine,
  professional: Kid,
  from: Instant,
  challenge: sealedText(200),
  solution: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})

export const MyFollowUp = v.strictObject(Mine)
export const PickMoment = v.strictObject({ ...Mine, from: Instant })
export const PayFollowUp = v.strictObject({ ...Mine, by: v.picklist(['online', 'transfer']) })

const Moment = v.strictObject({ from: Instant, to: Instant })
const Paying = {
  state: v.picklist(['free', 'unknown', 'due', 'waiting', 'failed', 'paid', 'not-due', 'refund-due', 'refunded']),
  cents: v.optional(v.number()),
  by: v.optional(v.picklist(['online', 'transfer'])),
}
const Tariff = v.variant('kind', [
  v.strictObject({ kind: v.literal('unknown') }),
  v.strictObject({ kind: v.literal('own'), cents: v.number() }),
  v.strictObject({ kind: v.literal('convention'), cents: v.number(), source: v.string(), readOn: v.string() }),
])
const State = {
  kind: v.picklist(['first-talk', 'follow-up']),
  phase: v.picklist(['arranging', 'booked', 'cancelled', 'missed', 'stopped']),
  how: Way,
  proposals: v.array(Moment),
  moment: v.optional(Moment),
  by: v.optional(Side),
  isLate: v.optional(v.boolean()),
  isDisputed: v.optional(v.boolean()),
}

/** The answer to `look` and to everything that changes it. */
export const FollowUpShown = v.strictObject({
  ...State,
  professional: v.string(),
  /** Whom to ring when it is time. */
  kid: Kid,
  free: v.array(Moment),
  /** Whether the seeker may still move it to a moment of their own choice, and whether cancelling costs something now. */
  mayMove: v.boolean(),
  cancellingCosts: v.boolean(),
  payment: v.strictObject({
    ...Paying,
    canPayOnline: v.boolean(),
    canTransfer: v.boolean(),
    transfer: v.optional(v.strictObject({ iban: v.string(), holder: v.string(), reference: v.string() })),
  }),
  tariff: Tariff,
  address: v.optional(v.string()),
  now: Instant,
})
export type FollowUpShown = v.InferOutput<typeof FollowUpShown>

export const CheckoutAnswer = v.strictObject({ checkoutUrl: v.optional(v.string()), shown: FollowUpShown })
export const CalendarFile = v.strictObject({ ics: v.string() })

// — the desk —

export const DeskFollowUps = v.strictObject({
  followUps: v.array(
    v.strictObject({
      ...State,
      id: FollowUpId,
      payment: v.strictObject({ ...Paying, reference: v.optional(v.string()) }),
    }),
  ),
  now: Instant,
})
export type DeskFollowUps = v.InferOutput<typeof DeskFollowUps>
export type DeskFollowUp = DeskFollowUps['followUps'][number]

export const ProposeMoments = v.strictObject({
  id: FollowUpId,
  from: v.pipe(v.array(Instant), v.maxLength(PROPOSALS_MOST)),
})
export const OneFollowUp = v.strictObject({ id: FollowUpId })
export const SettleFollowUp = v.strictObject({ id: FollowUpId, what: v.picklist(['received', 'refunded']) })

const within = ({ least, most }: { least: number; most: number }) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most))
const Day = v.custom<`${number}-${string}-${string}`>(
  (day) => typeof day === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(day),
)
const Cents = within({ least: 0, most: CENTS_MOST })
/** One line, without control characters: a database does not take all of them. */
const words = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most), v.regex(/^\P{C}+$/u))

export const Settings = v.strictObject({
  agenda: v.strictObject({
    slotMinutes: within(agendaLimits.slotMinutes),
    gapMinutes: within(agendaLimits.gapMinutes),
    noticeHours: within(agendaLimits.noticeHours),
    days: within(agendaLimits.days),
    away: v.pipe(v.array(v.strictObject({ from: Day, to: Day })), v.maxLength(agendaLimits.away.most)),
  }),
  tariff: v.variant('kind', [
    v.strictObject({ kind: v.literal('unknown') }),
    v.strictObject({ kind: v.literal('own'), cents: Cents }),
    v.strictObject({ kind: v.literal('convention'), cents: Cents, source: words(300), readOn: Day }),
  ]),
  account: v.optional(v.strictObject({ iban: v.pipe(v.string(), v.check(isIban)), holder: words(70) })),
  address: v.optional(words(200)),
})
export type Settings = v.InferOutput<typeof Settings>

export const ShownSettings = v.strictObject({
  settings: Settings,
  /** Whether the professional has a week in which they can be booked. */
  hasWeek: v.boolean(),
  calendar: v.strictObject({ isConnected: v.boolean(), problem: v.optional(v.string()) }),
})
export type ShownSettings = v.InferOutput<typeof ShownSettings>

/** `calendar`: without access, nothing is written to a calendar any more. */
export const PutCalendar = v.strictObject({
  access: v.optional(
    v.strictObject({ url: v.pipe(v.string(), v.maxLength(500), v.url()), username: words(200), password: words(200) }),
  ),
})
export const CalendarPut = v.strictObject({ isConnected: v.boolean() })

/** ISO 13616: the remainder of the whole after division by 97 is 1. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false
  const digits = [...text.slice(4), ...text.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('')
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}
