/**
 * The key of those on duty: what a new conversation is sealed to until somebody picks it up.
 *
 * Made by the first helper of a shift, signed, valid for a day at most, its private part wrapped to everyone in the
 * key book. When somebody leaves the book the key they hold is outdated at once, whatever its date says.
 */
import { type Bytes, equalBytes, fromBase64Url, toBase64Url } from './bytes.ts'
import { encode, type FieldReader, lineName, parseBytes, uint32, uint64 } from './codec.ts'
import { hashBytes, hashOf, NO_HASH, readHash } from './hash.ts'
import { hasLostMembersSince, type KeyBook, memberAt } from './key-book.ts'
import { type Kid, kidBytes, kidOfDuty, readKid } from './kid.ts'
import { exportPrivateKey, exportPublicKey, generateKeyPair, importKemPair, PRIVATE_BYTES } from './private-key.ts'
import { ok, type Result, refused } from './result.ts'
import { isSignedBy, readSignature, type Signature, signBytes } from './signed.ts'
import type { StaffIdentity } from './staff-identity.ts'
import { openWrap, type Wrap, wrapForEach } from './wrap.ts'

export const DUTY_KEY_MAX_MS = 24 * 60 * 60 * 1000
/** A seeker's clock may run behind the maker's by this much. */
export const CLOCK_SKEW_MS = 10 * 60 * 1000

export type DutyKey = {
  readonly kid: Kid
  readonly kem: Bytes
  readonly line: string
  readonly epoch: number
  readonly previous: string
  readonly keyBookHead: string
  readonly maker: Kid
  readonly madeAt: number
  readonly validUntil: number
  /** The hash of the record, which its wraps and the next record refer to. */
  readonly hash: string
}

type Body = Omit<DutyKey, 'kid' | 'hash'>

export async function makeDutyKey(making: {
  readonly book: KeyBook
  readonly maker: StaffIdentity
  /** The duty key before this one; none for the first of a line. */
  readonly previous?: DutyKey | undefined
  readonly at: number
  readonly validUntil: number
}): Promise<Result<{ readonly record: string; readonly wraps: readonly Wrap[] }>> {
  const { book, maker, previous, at, validUntil } = making
  if (!book.members.has(maker.kid)) return refused('maker-not-in-book')
  if (!isShortEnough(at, validUntil)) return refused('duty-key-too-long')
  const keys = await generateKeyPair('X25519', true)
  const body = encode('HC1/duty-key', [
    lineName(book.line),
    uint32(previous ? previous.epoch + 1 : 0),
    await exportPublicKey(keys.publicKey),
    hashBytes(previous?.hash ?? NO_HASH),
    hashBytes(book.head),
    kidBytes(maker.kid),
    uint64(at),
    uint64(validUntil),
  ])
  const bytes = await signBytes(body, maker.signing)
  const place = { label: 'HC1/duty-wrap', about: await hashOf(bytes) } as const
  const secret = await exportPrivateKey(keys.privateKey)
  const wraps = await wrapForEach([...book.members.values()], secret, place)
  return ok({ record: toBase64Url(bytes), wraps })
}

/** For whoever is about to seal something to it: genuine, of today, and known to nobody who has left. */
export async function readDutyKey(
  record: string,
  book: KeyBook,
  now: number,
  previous?: DutyKey,
): Promise<Result<DutyKey>> {
  const read = await readPastDutyKey(record, book)
  if (!read.ok) return read
  const duty = read.value
  if (now > duty.validUntil) return refused('duty-key-expired')
  if (now < duty.madeAt - CLOCK_SKEW_MS) return refused('duty-key-not-yet-valid')
  if (hasLostMembersSince(book, duty.keyBookHead)) return refused('duty-key-outdated')
  const isNext = !previous || (duty.epoch === previous.epoch + 1 && duty.previous === previous.hash)
  return isNext || duty.hash === previous?.hash ? read : refused('duty-key-chain-broken')
}

/** For staff who open what was sealed to it earlier: genuine, of whatever date. */
export async function readPastDutyKey(record: string, book: KeyBook): Promise<Result<DutyKey>> {
  const bytes = fromBase64Url(record)
  if (!bytes) return refused('malformed')
  const parsed = parseBytes(bytes, 'HC1/duty-key', readBody)
  if (!parsed.ok) return parsed
  const { signature, ...body } = parsed.value
  if (body.line !== book.line) return refused('wrong-line')
  if (!book.heads.includes(body.keyBookHead)) return refused('key-book-head-unknown')
  const maker = memberAt(book, body.maker, body.keyBookHead)
  if (!maker) return refused('maker-not-in-book')
  if (!(await isSignedBy(maker.sign, signature))) return refused('bad-signature')
  if (!isShortEnough(body.madeAt, body.validUntil)) return refused('duty-key-too-long')
  return ok({ ...body, kid: await kidOfDuty(body.kem), hash: await hashOf(bytes) })
}

function readBody(fields: FieldReader): Body & { readonly signature: Signature } {
  return {
    line: fields.line(),
    epoch: fields.uint32(),
    kem: fields.bytes(32),
    previous: readHash(fields),
    keyBookHead: readHash(fields),
    maker: readKid(fields),
    madeAt: fields.uint64(),
    validUntil: fields.uint64(),
    signature: readSignature(fields),
  }
}

function isShortEnough(madeAt: number, validUntil: number): boolean {
  return validUntil > madeAt && validUntil - madeAt <= DUTY_KEY_MAX_MS
}

/** The private part. It must belong to the public key in the record, or it could be anybody's. */
export async function openDutyWrap(duty: DutyKey, wrap: Wrap, identity: StaffIdentity): Promise<Result<CryptoKeyPair>> {
  const recipient = { kid: identity.kid, keys: identity.kem }
  const secret = await openWrap(wrap, recipient, { label: 'HC1/duty-wrap', about: duty.hash })
  if (!secret.ok) return secret
  if (secret.value.length !== PRIVATE_BYTES) return refused('wrong-key')
  const { pair, publicKey } = await importKemPair(secret.value)
  return equalBytes(publicKey, duty.kem) ? ok(pair) : refused('wrong-key')
}
