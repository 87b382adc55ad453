/**
 * The lock over what somebody keeps on their own device. One random data key seals every record; it lies wrapped beside them, once
 * for each way to open: a PIN, the twelve words, a passkey. A PIN keeps out who looks over a shoulder, not who takes the disk to a
 * laboratory, and the page says so.
 *
 * Argon2id is handed in: it is WebAssembly, and only a worker of its own may run that.
 */
import { type Bytes, randomBytes, utf8 } from './bytes.ts'
import { encode } from './codec.ts'
import { decrypt, deriveKey, encrypt, KEY_BYTES } from './symmetric.ts'

export type Stretch = (secret: Bytes, salt: Bytes) => Promise<Bytes>

export type DeviceLock = {
  readonly version: 1
  readonly salt: Bytes
  readonly byPin: Bytes
  readonly byWords: Bytes
  readonly byPasskey?: { readonly id: Bytes; readonly prfSalt: Bytes; readonly wrapped: Bytes } | undefined
}

/** Seals and opens texts under the data key; `where` is bound to each. */
export type LockCipher = {
  seal(text: string, where: string): Promise<Bytes>
  open(sealed: Bytes, where: string): Promise<string | undefined>
  sealBytes(bytes: Bytes, where: string): Promise<Bytes>
  openBytes(sealed: Bytes, where: string): Promise<Bytes | undefined>
}

/** What is open while the page is: the data key can be wrapped again, for another PIN. */
export type OpenedLock = { readonly lock: DeviceLock; readonly dataKey: Bytes; readonly cipher: LockCipher }

const aad = (way: 'pin' | 'words' | 'passkey') => encode('HC1/device-lock', [utf8(way)])

export async function createLock(pin: string, wordsRoot: Bytes, stretch: Stretch): Promise<OpenedLock> {
  const dataKey = randomBytes(KEY_BYTES)
  const salt = randomBytes(16)
  const lock: DeviceLock = {
    version: 1,
    salt,
    byPin: await encrypt(await pinKey(pin, salt, stretch), dataKey, aad('pin')),
    byWords: await encrypt(await wordsKey(wordsRoot), dataKey, aad('words')),
  }
  return { lock, dataKey, cipher: await cipherOf(dataKey) }
}

export async function openWithPin(lock: DeviceLock, pin: string, stretch: Stretch): Promise<OpenedLock | undefined> {
  if (pin === '') return undefined
  return opened(lock, await decrypt(await pinKey(pin, lock.salt, stretch), lock.byPin, aad('pin')))
}

export async function openWithWords(lock: DeviceLock, wordsRoot: Bytes): Promise<OpenedLock | undefined> {
  return opened(lock, await decrypt(await wordsKey(wordsRoot), lock.byWords, aad('words')))
}

export async function openWithPasskey(lock: DeviceLock, prfOutput: Bytes): Promise<OpenedLock | undefined> {
  if (!lock.byPasskey) return undefined
  return opened(lock, await decrypt(await passkeyKey(prfOutput), lock.byPasskey.wrapped, aad('passkey')))
}

export async function withPin({ lock, dataKey }: OpenedLock, pin: string, stretch: Stretch): Promise<DeviceLock> {
  const salt = randomBytes(16)
  return { ...lock, salt, byPin: await encrypt(await pinKey(pin, salt, stretch), dataKey, aad('pin')) }
}

export async function withPasskey(
  { lock, dataKey }: OpenedLock,
  passkey: { readonly id: Bytes; readonly prfSalt: Bytes; readonly prfOutput: Bytes },
): Promise<DeviceLock> {
  const wrapped = await encrypt(await passkeyKey(passkey.prfOutput), dataKey, aad('passkey'))
  return { ...lock, byPasskey: { id: passkey.id, prfSalt: passkey.prfSalt, wrapped } }
}

async function opened(lock: DeviceLock, dataKey: Bytes | undefined): Promise<OpenedLock | undefined> {
  return dataKey && { lock, dataKey, cipher: await cipherOf(dataKey) }
}

const pinKey = async (pin: string, salt: Bytes, stretch: Stretch) =>
  deriveKey(await stretch(utf8(pin.normalize('NFKC')), salt), encode('HC1/device-pin', []))
const wordsKey = (root: Bytes) => deriveKey(root, encode('HC1/device-words', []))
const passkeyKey = (prfOutput: Bytes) => deriveKey(prfOutput, encode('HC1/device-passkey', []))

async function cipherOf(dataKey: Bytes): Promise<LockCipher> {
  const key = await deriveKey(dataKey, encode('HC1/device-records', []))
  const bound = (where: string) => encode('HC1/device-record', [utf8(where)])
  const openBytes = (sealed: Bytes, where: string) => decrypt(key, sealed, bound(where))
  return {
    seal: (text, where) => encrypt(key, utf8(text), bound(where)),
    async open(sealed, where) {
      const bytes = await openBytes(sealed, where)
      return bytes && new TextDecoder().decode(bytes)
    },
    sealBytes: (bytes, where) => encrypt(key, bytes, bound(where)),
    openBytes,
  }
}
