/**
 * The one encoding of HC-1: version byte, label, then the object's fields in their fixed order, each behind its
 * length (two bytes, big-endian). One object has one spelling: numbers have a fixed width, nothing is optional,
 * and a reader that does not end on the last byte refuses.
 */
import { type Bytes, byteLengthOfBase64Url, concat, fromBase64Url, utf8 } from './bytes.ts'
import { ok, type Result, refused, type SealedReason } from './result.ts'

export const VERSION = 1

export type Label = `HC1/${string}`

const FIELD_MAX = 0xffff

export function encode(label: Label, fields: readonly Uint8Array[]): Bytes {
  const name = utf8(label)
  return concat(Uint8Array.of(VERSION, name.length), name, encodeFields(fields))
}

export function encodeFields(fields: readonly Uint8Array[]): Bytes {
  return concat(...fields.flatMap((field) => [lengthOf(field), field]))
}

function lengthOf(field: Uint8Array): Bytes {
  if (field.length > FIELD_MAX) throw new RangeError('an HC-1 field holds at most 65,535 bytes')
  return Uint8Array.of(field.length >> 8, field.length & 255)
}

export function byte(value: number): Bytes {
  return Uint8Array.of(value)
}

export function uint32(value: number): Bytes {
  return integer(value, 4)
}

/** Instants in epoch milliseconds need more than 32 bits. */
export function uint64(value: number): Bytes {
  return integer(value, 8)
}

function integer(value: number, width: 4 | 8): Bytes {
  if (!Number.isSafeInteger(value) || value < 0 || (width === 4 && value > 0xffffffff)) {
    throw new RangeError(`${value} does not fit in ${width} bytes`)
  }
  const bytes = new Uint8Array(width)
  const view = new DataView(bytes.buffer)
  if (width === 4) view.setUint32(0, value)
  else view.setBigUint64(0, BigInt(value))
  return bytes
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A UUIDv7 in lower case, as its 16 bytes. */
export function uuid(text: string): Bytes {
  if (!uuidPattern.test(text)) throw new RangeError('an id must be a UUIDv7 in lower case')
  const hex = text.replaceAll('-', '')
  return Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
}

const linePattern = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/

/** A line is named by its short name: a-z, 0-9 and dashes. */
export function lineName(text: string): Bytes {
  if (!linePattern.test(text)) throw new RangeError('a line name is a-z, 0-9 and dashes, at most 64 characters')
  return utf8(text)
}

/** Thrown by a `FieldReader` and caught by `parse`, nowhere else. */
class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly reason: SealedReason

  constructor(reason: SealedReason) {
    super(reason)
    this.reason = reason
  }
}

export function parse<T>(text: string, label: Label, read: (fields: FieldReader) => T): Result<T> {
  const bytes = fromBase64Url(text)
  return bytes ? parseBytes(bytes, label, read) : refused('malformed')
}

export function parseBytes<T>(bytes: Bytes, label: Label, read: (fields: FieldReader) => T): Result<T> {
  try {
    const fields = new FieldReader(bytes, label)
    const value = read(fields)
    fields.end()
    return ok(value)
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.reason)
    throw error
  }
}

/**
 * Reads only the front of an object, without decoding the rest: for a server that compares header fields with a
 * frame, thousands of times a second. `read` may look at `totalLength` to check that what follows could fit.
 */
export function parseFront<T>(
  text: string,
  label: Label,
  frontMax: number,
  read: (fields: FieldReader, totalLength: number) => T,
): Result<T> {
  // A cut on a multiple of four characters falls between bytes.
  const front = fromBase64Url(text.slice(0, 4 * Math.ceil(frontMax / 3)))
  if (!front || text.length % 4 === 1 || !base64UrlPattern.test(text)) return refused('malformed')
  try {
    return ok(read(new FieldReader(front, label), byteLengthOfBase64Url(text)))
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.reason)
    throw error
  }
}

const base64UrlPattern = /^[A-Za-z0-9_-]+$/

const hexByByte = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))

export class FieldReader {
  readonly #bytes: Bytes
  #at = 0

  constructor(bytes: Bytes, label?: Label) {
    this.#bytes = bytes
    if (label) this.#head(label)
  }

  #head(label: Label): void {
    if (this.#bytes[0] !== VERSION) throw new Unreadable(this.#bytes.length > 0 ? 'unknown-version' : 'malformed')
    if (this.#bytes[1] !== label.length) throw new Unreadable('malformed')
    for (let i = 0; i < label.length; i++) {
      if (this.#bytes[2 + i] !== label.charCodeAt(i)) throw new Unreadable('malformed')
    }
    this.#at = 2 + label.length
  }

  /** How many bytes have been read. */
  get at(): number {
    return this.#at
  }

  /** What has been read: what a signature or a ciphertext that follows was made over. */
  soFar(): Bytes {
    return this.#bytes.subarray(0, this.#at)
  }

  /** The length of the next field, which need not be there yet. */
  announcedLength(): number {
    const high = this.#bytes[this.#at]
    const low = this.#bytes[this.#at + 1]
    return high === undefined || low === undefined ? this.refuse() : (high << 8) | low
  }

  bytes(length?: number): Bytes {
    const size = this.announcedLength()
    const from = this.#at + 2
    if (from + size > this.#bytes.length || (length !== undefined && size !== length)) throw new Unreadable('malformed')
    this.#at = from + size
    return this.#bytes.subarray(from, from + size)
  }

  byte(): number {
    return this.bytes(1)[0] as number
  }

  uint32(): number {
    const [a, b, c, d] = this.bytes(4) as unknown as [number, number, number, number]
    return a * 0x1000000 + ((b << 16) | (c << 8) | d)
  }

  uint64(): number {
    const field = this.bytes(8)
    const value = Number(new DataView(field.buffer, field.byteOffset, 8).getBigUint64(0))
    return Number.isSafeInteger(value) ? value : this.refuse()
  }

  text(maxBytes: number): string {
    const field = this.bytes()
    if (field.length > maxBytes) return this.refuse()
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(field)
    } catch {
      return this.refuse()
    }
  }

  line(): string {
    const field = this.bytes()
    const text = field.length <= 64 ? String.fromCharCode(...field) : ''
    return linePattern.test(text) ? text : this.refuse()
  }

  uuid(): string {
    const field = this.bytes(16)
    if ((field[6] as number) >> 4 !== 7 || (field[8] as number) >> 6 !== 2) this.refuse()
    let text = ''
    for (let i = 0; i < 16; i++) {
      if (i === 4 || i === 6 || i === 8 || i === 10) text += '-'
      text += hexByByte[field[i] as number]
    }
    return text
  }

  /** A field that holds fields of its own. */
  nested<T>(read: (fields: FieldReader) => T): T {
    const inner = new FieldReader(this.bytes())
    const value = read(inner)
    inner.end()
    return value
  }

  list<T>(read: (fields: FieldReader) => T, max: number): readonly T[] {
    return this.nested((inner) => {
      const items: T[] = []
      while (!inner.isAtEnd) {
        if (items.length === max) this.refuse()
        items.push(inner.nested(read))
      }
      return items
    })
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  end(): void {
    if (!this.isAtEnd) this.refuse()
  }

  refuse(reason: SealedReason = 'malformed'): never {
    throw new Unreadable(reason)
  }
}
