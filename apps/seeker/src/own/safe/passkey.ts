/**
 * Opening with a passkey, where the browser has WebAuthn's PRF extension (WebAuthn Level 3, 10.1.4): the authenticator gives the same
 * secret for the same salt, and nobody else can ask for it. Beside a PIN, never in its place.
 */
import { type Bytes, randomBytes } from '@houvast/sealed/bytes'
import { type DeviceLock, type OpenedLock, openWithPasskey, withPasskey } from '@houvast/sealed/device-lock'

type PrfResults = { prf?: { enabled?: boolean; results?: { first?: ArrayBuffer } } }

export function mayHavePasskey(): boolean {
  return typeof PublicKeyCredential !== 'undefined'
}

/** `undefined`: this browser or this passkey cannot do it. */
export async function addPasskey(opened: OpenedLock, name: string): Promise<DeviceLock | undefined> {
  const prfSalt = randomBytes(32)
  try {
    const made = (await navigator.credentials.create({
      publicKey: {
        challenge: randomBytes(32),
        rp: { name: 'Houvast' },
        user: { id: randomBytes(16), name, displayName: name },
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: prfSalt } } } as AuthenticationExtensionsClientInputs,
      },
    })) as PublicKeyCredential | null
    if (!made) return undefined
    const id = new Uint8Array(made.rawId)
    const atOnce = (made.getClientExtensionResults() as PrfResults).prf?.results?.first
    const prfOutput = atOnce ? new Uint8Array(atOnce) : await askPrf(id, prfSalt)
    return prfOutput && withPasskey(opened, { id, prfSalt, prfOutput })
  } catch {
    return undefined
  }
}

export async function openWithOwnPasskey(lock: DeviceLock): Promise<OpenedLock | undefined> {
  if (!lock.byPasskey) return undefined
  const prfOutput = await askPrf(lock.byPasskey.id, lock.byPasskey.prfSalt).catch(() => undefined)
  return prfOutput && openWithPasskey(lock, prfOutput)
}

async function askPrf(id: Bytes, prfSalt: Bytes): Promise<Bytes | undefined> {
  const got = (await navigator.credentials.get({
    publicKey: {
      challenge: randomBytes(32),
      allowCredentials: [{ type: 'public-key', id }],
      userVerification: 'required',
      extensions: { prf: { eval: { first: prfSalt } } } as AuthenticationExtensionsClientInputs,
    },
  })) as PublicKeyCredential | null
  const first = (got?.getClientExtensionResults() as PrfResults | undefined)?.prf?.results?.first
  return first && new Uint8Array(first)
}
