/** What a seeker's page asks over HTTP, before and beside its socket. */
import * as v from 'valibot'
import { Commit, ConversationId, Envelope, LineId, Secret, sealedText, Ticket, Wraps } from './primitives.ts'

/** POST /api/seeker/challenge → the proof of work to be done before a place in the queue. */
export const AskChallenge = v.strictObject({ line: LineId })
export const Challenge = v.strictObject({ challenge: v.string(), bits: v.number() })
export type Challenge = v.InferOutput<typeof Challenge>

/** POST /api/seeker/conversations → 201, or 200 when the same start was sent before. */
export const StartConversation = v.strictObject({
  line: LineId,
  challenge: sealedText(200),
  solution: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  conversation: ConversationId,
  /** Made by the device; whoever has it may resume the conversation. The server keeps its hash. */
  secret: Secret,
  start: Commit,
  wraps: Wraps,
  intake: Envelope,
})
export type StartConversation = v.InferOutput<typeof StartConversation>

/** POST /api/seeker/ticket → a ticket for one socket, good for half a minute. */
export const AskTicket = v.strictObject({ line: LineId, conversation: ConversationId, secret: Secret })
export const IssuedTicket = v.strictObject({ ticket: Ticket })

/** POST /api/seeker/erase: «wis dit gesprek», also when no socket can be had. */
export const EraseConversation = AskTicket
export const Receipt = v.strictObject({ receipt: v.string(), erasedAt: v.number() })
export type Receipt = v.InferOutput<typeof Receipt>

/** GET /api/lines → the lines that run here, as they are now. */
export const LiveLine = v.strictObject({
  id: LineId,
  name: v.string(),
  state: v.picklist(['open', 'busy', 'closed']),
  reason: v.optional(v.picklist(['outside-hours', 'nobody-on-duty'])),
  /** One professional after the other is rung; it has a page of its own. */
  rings: v.optional(v.literal(true)),
  waiting: v.number(),
  estimateMinutes: v.optional(v.number()),
  opensAt: v.optional(v.string()),
})
export type LiveLine = v.InferOutput<typeof LiveLine>
export const LiveLines = v.strictObject({ lines: v.array(LiveLine) })

/** GET /api/lines/:line/keys → what a seeker's page needs to seal something to this line. */
export const LineKeys = v.strictObject({
  keyBook: v.array(v.string()),
  duty: v.optional(v.string()),
})
export type LineKeys = v.InferOutput<typeof LineKeys>
