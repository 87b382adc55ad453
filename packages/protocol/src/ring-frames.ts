/**
 * Lines where one professional after the other is rung. A seeker who waits says `find` with what matters to them, again
 * after each reconnect; the server answers `ringing`, and `choose` when nobody came. Wishes are the only thing about a
 * person that travels readable; the server keeps them no longer than it looks.
 */
import { type TalkLanguage, type Theme, talkLanguages, themes } from '@houvast/rules/matching/professional'
import * as v from 'valibot'
import { LogEntry } from './conversation-frames.ts'
import { ConversationId, Kid } from './primitives.ts'

const of = { conversation: ConversationId }

export const Wishes = v.strictObject({
  language: v.picklist(talkLanguages as readonly TalkLanguage[]),
  theme: v.picklist(themes as readonly Theme[]),
  gender: v.optional(v.picklist(['man', 'woman'])),
  isGenderMust: v.optional(v.boolean()),
})

export const Find = v.strictObject({
  type: v.literal('find'),
  ...of,
  wishes: Wishes,
  /** The professional whom the person chose; nobody else is rung then. */
  only: v.optional(Kid),
})
export const StopFinding = v.strictObject({ type: v.literal('stop-finding'), ...of })

const Reason = v.picklist(['language', 'theme', 'gender', 'least-minutes', 'longest-free', 'only-one', 'chosen'])

export const Ringing = v.strictObject({
  type: v.literal('ringing'),
  ...of,
  kid: Kid,
  name: v.string(),
  reasons: v.array(Reason),
  /** The first, second or third who is rung. */
  number: v.number(),
  secondsLeft: v.number(),
})
export const Choose = v.strictObject({
  type: v.literal('choose'),
  ...of,
  why: v.picklist(['three-rings', 'nobody', 'nobody-with-wish']),
  /** Somebody would be there if the wish were let go of. */
  canLetGo: v.boolean(),
})

/** To the professional: the start and the intake, with the duty key's wrap. */
export const Ring = v.strictObject({
  type: v.literal('ring'),
  ...of,
  secondsLeft: v.number(),
  reasons: v.array(Reason),
  entries: v.array(LogEntry),
})
/** It rings no longer: `late` when nothing was answered, `left` when the person went or somebody else was quicker. */
export const RingOver = v.strictObject({
  type: v.literal('ring-over'),
  ...of,
  why: v.picklist(['late', 'left', 'declined']),
})
export const Decline = v.strictObject({ type: v.literal('decline'), ...of })
