/**
 * What two devices tell each other to find a way between them. Sealed and signed as words are, so a server can neither
 * read it nor put another certificate in its place; packed, because a session description is long and says little.
 */
import { type Bytes, fromBase64Url, toBase64Url, utf8 } from '@houvast/sealed/bytes'

export type CallSignal = {
  /** Whom it is for, once there are three; whoever is there when left out. */
  readonly for?: string
} & (Connecting | ThirdSignal | NotYet)

/** To find a way between two devices. `from` and `to` are connections, not people. */
export type Connecting =
  /** «I am here, begin with me»: after a reload, or when nothing was heard. */
  | { readonly kind: 'hello'; readonly from: string }
  /** Without `to` it is for whoever is there. `commit` or `nonce`: for the four words. */
  | {
      readonly kind: 'description'
      readonly from: string
      readonly to?: string
      readonly type: 'offer' | 'answer'
      readonly sdp: string
      readonly commit?: string
      readonly nonce?: string
    }
  | {
      readonly kind: 'candidates'
      readonly from: string
      readonly to: string
      readonly candidates: readonly Candidate[]
    }
  | { readonly kind: 'reveal'; readonly from: string; readonly to: string; readonly nonce: string }

/** «I write first»: who took the talk begins with sound and picture later. */
export type NotYet = { readonly kind: 'not-yet' }

/** Whether somebody may join: asked by one side, answered by the other (Z9). */
export type ThirdSignal =
  | { readonly kind: 'ask-third'; readonly third: string; readonly name: string }
  | { readonly kind: 'third'; readonly third: string; readonly isWelcome: boolean }

export const isConnecting = (signal: CallSignal): signal is { readonly for?: string } & Connecting =>
  signal.kind !== 'not-yet' && signal.kind !== 'ask-third' && signal.kind !== 'third'

export type Candidate = { readonly candidate: string; readonly mid: string | null; readonly line: number | null }

const SIGNAL_BYTES_MAX = 64 * 1024

export async function writeSignal(signal: CallSignal): Promise<string> {
  return toBase64Url(await through(new CompressionStream('deflate-raw'), utf8(JSON.stringify(signal))))
}

/** `undefined`: not one of ours, or of a version to come. The other side is a stranger: nothing is taken on trust. */
export async function readSignal(text: string): Promise<CallSignal | undefined> {
  const bytes = fromBase64Url(text)
  if (!bytes) return undefined
  try {
    const read: unknown = JSON.parse(
      new TextDecoder().decode(await through(new DecompressionStream('deflate-raw'), bytes)),
    )
    return isSignal(read) ? read : undefined
  } catch {
    return undefined
  }
}

async function through(stream: CompressionStream | DecompressionStream, bytes: Bytes): Promise<Bytes> {
  const writer = stream.writable.getWriter()
  // What goes wrong is heard on the reading side.
  void writer.write(bytes).catch(() => {})
  void writer.close().catch(() => {})
  const parts: Uint8Array[] = []
  let length = 0
  for (const reader = stream.readable.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    length += value.length
    if (length > SIGNAL_BYTES_MAX) throw new RangeError('A signal is not that long.')
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isOptionalText = (value: unknown) => value === undefined || isText(value)

function isSignal(read: unknown): read is CallSignal {
  if (typeof read !== 'object' || read === null) return false
  const { kind, from, to, type, sdp, commit, nonce, candidates, third, name, isWelcome } = read as Record<
    string,
    unknown
  >
  if (!isOptionalText((read as { for?: unknown }).for)) return false
  if (kind === 'not-yet') return true
  if (kind === 'ask-third') return isText(third) && isText(name)
  if (kind === 'third') return isText(third) && typeof isWelcome === 'boolean'
  if (!isText(from)) return false
  switch (kind) {
    case 'hello':
      return true
    case 'description':
      return (
        (type === 'offer' || type === 'answer') &&
        isText(sdp) &&
        [to, commit, nonce].every((one) => isOptionalText(one))
      )
    case 'candidates':
      return isText(to) && Array.isArray(candidates) && candidates.every(isCandidate)
    case 'reveal':
      return isText(to) && isText(nonce)
    default:
      return false
  }
}

function isCandidate(value: unknown): value is Candidate {
  if (typeof value !== 'object' || value === null) return false
  const { candidate, mid, line } = value as Record<string, unknown>
  return isText(candidate) && (mid === null || isText(mid)) && (line === null || typeof line === 'number')
}
