/**
 * A helper's socket: one for all their conversations. The helper says `hello` with a one-time ticket; the server
 * answers `welcome` with the conversations they are in. On duty they get `waiting` whenever the queue changes,
 * and take one with a `change` that carries the pick-up commit. `follow` opens one of their own from a place.
 */
import * as v from 'valibot'
import { ConversationFrames, ConversationNews, LogEntry, Phase } from './conversation-frames.ts'
import { ConversationId, Kid, Seq, Ticket } from './primitives.ts'
import { readFrame } from './read-frame.ts'
import { Decline, Ring, RingOver } from './ring-frames.ts'

const Hello = v.strictObject({ type: v.literal('hello'), version: v.pipe(v.number(), v.safeInteger()), ticket: Ticket })
const GoOnDuty = v.strictObject({ type: v.literal('go-on-duty') })
const GoOffDuty = v.strictObject({ type: v.literal('go-off-duty') })
const Follow = v.strictObject({ type: v.literal('follow'), conversation: ConversationId, since: Seq })
export const FromHelper = v.variant('type', [Hello, GoOnDuty, GoOffDuty, Follow, Decline, ...ConversationFrames])
export type FromHelper = v.InferOutput<typeof FromHelper>

const OwnConversation = v.strictObject({ conversation: ConversationId, phase: Phase, since: v.number() })
const Welcome = v.strictObject({ type: v.literal('welcome'), kid: Kid, own: v.array(OwnConversation) })
/** A colleague brought this person into a talk of theirs: it can be followed. */
const BroughtIn = v.strictObject({ type: v.literal('brought-in'), conversation: ConversationId })
const DutyNow = v.strictObject({
  type: v.literal('duty'),
  onDuty: v.boolean(),
  /** Everyone of the line who is on duty, oneself included. */
  helpers: v.array(Kid),
  /** A ring was declined or not heard: off duty until one says to be there again. */
  isAway: v.optional(v.literal(true)),
})
/** The whole queue, first come first. The entries are the start and the intake, with the duty key's wrap. */
const Waiting = v.strictObject({
  type: v.literal('waiting'),
  queue: v.array(
    v.strictObject({
      conversation: ConversationId,
      since: v.number(),
      here: v.boolean(),
      entries: v.array(LogEntry),
    }),
  ),
})

export const ToHelper = v.variant('type', [Welcome, BroughtIn, DutyNow, Waiting, Ring, RingOver, ...ConversationNews])
export type ToHelper = v.InferOutput<typeof ToHelper>

/** Reads one frame. `undefined` means «not one of ours»; the caller closes the socket. */
export const readFromHelper = (frame: string): FromHelper | undefined => readFrame(FromHelper, frame)
export const readToHelper = (frame: string): ToHelper | undefined => readFrame(ToHelper, frame)
