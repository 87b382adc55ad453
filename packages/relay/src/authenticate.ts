/** Who asks: long-term credentials (RFC 8489, 9.2.4), with a nonce that needs no memory and a name that says until when. */
import type { Allocation } from './allocation-table.ts'
import { ATTRIBUTE } from './attributes.ts'
import type { Client } from './client.ts'
import { isSignedWith, longTermKey } from './integrity.ts'
import { relayCredentialOf, relayCredentialsEndAt } from './relay-credentials.ts'
import type { RelayState } from './relay-state.ts'
import { challenge, type Reply, refuse } from './reply.ts'
import { findAttribute, type StunMessage } from './stun-message.ts'
import { household } from './transport-address.ts'

export type Asker =
  | { readonly ok: true; readonly username: string; readonly key: Buffer }
  | { readonly ok: false; readonly reply: Reply }

/** `undefined` when this address has asked too much to be listened to. */
export function authenticate(
  { realm, secret, nonces, requests }: RelayState,
  client: Client,
  request: StunMessage,
  own: Allocation | undefined,
  now: number,
): Asker | undefined {
  const ask = (code: 401 | 438): Asker => ({ ok: false, reply: challenge(code, realm, nonces.make(client.key, now)) })
  if (request.integrityAt === undefined) return ask(401)

  const username = findAttribute(request, ATTRIBUTE.username)?.toString()
  const saidRealm = findAttribute(request, ATTRIBUTE.realm)?.toString()
  const nonce = findAttribute(request, ATTRIBUTE.nonce)?.toString('latin1')
  if (username === undefined || saidRealm === undefined || nonce === undefined) return { ok: false, reply: refuse(400) }
  if (!nonces.isFresh(nonce, client.key, now)) return ask(438)
  if (!requests.take(household(client.address), now)) return undefined

  // Credentials let someone in for ten minutes; what they opened may stay open longer, as long as it is refreshed.
  if (own?.username === username)
    return isSignedWith(own.key, request) ? { ok: true, username, key: own.key } : ask(401)
  const endsAt = relayCredentialsEndAt(username)
  if (endsAt === undefined || endsAt <= now) return ask(401)
  const key = longTermKey(username, realm, relayCredentialOf(secret, username))
  return isSignedWith(key, request) ? { ok: true, username, key } : ask(401)
}
