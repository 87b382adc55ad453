/**
 * How a seeker begins: keys that never leave the tab, a first epoch for themselves and the duty key, and what they
 * wrote first. Anybody on duty of this line can read that, nobody else.
 */
import { type Bytes, equalBytes, fromBase64Url, toBase64Url } from './bytes.ts'
import { encode, type FieldReader, lineName, parseBytes, uuid } from './codec.ts'
import type { DutyKey } from './duty-key.ts'
import { type Sealed, sealEnvelope } from './envelope.ts'
import { wrapEpochSecret } from './epoch-commit.ts'
import { createEpochSecret, keyCheckOf, messageKey } from './epoch-key.ts'
import { hashBytes, hashOf, NO_HASH, readHash } from './hash.ts'
import type { KeyBook } from './key-book.ts'
import { type Kid, kidOfDuty, kidOfPerson, type PublicKeys } from './kid.ts'
import { isSameMember, type Member, membersField, readMembers } from './members.ts'
import { exportPublicKey, generateKeyPair } from './private-key.ts'
import { ok, type Result, refused } from './result.ts'
import { isSignedBy, readSignature, type Signature, signBytes } from './signed.ts'
import type { Wrap } from './wrap.ts'

/** Non-extractable; can be kept in IndexedDB as it is. */
export type SeekerKeys = {
  readonly kid: Kid
  readonly publicKeys: PublicKeys
  readonly signing: CryptoKeyPair
  readonly kem: CryptoKeyPair
}

export async function createSeekerKeys(): Promise<SeekerKeys> {
  const signing = await generateKeyPair('Ed25519', false)
  const kem = await generateKeyPair('X25519', false)
  const publicKeys = { sign: await exportPublicKey(signing.publicKey), kem: await exportPublicKey(kem.publicKey) }
  return { kid: await kidOfPerson(publicKeys), publicKeys, signing, kem }
}

export type StartHeader = {
  readonly line: string
  readonly conversation: string
  readonly epoch: 0
  readonly members: readonly Member[]
  readonly keyBookHead: string
  readonly dutyRecord: string
}

export type ConversationStart = StartHeader & {
  /** The seeker's signing key; its kid is in `members`. */
  readonly sign: Bytes
  readonly keyCheck: Bytes
  readonly signature: Signature
}

export type NewConversation = { readonly start: string; readonly wraps: readonly Wrap[]; readonly intake: Sealed }

export async function startConversation(starting: {
  readonly conversation: string
  readonly book: KeyBook
  readonly duty: DutyKey
  readonly keys: SeekerKeys
  readonly intake: string
  /** The id of the intake message. */
  readonly id: string
}): Promise<Result<NewConversation>> {
  const { conversation, book, duty, keys, intake, id } = starting
  if (duty.line !== book.line) return refused('wrong-line')
  const place = { line: book.line, conversation, epoch: 0 }
  const secret = createEpochSecret()
  const first = await sealEnvelope(
    {
      ...place,
      v: 1,
      kid: keys.kid,
      n: 1,
      id,
      type: 'intake',
      seen: { seq: 0, hash: NO_HASH },
      prev: NO_HASH,
      keyBookHead: book.head,
    },
    intake,
    { message: await messageKey(secret, keys.kid), signing: keys.signing.privateKey },
  )
  if (!first.ok) return first
  const members: readonly Member[] = [
    { role: 'seeker', kid: keys.kid, kem: keys.publicKeys.kem },
    { role: 'duty', kid: duty.kid, kem: duty.kem },
  ]
  const body = encode('HC1/start', [
    lineName(book.line),
    uuid(conversation),
    membersField(members),
    hashBytes(book.head),
    hashBytes(duty.hash),
    keys.publicKeys.sign,
    await keyCheckOf(secret, place),
  ])
  const bytes = await signBytes(body, keys.signing.privateKey)
  const wraps = await wrapEpochSecret(secret, members, await hashOf(bytes))
  return ok({ start: toBase64Url(bytes), wraps, intake: first.value })
}

/** Verified: signed by the seeker it names, who is alone with a duty key. */
export async function readStart(text: string): Promise<Result<ConversationStart & { readonly hash: string }>> {
  const bytes = fromBase64Url(text)
  if (!bytes) return refused('malformed')
  const parsed = parseBytes(bytes, 'HC1/start', readFields)
  if (!parsed.ok) return parsed
  const start = parsed.value
  const [seeker, duty, ...rest] = start.members
  if (seeker?.role !== 'seeker' || duty?.role !== 'duty' || rest.length > 0) return refused('wrong-members')
  const isNamedRight =
    seeker.kid === (await kidOfPerson({ sign: start.sign, kem: seeker.kem })) &&
    duty.kid === (await kidOfDuty(duty.kem))
  if (!isNamedRight) return refused('wrong-members')
  if (!(await isSignedBy(start.sign, start.signature))) return refused('bad-signature')
  return ok({ ...start, hash: await hashOf(bytes) })
}

/** For the server. No cryptography, nothing verified. */
export function readStartHeader(text: string): Result<StartHeader> {
  const bytes = fromBase64Url(text)
  if (!bytes) return refused('malformed')
  const parsed = parseBytes(bytes, 'HC1/start', readFields)
  if (!parsed.ok) return parsed
  const { sign: _, keyCheck: __, signature: ___, ...header } = parsed.value
  return ok(header)
}

function readFields(fields: FieldReader): ConversationStart {
  return {
    line: fields.line(),
    conversation: fields.uuid(),
    epoch: 0,
    members: readMembers(fields),
    keyBookHead: readHash(fields),
    dutyRecord: readHash(fields),
    sign: fields.bytes(32),
    keyCheck: fields.bytes(32),
    signature: readSignature(fields),
  }
}

/** Whether this start is the one these keys made: a server may show a seeker another. */
export function isStartOf(start: ConversationStart, { kid, publicKeys }: SeekerKeys): boolean {
  const mine: Member = { role: 'seeker', kid, kem: publicKeys.kem }
  return isSameMember(start.members[0], mine) && equalBytes(start.sign, publicKeys.sign)
}
