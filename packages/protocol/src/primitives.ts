/** The small parts all messages are made of. Every string has a limit; unknown keys are refused. */
import { ENVELOPE_MAX, MEMBERS_MAX } from '@houvast/rules/limits/limits'
import * as v from 'valibot'

const BASE64URL = /^[A-Za-z0-9_-]+$/
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export const sealedText = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max), v.regex(BASE64URL))

/** A helpline that runs on this platform, by its id in the directory. */
export const LineId = v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/))

/** Made by the sender, so that a retry after a lost reply is not a second one. */
export const ConversationId = v.pipe(v.string(), v.regex(UUID_V7))

/** Eight bytes that name a public key (HC-1). */
export const Kid = v.pipe(v.string(), v.length(11), v.regex(BASE64URL))

/** A place in a log. More than the database has room for is no place. */
export const Seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(2 ** 31 - 1))

export const Envelope = sealedText(ENVELOPE_MAX)

/** An epoch's key, sealed to one member. */
export const Wrap = v.strictObject({ for: Kid, sealed: sealedText(400) })
export type Wrap = v.InferOutput<typeof Wrap>

const isForEachOnce = (wraps: Wrap[]) => new Set(wraps.map((wrap) => wrap.for)).size === wraps.length

/** At most one for each member. */
export const wrapsUpTo = (max: number) => v.pipe(v.array(Wrap), v.maxLength(max), v.check(isForEachOnce))
export const Wraps = wrapsUpTo(MEMBERS_MAX)

/** A signed epoch commit (HC-1). */
export const Commit = sealedText(4_096)

/** A one-time pass to a socket, sealed by the server for itself. */
export const Ticket = sealedText(512)

/** 32 random bytes as text, like the secret that resumes a conversation. */
export const Secret = v.pipe(v.string(), v.length(43), v.regex(BASE64URL))
