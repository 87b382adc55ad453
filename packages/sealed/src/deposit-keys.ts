/**
 * What lies sealed on a server for somebody without an account: copy, shared link, move, a plan that two people edit. From one secret
 * come the place where it lies, the word that lets one read it, the word that lets one change or erase it, and the key that opens it.
 * The server gets the first three (and keeps hashes of the last two), never the secret or the key.
 */
import { type Bytes, concat, toBase64Url, utf8 } from './bytes.ts'
import { encode } from './codec.ts'
import { decrypt, deriveBytes, deriveKey, encrypt } from './symmetric.ts'

export type DepositFor = 'copy' | 'link' | 'move' | 'live'

export type DepositKeys = {
  readonly place: string
  readonly mayRead: string
  readonly mayChange: string
  readonly key: CryptoKey
}

/** `alsoTyped`: a second, short secret without which nothing is handed out (a move). The place does not depend on it. */
export async function depositKeys(secret: Bytes, use: DepositFor, alsoTyped = ''): Promise<DepositKeys> {
  const name = (part: string) => encode(`HC1/deposit-${part}`, [utf8(use)])
  const both = alsoTyped ? concat(secret, utf8(`/${alsoTyped}`)) : secret
  const word = async (from: Bytes, part: string) => toBase64Url(await deriveBytes(from, name(part)))
  return {
    place: await word(secret, 'place'),
    mayRead: await word(both, 'read'),
    mayChange: await word(both, 'change'),
    key: await deriveKey(both, name('key')),
  }
}

const PREFIX_BYTES = 4
const SMALLEST = 4 * 1024

/** Padded to the next power of two from 4 KiB, so that the size says little of what is in it. */
export async function sealDeposit(bytes: Bytes, { key, place }: DepositKeys): Promise<Bytes> {
  let size = SMALLEST
  while (size < bytes.length + PREFIX_BYTES) size *= 2
  const padded = new Uint8Array(size)
  new DataView(padded.buffer).setUint32(0, bytes.length)
  padded.set(bytes, PREFIX_BYTES)
  return encrypt(key, padded, encode('HC1/deposit', [utf8(place)]))
}

export async function openDeposit(sealed: Bytes, { key, place }: DepositKeys): Promise<Bytes | undefined> {
  const padded = await decrypt(key, sealed, encode('HC1/deposit', [utf8(place)]))
  if (!padded || padded.length < PREFIX_BYTES) return undefined
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  return length <= padded.length - PREFIX_BYTES ? padded.slice(PREFIX_BYTES, PREFIX_BYTES + length) : undefined
}
