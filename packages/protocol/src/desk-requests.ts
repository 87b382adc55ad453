/** What the desk asks over HTTP: signing in, the line's keys, and a ticket for the socket. */
import * as v from 'valibot'
import { Kid, LineId, Secret, sealedText, Ticket, Wrap, wrapsUpTo } from './primitives.ts'

/** Control characters are in nobody's name, and a database does not take all of them. */
const StaffName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80), v.regex(/^\P{Cc}+$/u))

/**
 * POST /api/desk/sign-in. `verifier` comes from the passphrase through Argon2id on the helper's device; the
 * passphrase itself, and what unwraps the keys, never leave it.
 */
export const SignIn = v.strictObject({
  line: LineId,
  name: StaffName,
  verifier: Secret,
  code: v.pipe(v.string(), v.regex(/^\d{6}$/)),
})
export const StaffRole = v.picklist(['helper', 'shift-lead', 'coordinator'])
export type StaffRole = v.InferOutput<typeof StaffRole>

/** GET /api/desk/me, and the answer to a sign-in: who this is, and the wrapped identity to be opened here. */
export const Me = v.strictObject({
  line: LineId,
  lineName: v.string(),
  /** Who waits is rung for: this person is a professional, or checks who is. */
  rings: v.optional(v.literal(true)),
  name: v.string(),
  role: StaffRole,
  kid: Kid,
  identity: v.string(),
  passkeys: v.number(),
})
export type Me = v.InferOutput<typeof Me>

/** POST /api/desk/duty-key: a new duty key, its private part sealed to each rostered helper. */
export const PutDutyKey = v.strictObject({
  record: sealedText(2_048),
  wraps: v.pipe(wrapsUpTo(1_000), v.minLength(1)),
})

/** GET /api/desk/keys */
export const DeskKeys = v.strictObject({
  keyBook: v.array(v.string()),
  /** The duty key that is valid now, and its private part sealed to this person. */
  duty: v.optional(v.strictObject({ record: v.string(), wrap: v.optional(Wrap) })),
  /** The newest one, valid or not: the next builds on it. */
  lastDuty: v.optional(v.string()),
})
export type DeskKeys = v.InferOutput<typeof DeskKeys>

/** POST /api/desk/key-book: the next entry, signed by a coordinator. */
export const AppendKeyBook = v.strictObject({ entry: sealedText(2_048) })

/** What a browser's authenticator made: checked by the WebAuthn library, which knows its shape. */
const Credential = v.looseObject({ id: v.pipe(v.string(), v.maxLength(1_024)) })

/** POST /api/desk/passkeys/options and POST /api/desk/passkey/options → what to ask the authenticator, and a proof of it. */
export const PasskeyOptions = v.object({ options: v.looseObject({}), proof: Ticket })

/** POST /api/desk/passkeys: a new passkey, and the identity wrapped under a secret that only it can give (PRF). */
export const AddPasskey = v.strictObject({ proof: Ticket, credential: Credential, identity: sealedText(1_024) })

/** POST /api/desk/passkey: signs in; the passkey itself knows of which line and person it is. */
export const PasskeySignIn = v.strictObject({ proof: Ticket, credential: Credential })
