/** An address and a port, and addresses between the text that Node gives and the bytes that travel. */
import { isIPv4 } from 'node:net'

export type TransportAddress = { readonly address: string; readonly port: number }

/** The four or sixteen bytes of an address that Node wrote. One of IPv4 in the clothes of IPv6 is IPv4. */
export function readAddressText(address: string): Buffer {
  const plain = withoutClothes(address)
  if (isIPv4(plain)) return Buffer.from(plain.split('.').map(Number))
  const [head = '', tail = ''] = plain.split('::')
  const bytes = Buffer.alloc(16)
  bytes.set(groups(head))
  const end = groups(tail)
  bytes.set(end, 16 - end.length)
  return bytes
}

export function writeAddressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.')
  const pairs = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0))
  return pairs.map((pair) => pair.toString(16)).join(':')
}

/** Who is counted as one: an IPv4 address, or the /64 that a household gets under IPv6. */
export function household(address: string): string {
  const plain = withoutClothes(address)
  return isIPv4(plain) ? plain : readAddressText(plain).subarray(0, 8).toString('hex')
}

const withoutClothes = (address: string) => (address.startsWith('::ffff:') ? address.slice(7) : address)

function groups(text: string): number[] {
  if (!text) return []
  return text.split(':').flatMap((group) => {
    const pair = Number.parseInt(group, 16)
    return [pair >> 8, pair & 0xff]
  })
}
