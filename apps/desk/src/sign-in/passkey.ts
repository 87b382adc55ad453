/**
 * A passkey that signs in and opens the keys. Its PRF extension gives a secret that only this authenticator can give;
 * the secret is taken out of what goes to the server.
 */
import type { Me } from '@houvast/protocol/desk-requests'
import { deriveFromPasskey, deriveFromPassphrase, rewrapIdentity, unwrapIdentity } from '@houvast/sealed/staff-unlock'
import { deskApi } from '../desk-api.ts'
import type { SignedIn } from './sign-in.ts'

const library = () => import('@simplewebauthn/browser')

/** Public, and the same for everybody: each passkey makes its own secret of it. */
const prfSalt = () => crypto.subtle.digest('SHA-256', new TextEncoder().encode('HC1/passkey-prf'))

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string }
const refused = (why: string) => ({ ok: false, why }) as const

export const canUsePasskeys = () => typeof PublicKeyCredential !== 'undefined'

export async function signInWithPasskey(): Promise<Outcome<SignedIn>> {
  const asked = await deskApi.passkeyOptions()
  if (!asked.ok) return refused(asked.why.reason)
  const answered = await askPasskey(asked.value.options)
  if (!answered) return refused('passkey-cancelled')
  const signedIn = await deskApi.signInWithPasskey({ proof: asked.value.proof, credential: answered.credential })
  if (!signedIn.ok) return refused(signedIn.why.reason)
  const me = signedIn.value
  const { wrapKey } = await deriveFromPasskey(answered.secret)
  const identity = await unwrapIdentity(me.identity, wrapKey, me)
  return identity.ok ? { ok: true, value: { me, identity: identity.value } } : refused('identity-not-opened')
}

/** Adds a passkey on this device. The passphrase opens the keys once more, to be locked under the passkey as well. */
export async function addPasskey(me: Me, passphrase: string): Promise<Outcome<undefined>> {
  const mine = await deskApi.me()
  if (!mine.ok) return refused(mine.why.reason)
  const from = await deriveFromPassphrase({ passphrase, line: me.line, name: me.name })
  if (!(await unwrapIdentity(mine.value.identity, from.wrapKey, me)).ok) return refused('wrong-passphrase')
  const asked = await deskApi.newPasskeyOptions()
  if (!asked.ok) return refused(asked.why.reason)

  const { startRegistration } = await library()
  const optionsJSON = { ...asked.value.options, extensions: { prf: {} } } as never
  const made = await startRegistration({ optionsJSON }).catch(() => undefined)
  if (!made) return refused('passkey-cancelled')
  const { challenge, rp } = asked.value.options as { challenge: string; rp: { id: string } }
  const answered = await askPasskey({ challenge, rpId: rp.id, allowCredentials: [{ id: made.id, type: 'public-key' }] })
  if (!answered) return refused('passkey-without-secret')
  const { wrapKey } = await deriveFromPasskey(answered.secret)
  const identity = await rewrapIdentity(mine.value.identity, from.wrapKey, wrapKey, me)
  if (!identity.ok) return refused('identity-not-opened')
  const credential = { ...made, clientExtensionResults: {} }
  const added = await deskApi.addPasskey({ proof: asked.value.proof, credential, identity: identity.value })
  return added.ok ? { ok: true, value: undefined } : refused(added.why.reason)
}

/** The authenticator's answer without its secret, and the secret. `undefined`: cancelled, or it has none to give. */
async function askPasskey(options: object) {
  const { startAuthentication } = await library()
  const optionsJSON = {
    ...options,
    userVerification: 'required',
    extensions: { prf: { eval: { first: await prfSalt() } } },
  } as never
  const answer = await startAuthentication({ optionsJSON }).catch(() => undefined)
  const results = answer?.clientExtensionResults as { prf?: { results?: { first?: ArrayBuffer } } } | undefined
  const secret = results?.prf?.results?.first
  return answer && secret && { credential: { ...answer, clientExtensionResults: {} }, secret: new Uint8Array(secret) }
}
