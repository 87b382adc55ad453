/**
 * The key of one epoch of a conversation: 32 random bytes that only its members hold.
 *
 * A wrap alone proves nothing about who made it, so the signed commit carries a check value: a member takes a key
 * only if it gives exactly that value, and a server cannot slip in a key of its own.
 */
import { type Bytes, equalBytes, randomBytes } from './bytes.ts'
import { encode, lineName, uint32, uuid } from './codec.ts'
import { hashBytes } from './hash.ts'
import { type Kid, kidBytes } from './kid.ts'
import { decrypt, deriveBytes, deriveKey, encrypt, KEY_BYTES, NONCE_BYTES, TAG_BYTES } from './symmetric.ts'

export type EpochSecret = Bytes & { readonly epochSecret: unique symbol }

export type EpochPlace = { readonly line: string; readonly conversation: string; readonly epoch: number }

export const HISTORY_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES

export function createEpochSecret(): EpochSecret {
  return randomBytes(KEY_BYTES) as EpochSecret
}

export function keyCheckOf(secret: EpochSecret, place: EpochPlace): Promise<Bytes> {
  return deriveBytes(secret, encode('HC1/key-check', placeFields(place)))
}

/** The secret itself if it is the one the commit was made with, nothing otherwise. */
export async function confirmSecret(
  bytes: Bytes,
  place: EpochPlace,
  keyCheck: Bytes,
): Promise<EpochSecret | undefined> {
  if (bytes.length !== KEY_BYTES) return undefined
  const secret = bytes as EpochSecret
  return equalBytes(await keyCheckOf(secret, place), keyCheck) ? secret : undefined
}

export function messageKey(secret: EpochSecret, sender: Kid): Promise<CryptoKey> {
  return deriveKey(secret, encode('HC1/msg', [kidBytes(sender)]))
}

export function signalKey(secret: EpochSecret, sender: Kid): Promise<CryptoKey> {
  return deriveKey(secret, encode('HC1/signal', [kidBytes(sender)]))
}

/** The key of the epoch before, for whoever holds the new one: this is what «with history» means. */
export async function wrapHistory(secret: EpochSecret, before: EpochSecret, commit: HistoryPlace): Promise<Bytes> {
  return encrypt(await historyKey(secret), before, historyAad(commit))
}

export async function openHistory(
  secret: EpochSecret,
  wrapped: Bytes,
  commit: HistoryPlace,
): Promise<Bytes | undefined> {
  return decrypt(await historyKey(secret), wrapped, historyAad(commit))
}

/** The commit that carries it, with the hash of the commit whose key it is. */
export type HistoryPlace = EpochPlace & { readonly previous: string }

function historyKey(secret: EpochSecret): Promise<CryptoKey> {
  return deriveKey(secret, encode('HC1/history-key', []))
}

function historyAad(commit: HistoryPlace): Bytes {
  return encode('HC1/history', [...placeFields(commit), hashBytes(commit.previous)])
}

function placeFields({ line, conversation, epoch }: EpochPlace): readonly Bytes[] {
  return [lineName(line), uuid(conversation), uint32(epoch)]
}
