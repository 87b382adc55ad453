/**
 * Credentials that a relay can check without a list of people: the name says until when, the password is a MAC of the
 * name under a secret that only the platform and its relay know. coturn calls it `use-auth-secret`.
 *
 * Imports nothing of the relay, so that it serves coturn as well.
 */
import { createHmac, randomBytes } from 'node:crypto'

export type RelayCredentials = { readonly username: string; readonly credential: string }

/** The name is chance, not a person: a relay never learns who talks. */
export function relayCredentials(secret: string, nowMs: number, lifetimeSeconds: number): RelayCredentials {
  const expiry = Math.floor(nowMs / 1000) + lifetimeSeconds
  const username = `${expiry}:${randomBytes(9).toString('base64url')}`
  return { username, credential: relayCredentialOf(secret, username) }
}

export function relayCredentialOf(secret: string, username: string): string {
  return createHmac('sha1', secret).update(username).digest('base64')
}

/** `undefined` for a name that nobody handed out in this form. */
export function relayCredentialsEndAt(username: string): number | undefined {
  const [, expiry] = /^(\d{1,11}):[\w-]{1,64}$/.exec(username) ?? []
  return expiry === undefined ? undefined : Number(expiry) * 1000
}
