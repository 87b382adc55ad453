/**
 * One message, sealed. The header is readable (the server orders by it) and is the AAD of the text; the signature
 * covers both. `n`, `prev` and `seen` let the other side notice what a server drops, repeats or reorders.
 */
import { type Bytes, concat, fromBase64Url, toBase64Url } from './bytes.ts'
import {
  byte,
  encode,
  encodeFields,
  type FieldReader,
  lineName,
  parseBytes,
  parseFront,
  uint32,
  uuid,
} from './codec.ts'
import { hashBytes, hashOf, readHash } from './hash.ts'
import { type Kid, kidBytes, readKid } from './kid.ts'
import { PADDED_SIZES, pad, unpad } from './padding.ts'
import { ok, type Result, refused } from './result.ts'
import { readSignature, type Signature, signBytes } from './signed.ts'
import { decrypt, encrypt, NONCE_BYTES, TAG_BYTES } from './symmetric.ts'

/** An envelope on the wire: the only thing that may be sent as a message. */
export type Ciphertext = string & { readonly ciphertext: unique symbol }

/** `call`: how two devices find each other for sound and picture; nothing to be read. */
export type EnvelopeType = 'say' | 'intake' | 'bye' | 'call'

/** How far the sender had read: the last seq and the running hash of the log up to it. */
export type Seen = { readonly seq: number; readonly hash: string }

export type EnvelopeHeader = {
  readonly v: 1
  readonly line: string
  readonly conversation: string
  readonly epoch: number
  readonly kid: Kid
  /** Counts the sender's own envelopes, from 1. */
  readonly n: number
  readonly id: string
  readonly type: EnvelopeType
  readonly seen: Seen
  /** The hash of the sender's own previous envelope. */
  readonly prev: string
  readonly keyBookHead: string
}

/** An envelope whose form was read; `aad` is its header as bytes. Nothing of it is verified yet. */
export type ReadEnvelope = {
  readonly header: EnvelopeHeader
  readonly aad: Bytes
  readonly sealed: Bytes
  readonly signature: Signature
  readonly hash: string
}

export type Sealed = { readonly envelope: Ciphertext; readonly hash: string }

const types: readonly EnvelopeType[] = ['say', 'intake', 'bye', 'call']

const OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES
const sealedSizes: ReadonlySet<number> = new Set(PADDED_SIZES.map((size) => size + OVERHEAD_BYTES))

/** The longest header (a line name of 64 characters) and the length of what follows. */
const FRONT_BYTES_MAX = 252
const SIGNATURE_FIELD_BYTES = 66

export async function sealEnvelope(
  header: EnvelopeHeader,
  text: string,
  keys: { readonly message: CryptoKey; readonly signing: CryptoKey },
): Promise<Result<Sealed>> {
  const padded = pad(text)
  if (!padded) return refused('too-long')
  const aad = encode('HC1/envelope', headerFields(header))
  const sealed = await encrypt(keys.message, padded, aad)
  const bytes = await signBytes(concat(aad, encodeFields([sealed])), keys.signing)
  return ok({ envelope: toBase64Url(bytes) as Ciphertext, hash: await hashOf(bytes) })
}

function headerFields(header: EnvelopeHeader): readonly Bytes[] {
  return [
    lineName(header.line),
    uuid(header.conversation),
    uint32(header.epoch),
    kidBytes(header.kid),
    uint32(header.n),
    uuid(header.id),
    byte(types.indexOf(header.type)),
    uint32(header.seen.seq),
    hashBytes(header.seen.hash),
    hashBytes(header.prev),
    hashBytes(header.keyBookHead),
  ]
}

export async function readEnvelope(text: string): Promise<Result<ReadEnvelope>> {
  const bytes = fromBase64Url(text)
  if (!bytes) return refused('malformed')
  const parsed = parseBytes(bytes, 'HC1/envelope', (fields) => {
    const header = readHeader(fields)
    const aad = fields.soFar()
    const sealed = fields.bytes()
    if (!sealedSizes.has(sealed.length)) fields.refuse()
    return { header, aad, sealed, signature: readSignature(fields) }
  })
  return parsed.ok ? ok({ ...parsed.value, hash: await hashOf(bytes) }) : parsed
}

/** Opens the text of an envelope whose signature was already verified. */
export async function openEnvelope({ sealed, aad }: ReadEnvelope, message: CryptoKey): Promise<Result<string>> {
  const padded = await decrypt(message, sealed, aad)
  const text = padded && unpad(padded)
  return text === undefined ? refused('cannot-be-opened') : ok(text)
}

/** For the server: only the front is decoded, and the length of the rest is checked. Nothing is verified. */
export function readEnvelopeHeader(text: string): Result<EnvelopeHeader> {
  return parseFront(text, 'HC1/envelope', FRONT_BYTES_MAX, (fields, totalLength) => {
    const header = readHeader(fields)
    const rest = totalLength - fields.at - 2 - SIGNATURE_FIELD_BYTES
    if (!sealedSizes.has(rest) || fields.announcedLength() !== rest) fields.refuse()
    return header
  })
}

function readHeader(fields: FieldReader): EnvelopeHeader {
  return {
    v: 1,
    line: fields.line(),
    conversation: fields.uuid(),
    epoch: fields.uint32(),
    kid: readKid(fields),
    n: fields.uint32(),
    id: fields.uuid(),
    type: types[fields.byte()] ?? fields.refuse(),
    seen: { seq: fields.uint32(), hash: readHash(fields) },
    prev: readHash(fields),
    keyBookHead: readHash(fields),
  }
}
