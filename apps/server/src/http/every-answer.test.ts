import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeEveryAnswer } from './every-answer.ts'
import { apiHeaders } from './security-headers.ts'

describe('every answer is closed to browsers', () => {
  let server: Server
  beforeEach(async () => {
    server = createServer((request, response) => {
      if (request.url === '/own') response.setHeader('Content-Security-Policy', "script-src 'self'")
      response.end('x')
    })
    closeEveryAnswer(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => server.close())

  function raw(text: string): Promise<string> {
    const { port } = server.address() as AddressInfo
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text))
      let answer = ''
      socket.on('data', (data) => {
        answer += data
      })
      socket.on('close', () => resolve(answer))
      socket.on('error', reject)
    })
  }

  const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`

  test.each([
    ['one that no route made', get('/'), 200],
    ['a request that is no HTTP', 'hello\r\n\r\n', 400],
    ['a header that is none', get('/', 'a b: c\r\n'), 400],
    ['headers without end', get('/', `a: ${'x'.repeat(20_000)}\r\n`), 431],
    ['two lengths', get('/', 'Content-Length: 1\r\nContent-Length: 2\r\n'), 400],
    ['a length and pieces', get('/', 'Content-Length: 1\r\nTransfer-Encoding: chunked\r\n'), 400],
    ['an expectation that nobody meets', get('/', 'Expect: the-unexpected\r\n'), 417],
    ['another protocol', '\x16\x03\x01\x02\x00\x01', 400],
  ])('%s', async (_, request, status) => {
    const answer = await raw(request)

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    for (const [name, value] of Object.entries(apiHeaders)) expect(answer).toContain(`${name}: ${value}\r\n`)
  })

  test('a page’s own policy stands', async () => {
    expect(await raw(get('/own'))).toContain("Content-Security-Policy: script-src 'self'")
    expect(await raw(get('/own'))).not.toContain("default-src 'none'")
  })
})
