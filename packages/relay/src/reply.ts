/** What a request is answered with, before it is bytes. Reasons are those of the standards' registries. */

import { ATTRIBUTE, errorCode, text, unknownAttributes } from './attributes.ts'
import { addFingerprint, sign } from './integrity.ts'
import { type Attribute, type StunMessage, writeMessage } from './stun-message.ts'

export type Reply =
  | { readonly granted: readonly Attribute[] }
  | { readonly refused: RefusalCode; readonly with?: readonly Attribute[] }

export type RefusalCode = keyof typeof REASONS

const REASONS = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  420: 'Unknown Attribute',
  437: 'Allocation Mismatch',
  438: 'Stale Nonce',
  440: 'Address Family not Supported',
  441: 'Wrong Credentials',
  442: 'Unsupported Transport Protocol',
  443: 'Peer Address Family Mismatch',
  486: 'Allocation Quota Reached',
  508: 'Insufficient Capacity',
} as const

/** More are not listed: an answer to a stranger never grows with what was asked. */
const UNKNOWN_LISTED_MAX = 4

export const refuse = (code: RefusalCode): Reply => ({ refused: code })

export function refuseUnknown(types: readonly number[]): Reply {
  return { refused: 420, with: [unknownAttributes(types.slice(0, UNKNOWN_LISTED_MAX))] }
}

/** With the way to do better: the realm and a fresh nonce. */
export function challenge(code: 401 | 438, realm: string, nonce: string): Reply {
  return { refused: code, with: [text(ATTRIBUTE.realm, realm), text(ATTRIBUTE.nonce, nonce)] }
}

/** Signed when the request was rightly signed; marked with a fingerprint when the request was. */
export function writeReply(request: StunMessage, reply: Reply, key: Buffer | undefined): Buffer {
  const { method, transactionId } = request
  const message = writeMessage({
    method,
    transactionId,
    ...('granted' in reply
      ? { messageClass: 'success', attributes: reply.granted }
      : {
          messageClass: 'error',
          attributes: [errorCode(reply.refused, REASONS[reply.refused]), ...(reply.with ?? [])],
        }),
  })
  const signed = key ? sign(key, message) : message
  return request.fingerprintAt === undefined ? signed : addFingerprint(signed)
}
