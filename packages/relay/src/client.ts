/** Who is at the other end of a five-tuple, over whatever transport. */
import type { TransportAddress } from './transport-address.ts'

export interface Client extends TransportAddress {
  /** One per five-tuple. */
  readonly key: string
  /** On a stream, ChannelData is padded to four bytes (RFC 8656, 12.5). */
  readonly isStream: boolean
  answer(bytes: Buffer): void
  /** Media: `false` when it was dropped because the reader is too slow. */
  carry(bytes: Buffer): boolean
  /** The allocation is over, and with it a connection that served for it. */
  end(): void
}
