/**
 * Keys that must be able to disappear: one for each conversation, in a folder outside the database. A database
 * deletes slowly (rows live on in its journals and backups); what was encrypted under a key that is gone is
 * gone everywhere at once.
 *
 * Each key is one small file, encrypted under a master key that is made anew daily; only the two newest masters
 * exist, so that a file left behind on a disk opens with nothing. Two folders hold the same: a key is made when
 * both have it, destroyed when neither has. Losing both loses what is retained. Blocking file access on purpose:
 * the files are 100 bytes, and only starts and log reads come here.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DAY_MS, type Instant } from '@houvast/rules/time'
import { writeDurably, writeOnce } from './write-durably.ts'

export interface Keyring {
  /** Makes a key, or keeps the one there is. */
  create(name: string): void
  /** Encrypts under the named key; `context` must be the same to open it. Throws when there is no such key. */
  seal(name: string, text: string, context: string): string
  /** `undefined` when the key is gone or the text is not from it. */
  open(name: string, sealed: string, context: string): string | undefined
  destroy(name: string): void
  /** 32 bytes that every process of this keyring gets for this purpose, and that nothing else is made from. */
  derive(purpose: string): Buffer
  /** Encrypts all keys under a fresh master key when the newest is older than a day. */
  rotate(now: Instant): void
}

const GENERATIONS_KEPT = 2
const SITE_KEY = 'site'

export function openKeyring(folders: readonly string[], now: Instant): Keyring {
  for (const folder of folders) {
    mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 })
    mkdirSync(join(folder, 'masters'), { recursive: true, mode: 0o700 })
  }
  if (generations(folders).length === 0) makeMaster(folders, now)

  return {
    create(name) {
      if (!readKey(folders, name)) makeKey(folders, name, randomBytes(32))
    },
    seal(name, text, context) {
      const key = readKey(folders, name)
      if (!key) throw new Error(`The keyring has no key «${name}».`)
      return encrypt(key, Buffer.from(text), context)
    },
    open(name, sealed, context) {
      const key = readKey(folders, name)
      return key && decrypt(key, sealed, context)?.toString()
    },
    destroy(name) {
      for (const folder of folders) rmSync(keyFile(folder, name), { force: true })
    },
    derive(purpose) {
      if (!readKey(folders, SITE_KEY)) makeKey(folders, SITE_KEY, randomBytes(32))
      const site = readKey(folders, SITE_KEY)
      if (!site) throw new Error('The keyring cannot be read.')
      return Buffer.from(hkdfSync('sha256', site, '', purpose, 32))
    },
    rotate(at) {
      const newest = generations(folders).at(-1) ?? 0
      if (at - newest >= DAY_MS) rotate(folders, at)
    },
  }
}

function rotate(folders: readonly string[], now: Instant) {
  const master = makeMaster(folders, now)
  const names = new Set(folders.flatMap((folder) => readdirSync(join(folder, 'keys')).filter(isWhole)))
  for (const file of names) {
    const key = readKeyFile(folders, file)
    if (key) writeKeyFile(folders, file, key, master)
  }
  for (const generation of generations(folders).slice(0, -GENERATIONS_KEPT)) {
    for (const folder of folders) rmSync(masterFile(folder, generation), { force: true })
  }
}

const keyName = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 40)
const keyFile = (folder: string, name: string) => join(folder, 'keys', keyName(name))
const masterFile = (folder: string, generation: number) => join(folder, 'masters', String(generation))

/** Not a file that is still being written, here or by another process. */
const isWhole = (name: string) => !name.includes('.')

function generations(folders: readonly string[]): number[] {
  const all = folders.flatMap((folder) => readdirSync(join(folder, 'masters')).filter(isWhole).map(Number))
  return [...new Set(all)].sort((a, b) => a - b)
}

function makeMaster(folders: readonly string[], now: Instant): number {
  const master = randomBytes(32)
  makeFirst(
    folders.map((folder) => masterFile(folder, now)),
    master,
  )
  return now
}

function firstOf(files: readonly string[]): Buffer | undefined {
  const file = files.find((path) => existsSync(path))
  return file ? readFileSync(file) : undefined
}

const readMaster = (folders: readonly string[], generation: number) =>
  firstOf(folders.map((folder) => masterFile(folder, generation)))

const readKey = (folders: readonly string[], name: string) => readKeyFile(folders, keyName(name))

function readKeyFile(folders: readonly string[], file: string): Buffer | undefined {
  const kept = firstOf(folders.map((folder) => join(folder, 'keys', file)))
  if (!kept) return undefined
  const { master, sealed } = JSON.parse(kept.toString()) as { master: number; sealed: string }
  const masterKey = readMaster(folders, master)
  return masterKey && decrypt(masterKey, sealed, file)
}

function makeKey(folders: readonly string[], name: string, key: Buffer) {
  const newest = generations(folders).at(-1)
  if (newest === undefined) throw new Error('The keyring has no master key.')
  const file = keyName(name)
  makeFirst(
    folders.map((folder) => join(folder, 'keys', file)),
    keyFileOf(folders, file, key, newest),
  )
}

function writeKeyFile(folders: readonly string[], file: string, key: Buffer, master: number) {
  const text = keyFileOf(folders, file, key, master)
  for (const folder of folders) writeDurably(join(folder, 'keys', file), text)
}

function keyFileOf(folders: readonly string[], file: string, key: Buffer, master: number): string {
  const masterKey = readMaster(folders, master)
  if (!masterKey) throw new Error('The keyring has lost its newest master key.')
  return JSON.stringify({ master, sealed: encrypt(masterKey, key, file) })
}

/** Of several processes that make the same at once one is first, and its is copied to the other folders by all. */
function makeFirst([first, ...copies]: readonly string[], content: string | Uint8Array) {
  if (!first) return
  writeOnce(first, content)
  const made = readFileSync(first)
  for (const copy of copies) writeOnce(copy, made)
}

function encrypt(key: Buffer, plain: Buffer, context: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

function decrypt(key: Buffer, sealed: string, context: string): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(context))
    opener.setAuthTag(bytes.subarray(-16))
    return Buffer.concat([opener.update(bytes.subarray(12, -16)), opener.final()])
  } catch {
    return undefined
  }
}
