/** Bytes and their one spelling as text: base64url without padding, with unused bits zero. */
export type Bytes = Uint8Array<ArrayBuffer>

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const valueByCode = new Uint8Array(256).fill(255)
for (let i = 0; i < 64; i++) valueByCode[alphabet.charCodeAt(i)] = i

export function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] as number
    const b = bytes[i + 1]
    const c = bytes[i + 2]
    text += alphabet.charAt(a >> 2) + alphabet.charAt(((a & 3) << 4) | ((b ?? 0) >> 4))
    if (b !== undefined) text += alphabet.charAt(((b & 15) << 2) | ((c ?? 0) >> 6))
    if (c !== undefined) text += alphabet.charAt(c & 63)
  }
  return text
}

/** Strict: another alphabet, padding, white space or set trailing bits give `undefined`, never a best guess. */
export function fromBase64Url(text: string): Bytes | undefined {
  const rest = text.length % 4
  if (rest === 1) return undefined
  const bytes = new Uint8Array(byteLengthOfBase64Url(text))
  let at = 0
  for (let i = 0; i < text.length; i += 4) {
    const a = valueAt(text, i)
    const b = valueAt(text, i + 1)
    const c = i + 2 < text.length ? valueAt(text, i + 2) : 0
    const d = i + 3 < text.length ? valueAt(text, i + 3) : 0
    if ((a | b | c | d) > 63) return undefined
    bytes[at++] = (a << 2) | (b >> 4)
    if (i + 2 < text.length) bytes[at++] = ((b & 15) << 4) | (c >> 2)
    else if (b & 15) return undefined
    if (i + 3 < text.length) bytes[at++] = ((c & 3) << 6) | d
    else if (i + 2 < text.length && c & 3) return undefined
  }
  return bytes
}

export function byteLengthOfBase64Url(text: string): number {
  return Math.floor((text.length * 3) / 4)
}

function valueAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < 256 ? (valueByCode[code] as number) : 255
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Takes as long for a near miss as for a far one. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number)
  return difference === 0
}

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}
