/**
 * Fetching an address that somebody typed, without letting it reach what is behind us: TLS only, no private or special
 * address, and the name is looked up by the connection itself, so that it cannot answer otherwise the second time (DNS
 * rebinding). Redirects are not followed. Standards: RFC 6890 (special-purpose addresses).
 */
import { lookup } from 'node:dns'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

export type GuardOptions = {
  /** For tests and one's own machine: `http:` too, but only to a loopback address. */
  readonly allowsLoopback?: boolean
  readonly answersWithinMs?: number
}

export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError'
}

const ANSWERS_WITHIN_MS = 10_000
const ANSWER_MAX = 1_024 * 1_024

const special = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special.addSubnet(network, prefix)
/** All of IPv6 but the global unicast addresses, and in those what stands for an IPv4 address or a document. */
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, prefix, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !special.check(address)
  return family === 6 && globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

const isLoopback = (address: string) => address === '::1' || /^127\./.test(address)

export function guardedFetch({ allowsLoopback = false, answersWithinMs = ANSWERS_WITHIN_MS }: GuardOptions = {}) {
  const mayReach = (address: string) => isPublicAddress(address) || (allowsLoopback && isLoopback(address))

  return async function fetchGuarded(asked: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const url = new URL(asked instanceof Request ? asked.url : asked)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const isPlain = url.protocol === 'http:' && allowsLoopback && (isLoopback(host) || host === 'localhost')
    if (url.protocol !== 'https:' && !isPlain) throw new ForbiddenAddressError('only https')
    // Of an address that is written out nothing is looked up.
    if (isIP(host) && !mayReach(host)) throw new ForbiddenAddressError('a special address')
    const headers: Record<string, string> = {}
    new Headers(init.headers).forEach((value, name) => {
      headers[name] = value
    })
    const options = {
      ...{ method: init.method ?? 'GET', headers, lookup: guardedLookup(mayReach) },
      signal: AbortSignal.timeout(answersWithinMs),
    }
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = (isPlain ? plainRequest : tlsRequest)(url, options, resolve)
      sent.once('error', reject)
      sent.end(typeof init.body === 'string' ? init.body : undefined)
    })
    return new Response(await bodyOf(answer), { status: answer.statusCode ?? 500, headers: headersOf(answer) })
  }
}

function guardedLookup(mayReach: (address: string) => boolean): LookupFunction {
  return (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 4)
      const [first] = found
      // One bad address among them is enough: which one is taken is not ours to choose.
      if (!first || !found.every(({ address }) => mayReach(address)))
        return done(new ForbiddenAddressError('a special address'), '', 4)
      if (options.all) return done(null, found)
      done(null, first.address, first.family)
    })
}

async function bodyOf(answer: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of answer) {
    length += (piece as Buffer).length
    if (length > ANSWER_MAX) {
      answer.destroy()
      throw new Error('the answer is too long')
    }
    pieces.push(piece as Buffer)
  }
  const hasNone = answer.statusCode === 204 || answer.statusCode === 205 || answer.statusCode === 304
  return hasNone ? null : new Uint8Array(Buffer.concat(pieces))
}

function headersOf({ headers }: IncomingMessage): Headers {
  const all = new Headers()
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') all.set(name, value)
  return all
}
