/** Bytes on a connection, as no browser sends them, and whatever comes back. */
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import type { Chance } from './chance.ts'
import { oddStrings, oddTexts, spoil } from './odd-values.ts'

export type RawAnswer = { readonly status: number; readonly headers: Headers; readonly text: string } | undefined

/** `undefined`: it hung up without a word, which is an answer as well. */
export function sendRaw(origin: string, pieces: readonly (string | Buffer)[], patienceMs = 4_000): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    const got: Buffer[] = []
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`No end came after ${pieces.join('').slice(0, 200)}`))
    }, patienceMs)
    socket.on('data', (data) => got.push(data))
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(readAnswer(Buffer.concat(got).toString('latin1')))
    })
    socket.on('connect', () => {
      for (const piece of pieces) socket.write(piece)
      socket.end()
    })
  })
}

function readAnswer(answer: string): RawAnswer {
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  const [first, ...lines] = head.split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first ?? '')?.[1])
  if (!status) return undefined
  const headers = new Headers(lines.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]))
  return { status, headers, text: rest.join('\r\n\r\n') }
}

const paths = ['/', '/api/lines', '/api/seeker/challenge', '/api/seeker/link', '/desk/', '/crisis', '/api/desk/me']

/** A request that is wrong in a way that only bytes can be. */
export function rawRequest(origin: string, chance: Chance): readonly (string | Buffer)[] {
  const { host } = new URL(origin)
  const path = chance.one(paths)
  const head = (line: string, ...headers: string[]) =>
    [line, `Host: ${host}`, `Origin: ${origin}`, 'Connection: close', ...headers, '', ''].join('\r\n')
  const post = (...headers: string[]) => head(`POST ${path} HTTP/1.1`, 'Content-Type: application/json', ...headers)
  const odd = chance.one(oddStrings)
  const kinds: readonly (() => readonly (string | Buffer)[])[] = [
    () => [head(`GET ${path}${odd.replaceAll(/[\r\n]/g, '')} HTTP/1.1`)],
    () => [head(`GET ${path}/../../../../etc/passwd HTTP/1.1`)],
    () => [head(`GET ${path}%00%ff%c0%ae%c0%ae/ HTTP/1.1`)],
    () => [head(`GET http://elsewhere.test${path} HTTP/1.1`)],
    () => [head(`GET ${'/a'.repeat(9_000)} HTTP/1.1`)],
    () => [head(`${chance.one(['TRACE', 'CONNECT', 'TRACK', 'PRI', 'get', 'P\u0000ST', 'GETGET'])} ${path} HTTP/1.1`)],
    () => [head(`GET ${path} HTTP/${chance.one(['0.9', '1.0', '2.0', '9.9', 'x'])}`)],
    () => [`GET ${path} HTTP/1.1\r\nConnection: close\r\n\r\n`],
    () => [`GET ${path} HTTP/1.1\r\nHost: ${chance.one(['', 'a b', '[', 'x@y', 'x/y', '\u0000', 'é'])}\r\n\r\n`],
    () => [`GET ${path} HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n`],
    () => [head(`GET ${path} HTTP/1.1`, `X-Odd: ${odd}`)],
    () => [head(`GET ${path} HTTP/1.1`, `${odd}: x`)],
    () => [head(`GET ${path} HTTP/1.1`, ...Array.from({ length: 3_000 }, (_, i) => `X-${i}: x`))],
    () => [head(`GET ${path} HTTP/1.1`, `Cookie: ${'a=b; '.repeat(2_000)}`)],
    () => [head(`GET ${path} HTTP/1.1`, 'Range: bytes=0-18446744073709551615', 'If-None-Match: \u00ff')],
    () => [post('Content-Length: 5'), '{}'],
    () => [post('Content-Length: 2'), '{"line":"awel"}'],
    () => [post(`Content-Length: ${chance.one(['-1', '0x10', '1e3', '99999999999999999999', '+1'])}`), '{}'],
    () => [post('Content-Length: 400000'), ' '.repeat(400_000)],
    () => [post('Transfer-Encoding: chunked'), '2\r\n{}\r\n0\r\n\r\n'],
    () => [
      post('Transfer-Encoding: chunked'),
      `${chance.one(['ffffffffffffffff', '-1', 'x', '2;a=b'])}\r\n{}\r\n0\r\n\r\n`,
    ],
    () => [
      post('Transfer-Encoding: chunked'),
      ...Array.from({ length: 50 }, () => `2000\r\n${' '.repeat(0x2000)}\r\n`),
    ],
    () => [post('Transfer-Encoding: chunked', 'Content-Length: 2'), '2\r\n{}\r\n0\r\n\r\n'],
    () => [post('Transfer-Encoding: gzip, chunked'), '2\r\n{}\r\n0\r\n\r\n'],
    () => [post('Expect: 100-continue', 'Content-Length: 2'), '{}'],
    () => [post('Expect: the-unexpected', 'Content-Length: 2'), '{}'],
    () => [post('Content-Length: 9'), Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22, 0x3a, 0x7d])],
    () => {
      const body = Buffer.from(chance.one(oddTexts))
      return [post(`Content-Length: ${body.length}`), body]
    },
    () => [post('Content-Length: 2', 'Upgrade: websocket', 'Connection: Upgrade'), '{}'],
    () => [head('GET /api/seeker/socket HTTP/1.1').replace('close', 'Upgrade'), 'x'],
    () => [
      upgrade(origin, chance.one(['/api/seeker/socket', '/api/desk/socket', '/x', '/api/seeker/socket?a=b']), chance),
    ],
    () => [head(`GET ${path} HTTP/1.1`) + head(`GET ${path} HTTP/1.1`) + head('POST /x HTTP/1.1')],
    () => [spoil(head(`GET ${path} HTTP/1.1`), chance)],
    () => [randomBytes(200)],
  ]
  return chance.one(kinds)()
}

/** An upgrade with one thing wrong. */
function upgrade(origin: string, path: string, chance: Chance): string {
  const { host } = new URL(origin)
  const headers: Record<string, string> = {
    Host: host,
    Origin: origin,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
  }
  const [name, wrong] = chance.one([
    ['Origin', 'https://elsewhere.test'],
    ['Origin', 'null'],
    ['Origin', ''],
    ['Upgrade', 'h2c'],
    ['Sec-WebSocket-Version', '99'],
    ['Sec-WebSocket-Key', 'short'],
    ['Sec-WebSocket-Key', ''],
  ] as const)
  headers[name] = wrong
  const lines = Object.entries(headers).map(([key, of]) => `${key}: ${of}`)
  return [`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n')
}
