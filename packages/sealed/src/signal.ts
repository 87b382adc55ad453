/**
 * «Is typing», sealed. Always the same size, never stored, not part of the log. `tick` is any number of the sender's
 * that only goes up (epoch milliseconds will do): the other side ignores a signal that is not newer than the last.
 */
import { concat, toBase64Url } from './bytes.ts'
import {
  byte,
  encode,
  encodeFields,
  type FieldReader,
  lineName,
  parse,
  parseBytes,
  uint32,
  uint64,
  uuid,
} from './codec.ts'
import type { EpochPlace } from './epoch-key.ts'
import { type Kid, kidBytes, readKid } from './kid.ts'
import { type Result, refused } from './result.ts'
import { decrypt, encrypt } from './symmetric.ts'

export type Signal = { readonly typing: boolean; readonly tick: number }

export type SignalPlace = EpochPlace & { readonly kid: Kid }

export async function sealSignal(signal: Signal, place: SignalPlace, key: CryptoKey): Promise<string> {
  const aad = encode('HC1/signal', placeFields(place))
  const plaintext = encode('HC1/typing', [byte(signal.typing ? 1 : 0), uint64(signal.tick)])
  return toBase64Url(concat(aad, encodeFields([await encrypt(key, plaintext, aad)])))
}

/** Who says it was sent, and in which epoch; then `openSignal` with the key for that sender. */
export function readSignal(text: string): Result<ReadSignal> {
  return parse(text, 'HC1/signal', (fields) => {
    const place = readPlace(fields)
    const aad = fields.soFar()
    return { place, aad, sealed: fields.bytes() }
  })
}

export type ReadSignal = {
  readonly place: SignalPlace
  readonly aad: Uint8Array<ArrayBuffer>
  readonly sealed: Uint8Array<ArrayBuffer>
}

export async function openSignal({ sealed, aad }: ReadSignal, key: CryptoKey): Promise<Result<Signal>> {
  const plaintext = await decrypt(key, sealed, aad)
  if (!plaintext) return refused('cannot-be-opened')
  return parseBytes(plaintext, 'HC1/typing', (fields) => {
    const typing = fields.byte()
    if (typing > 1) fields.refuse()
    return { typing: typing === 1, tick: fields.uint64() }
  })
}

function placeFields({ line, conversation, epoch, kid }: SignalPlace) {
  return [lineName(line), uuid(conversation), uint32(epoch), kidBytes(kid)]
}

function readPlace(fields: FieldReader): SignalPlace {
  return { line: fields.line(), conversation: fields.uuid(), epoch: fields.uint32(), kid: readKid(fields) }
}
