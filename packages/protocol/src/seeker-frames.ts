/**
 * A seeker's socket. The seeker speaks first: `hello` with a one-time ticket for one conversation and the last
 * place of the log this device has. The server answers `welcome`, the entries after that place, the phase, and
 * while waiting the place in the queue. Either side may `end`; only the seeker may `erase`.
 */
import * as v from 'valibot'
import { ConversationFrames, ConversationNews } from './conversation-frames.ts'
import { ConversationId, Seq, Ticket } from './primitives.ts'
import { readFrame } from './read-frame.ts'
import { Choose, Find, Ringing, StopFinding } from './ring-frames.ts'

const Hello = v.strictObject({
  type: v.literal('hello'),
  version: v.pipe(v.number(), v.safeInteger()),
  ticket: Ticket,
  since: Seq,
})
const Erase = v.strictObject({ type: v.literal('erase'), conversation: ConversationId })

export const FromSeeker = v.variant('type', [Hello, Erase, Find, StopFinding, ...ConversationFrames])
export type FromSeeker = v.InferOutput<typeof FromSeeker>

const Welcome = v.strictObject({
  type: v.literal('welcome'),
  conversation: ConversationId,
  /** Everything up to here is on its way in `entries`. */
  last: Seq,
})
/** Place 1 is next. No minutes means: too little to go by. */
const Queue = v.strictObject({
  type: v.literal('queue'),
  conversation: ConversationId,
  place: Seq,
  minutes: v.optional(v.number()),
  /** Helpers on duty now; 0 means that nobody is there to come. */
  helpers: Seq,
})

export const ToSeeker = v.variant('type', [Welcome, Queue, Ringing, Choose, ...ConversationNews])
export type ToSeeker = v.InferOutput<typeof ToSeeker>

/** Reads one frame. `undefined` means «not one of ours»; the caller closes the socket. */
export const readFromSeeker = (frame: string): FromSeeker | undefined => readFrame(FromSeeker, frame)
export const readToSeeker = (frame: string): ToSeeker | undefined => readFrame(ToSeeker, frame)
