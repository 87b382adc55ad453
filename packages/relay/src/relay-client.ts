/** A small TURN client: asks, answers a challenge once or twice, and hears data. It serves the check and the tests. */
import { randomBytes } from 'node:crypto'
import { ATTRIBUTE, readErrorCode, readXorAddress, text, xorAddress } from './attributes.ts'
import { addFingerprint, isSignedWith, longTermKey, sign } from './integrity.ts'
import type { RelayCredentials } from './relay-credentials.ts'
import { openPath } from './relay-path.ts'
import type { RelayPlace } from './relay-url.ts'
import { type Attribute, findAttribute, METHOD, readMessage, type StunMessage, writeMessage } from './stun-message.ts'
import type { TransportAddress } from './transport-address.ts'

export type RelayAnswer =
  | { readonly ok: true; readonly message: StunMessage }
  | { readonly ok: false; readonly code: number }

export type RelayClient = Awaited<ReturnType<typeof openRelayClient>>

const REPEAT_MS = 250

/** Rejects when there is no way to the place. Everything ends with `signal`, also what still waits. */
export async function openRelayClient(
  place: RelayPlace,
  { username, credential }: RelayCredentials,
  signal: AbortSignal,
  ca?: string,
) {
  const waiting = new Map<string, (answer: StunMessage) => void>()
  let onData: (data: Buffer, from: TransportAddress) => void = () => undefined
  let realm = ''
  let nonce = ''
  const path = await openPath(place, hear, signal, ca)

  function hear(bytes: Buffer) {
    const message = readMessage(bytes)
    if (message?.messageClass === 'indication' && message.method === METHOD.data) {
      const peer = findAttribute(message, ATTRIBUTE.peerAddress)
      const from = peer && readXorAddress(peer, message.transactionId)
      const data = findAttribute(message, ATTRIBUTE.data)
      if (from && data) onData(data, from)
    } else if (message) waiting.get(message.transactionId.toString('hex'))?.(message)
  }

  /** One transaction, repeated over UDP until something comes. If nothing comes it never ends: the caller has the clock. */
  function transact(write: (transactionId: Buffer) => Buffer): Promise<StunMessage> {
    const transactionId = randomBytes(12)
    const name = transactionId.toString('hex')
    const bytes = addFingerprint(write(transactionId))
    return new Promise((resolve) => {
      const repeat = path.isReliable ? undefined : setInterval(() => path.send(bytes), REPEAT_MS)
      const stop = () => clearInterval(repeat)
      signal.addEventListener('abort', stop, { once: true })
      waiting.set(name, (answer) => {
        stop()
        signal.removeEventListener('abort', stop)
        waiting.delete(name)
        resolve(answer)
      })
      path.send(bytes)
    })
  }

  async function ask(method: number, attributes: readonly Attribute[], peer?: TransportAddress): Promise<RelayAnswer> {
    for (let tries = 0; ; tries++) {
      const key = nonce ? longTermKey(username, realm, credential) : undefined
      const who = key
        ? [text(ATTRIBUTE.username, username), text(ATTRIBUTE.realm, realm), text(ATTRIBUTE.nonce, nonce)]
        : []
      const answer = await transact((transactionId) => {
        const withWhom = peer ? [xorAddress(ATTRIBUTE.peerAddress, peer, transactionId)] : []
        const all = [...attributes, ...withWhom, ...who]
        const message = writeMessage({ messageClass: 'request', method, transactionId, attributes: all })
        return key ? sign(key, message) : message
      })
      if (answer.messageClass === 'success')
        // An answer that does not know our secret is not our relay's.
        return !key || isSignedWith(key, answer) ? { ok: true, message: answer } : { ok: false, code: 401 }
      const code = readErrorCode(findAttribute(answer, ATTRIBUTE.errorCode)) ?? 0
      if (tries === 2 || !(code === 438 || (code === 401 && !key))) return { ok: false, code }
      realm = findAttribute(answer, ATTRIBUTE.realm)?.toString() ?? ''
      nonce = findAttribute(answer, ATTRIBUTE.nonce)?.toString() ?? ''
    }
  }

  return {
    ask,
    send(peer: TransportAddress, data: Buffer) {
      const transactionId = randomBytes(12)
      const attributes = [xorAddress(ATTRIBUTE.peerAddress, peer, transactionId), { type: ATTRIBUTE.data, value: data }]
      path.send(writeMessage({ messageClass: 'indication', method: METHOD.send, transactionId, attributes }))
    },
    pause: path.pause,
    onData(hear: (data: Buffer, from: TransportAddress) => void) {
      onData = hear
    },
  }
}
