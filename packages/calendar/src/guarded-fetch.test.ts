import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ForbiddenAddressError, guardedFetch, isPublicAddress } from './guarded-fetch.ts'

describe('an address somebody typed', () => {
  test.each([
    ...['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1'],
    ...['::', '::1', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1'],
    ...['2002:a00:1::', '2001:db8::1', '2001::1', 'not an address', ''],
  ])('%s is not out there', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['8.8.8.8', '172.32.0.1', '193.190.1.1', '2a02:1800::1', '2001:4860:4860::8888'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test.each([
    ...['http://example.org/', 'ftp://example.org/', 'file:///etc/passwd'],
    ...[
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://0x7f.1/',
      'https://2130706433/',
    ],
    ...['https://169.254.169.254/latest/', 'https://10.0.0.1:8443/'],
  ])('%s is not asked', async (address) => {
    await expect(guardedFetch()(address)).rejects.toThrow(ForbiddenAddressError)
  })

  test('nor what a name within leads to', async () => {
    await expect(guardedFetch()('https://localhost/')).rejects.toThrow(ForbiddenAddressError)
  })
})

describe('on one’s own machine, where that is allowed', () => {
  let server: Server
  let origin: string
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/slow') return
      if (request.url === '/away') return response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
      if (request.url === '/long') return response.end('x'.repeat(2_000_000))
      response.end(`${request.method} ${request.headers.authorization}`)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.close()
    server.closeAllConnections()
  })
  const fetchIt = guardedFetch({ allowsLoopback: true, answersWithinMs: 300 })

  test('is asked as told', async () => {
    const response = await fetchIt(`${origin}/`, { method: 'PROPFIND', headers: { authorization: 'Basic x' } })

    expect(await response.text()).toBe('PROPFIND Basic x')
  })

  test('a redirect is not followed', async () => {
    expect((await fetchIt(`${origin}/away`)).status).toBe(302)
  })

  test.each(['/slow', '/long'])('%s ends it', async (path) => {
    await expect(fetchIt(origin + path)).rejects.toThrow()
  })

  test('other places without TLS stay forbidden', async () => {
    await expect(fetchIt('http://example.org/')).rejects.toThrow(ForbiddenAddressError)
    await expect(fetchIt('http://10.0.0.1/')).rejects.toThrow(ForbiddenAddressError)
  })
})
