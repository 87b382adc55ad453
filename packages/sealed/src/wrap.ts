/** Something sealed to one recipient, named by the kid of the key it was sealed to. */
import { type Bytes, fromBase64Url, toBase64Url } from './bytes.ts'
import { encode, type Label, parse } from './codec.ts'
import { type Kid, kidBytes } from './kid.ts'
import { ok, type Result, refused } from './result.ts'
import { openSealed, sealTo } from './seal-to.ts'

export type Wrap = { readonly for: Kid; readonly sealed: string }

export type WrapRecipient = { readonly kid: Kid; readonly kem: Bytes }

/** `about` is the hash of the signed object the secret belongs to; the wrap opens beside no other. */
export type WrapPlace = { readonly label: Label; readonly about: string }

/** Whoever published a key that cannot be sealed to gets no wrap, and cannot keep the others from theirs. */
export async function wrapForEach(
  recipients: readonly WrapRecipient[],
  secret: Bytes,
  place: WrapPlace,
): Promise<readonly Wrap[]> {
  const wraps = await Promise.all(recipients.map((recipient) => wrapFor(recipient, secret, place)))
  return wraps.filter((wrap) => wrap !== undefined)
}

async function wrapFor(recipient: WrapRecipient, secret: Bytes, place: WrapPlace): Promise<Wrap | undefined> {
  const sealed = await sealTo(recipient.kem, secret, contextOf(place, recipient.kid))
  return sealed && { for: recipient.kid, sealed: toBase64Url(encode(place.label, [sealed])) }
}

export async function openWrap(
  wrap: Wrap,
  recipient: { readonly kid: Kid; readonly keys: CryptoKeyPair },
  place: WrapPlace,
): Promise<Result<Bytes>> {
  if (wrap.for !== recipient.kid) return refused('not-for-me')
  const sealed = parse(wrap.sealed, place.label, (fields) => fields.bytes())
  if (!sealed.ok) return sealed
  const secret = await openSealed(recipient.keys, sealed.value, contextOf(place, recipient.kid))
  return secret ? ok(secret) : refused('cannot-be-opened')
}

function contextOf({ label, about }: WrapPlace, kid: Kid) {
  return { info: encode(label, []), aad: encode(label, [fromBase64Url(about) as Bytes, kidBytes(kid)]) }
}
