/**
 * A one-time pass: to one socket, asked for by an authenticated POST so that nothing secret stands in a URL, or to the
 * second half of a passkey's two steps.
 * Sealed by the server, so that any of its processes can read it; each process takes one only once.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Instant } from '@houvast/rules/time'
import { fromBase64Url } from '@houvast/sealed/bytes'

export type Pass =
  | { readonly role: 'seeker'; readonly line: string; readonly conversation: string }
  | { readonly role: 'helper'; readonly line: string; readonly kid: string }
  /** After a talk in which both said yes: to begin a follow-up that leads to no conversation. */
  | { readonly role: 'follow-up'; readonly line: string; readonly conversation: string }
  | { readonly role: 'passkey-adding'; readonly line: string; readonly kid: string; readonly challenge: string }
  | { readonly role: 'passkey-sign-in'; readonly challenge: string }

const GOOD_FOR_MS = {
  seeker: 30_000,
  helper: 30_000,
  'follow-up': 600_000,
  'passkey-adding': 300_000,
  'passkey-sign-in': 300_000,
}

export class Tickets {
  readonly #key: Buffer
  readonly #now: () => Instant
  readonly #used = new Map<string, Instant>()

  constructor(key: Buffer, now: () => Instant) {
    this.#key = key
    this.#now = now
  }

  issue(pass: Pass): string {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    const plain = JSON.stringify({ ...pass, until: this.#now() + GOOD_FOR_MS[pass.role] })
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url')
  }

  /** The pass, once; `undefined` when it is not ours, too old or used. */
  redeem<Role extends Pass['role']>(ticket: string, role: Role): Extract<Pass, { role: Role }> | undefined {
    const opened = this.#open(ticket)
    const now = this.#now()
    if (!opened || opened.role !== role || opened.until < now || this.#used.has(ticket)) return undefined
    for (const [used, until] of this.#used) {
      if (until >= now) break
      this.#used.delete(used)
    }
    this.#used.set(ticket, opened.until)
    return opened as unknown as Extract<Pass, { role: Role }>
  }

  #open(ticket: string): (Pass & { until: Instant }) | undefined {
    // Strict: a second spelling of the same bytes would be a second use.
    const bytes = fromBase64Url(ticket)
    if (!bytes || bytes.length < 12 + 16) return undefined
    try {
      const opener = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, 12))
      opener.setAuthTag(bytes.subarray(-16))
      return JSON.parse(Buffer.concat([opener.update(bytes.subarray(12, -16)), opener.final()]).toString())
    } catch {
      return undefined
    }
  }
}
