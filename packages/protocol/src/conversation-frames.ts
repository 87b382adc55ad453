/**
 * The frames about one conversation, which seeker and helper share.
 *
 * Whoever writes sends `say`; when it is safe on disk the server answers `stored` with its place in the log, which
 * stands for the entry itself on the device that said it; every other device gets it in `entries`. `change` does the
 * same for an epoch commit. After a gap or a reconnect a client sends `read-on` with the last place it has.
 */
import { BATCH_MAX } from '@houvast/rules/limits/limits'
import * as v from 'valibot'
import { Commit, ConversationId, Envelope, Kid, Seq, sealedText, Wrap, Wraps } from './primitives.ts'

const of = { conversation: ConversationId }

export const Say = v.strictObject({
  type: v.literal('say'),
  ...of,
  envelopes: v.pipe(v.array(Envelope), v.minLength(1), v.maxLength(BATCH_MAX)),
})
export const Change = v.strictObject({ type: v.literal('change'), ...of, commit: Commit, wraps: Wraps })
/** Typing: sealed, of one size, passed on and forgotten. */
export const Signal = v.strictObject({ type: v.literal('signal'), ...of, sealed: sealedText(512) })
/** How far this side's device has received, and how far its person has read. */
export const Seen = v.strictObject({ type: v.literal('seen'), ...of, delivered: Seq, read: Seq })
export const ReadOn = v.strictObject({ type: v.literal('read-on'), ...of, since: Seq })
export const End = v.strictObject({ type: v.literal('end'), ...of })
export const Ping = v.strictObject({ type: v.literal('ping') })

export const LogEntry = v.strictObject({
  seq: Seq,
  kind: v.picklist(['start', 'commit', 'envelope']),
  body: v.string(),
  wraps: v.optional(v.array(Wrap)),
})
export type LogEntry = v.InferOutput<typeof LogEntry>

export const Phase = v.picklist(['waiting', 'active', 'ended'])
export type Phase = v.InferOutput<typeof Phase>

/** Entries in order, without holes. `last` is the log's end when they were read. */
export const Entries = v.strictObject({ type: v.literal('entries'), ...of, entries: v.array(LogEntry), last: Seq })
export const Stored = v.strictObject({
  type: v.literal('stored'),
  ...of,
  /** `repeated`: it was there before, perhaps as another tab has sealed it. */
  items: v.array(v.strictObject({ id: v.string(), seq: Seq, repeated: v.optional(v.literal(true)) })),
})
/** Nothing of the named thing was stored. Without `id` it answers a `change`, `signal`, `seen`, `read-on` or `end`. */
export const Refused = v.strictObject({
  type: v.literal('refused'),
  ...of,
  id: v.optional(v.string()),
  reason: v.picklist([
    'already-ended',
    'already-taken',
    'commit-not-allowed',
    'commit-outdated',
    'id-taken',
    'not-a-member',
    'not-found',
    'not-on-duty',
    'not-rung',
    'number-taken',
    'out-of-order',
    'stale-epoch',
    'too-many-talks',
    'unknown-epoch',
  ]),
})
export type Refused = v.InferOutput<typeof Refused>
export const PhaseNow = v.strictObject({
  type: v.literal('phase'),
  ...of,
  phase: Phase,
  by: v.optional(v.picklist(['seeker', 'helper', 'silence'])),
})
/** Whether somebody's screen is connected. `helper` stands for whoever has the conversation. */
export const Presence = v.strictObject({
  type: v.literal('presence'),
  ...of,
  who: v.picklist(['seeker', 'helper']),
  here: v.boolean(),
})
export const SeenBy = v.strictObject({ type: v.literal('seen-by'), ...of, kid: Kid, delivered: Seq, read: Seq })
export const SignalFrom = v.strictObject({ type: v.literal('signal-from'), ...of, sealed: v.string() })
/** The key that the wraps were kept under is gone. The receipt says when, and of what. */
export const Erased = v.strictObject({ type: v.literal('erased'), ...of, receipt: v.string() })
export const Pong = v.strictObject({ type: v.literal('pong') })

export const ConversationFrames = [Say, Change, Signal, Seen, ReadOn, End, Ping] as const
export const ConversationNews = [
  Entries,
  Stored,
  Refused,
  PhaseNow,
  Presence,
  SeenBy,
  SignalFrom,
  Erased,
  Pong,
] as const

export type ConversationFrame = v.InferOutput<(typeof ConversationFrames)[number]>
export type ConversationNewsFrame = v.InferOutput<(typeof ConversationNews)[number]>
