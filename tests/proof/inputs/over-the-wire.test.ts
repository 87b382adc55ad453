/** Bytes and sockets as no browser makes them, at a server in its own process. */
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { RunningServer } from '../../running-server.ts'
import { type Ask, askOf } from '../../wire/ask.ts'
import { type Helper, signInHelper } from '../../wire/helper.ts'
import { talkOfTwo, WORDS } from '../../wire/talk.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { whyNotCalm } from './must-be-calm.ts'
import { oddTexts } from './odd-values.ts'
import { rawRequest, sendRaw } from './raw-connections.ts'

const REQUESTS = 6_000
const SOCKETS = 2_000
const FRAME_MAX = 64 * 1024

describe('a server in its own process', () => {
  let server: RunningServer
  let origin: string
  let ask: Ask
  let mila: Helper
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

  beforeAll(async () => {
    server = await RunningServer.start()
    origin = server.origin.replace('localhost', '127.0.0.1')
    ask = askOf(origin)
    mila = await signInHelper(ask, 'awel', 'Mila')
  })
  afterAll(() => server?.stop())

  const memoryMb = () => {
    const status = `/proc/${server.pid}/status`
    return existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1_024 : 0
  }

  async function inLanes(howMany: number, lanes: number, one: (chance: Chance) => Promise<void>) {
    const chance = chanceFrom(seed)
    let left = howMany
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        while (left-- > 0) await one(chance)
      }),
    )
  }

  test(`answers ${REQUESTS} requests made of odd bytes calmly, or hangs up (seed ${seed})`, async () => {
    const problems = new Map<string, string>()
    const statuses = new Map<number | undefined, number>()
    const before = memoryMb()
    await inLanes(REQUESTS, 20, async (chance) => {
      const pieces = rawRequest(origin, chance)
      const answer = await sendRaw(origin, pieces).catch((error: Error) => error)
      if (answer instanceof Error) return void problems.set('no end', answer.message)
      statuses.set(answer?.status, (statuses.get(answer?.status) ?? 0) + 1)
      // 100 is no answer yet, 101 no page.
      const why = answer && answer.status >= 200 ? whyNotCalm(answer) : undefined
      if (why) problems.set(`${answer?.status} ${why}`, `${pieces[0]}`.slice(0, 300))
    })

    expect([...problems]).toEqual([])
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 403, 404, 413, 431]))
    expect(memoryMb() - before).toBeLessThan(200)
  })

  test('reads no endless body, and hangs up', async () => {
    const { hostname, port, host } = new URL(origin)
    const before = memoryMb()
    let sent = 0
    let answer = ''
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST /api/seeker/challenge HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nTransfer-Encoding: chunked\r\n\r\n`,
        )
        const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`
        const more = () => {
          while (!socket.destroyed && sent < 500_000_000) {
            sent += chunk.length
            if (!socket.write(chunk)) return void socket.once('drain', more)
          }
          socket.end()
        }
        more()
      })
      socket.on('data', (data) => {
        answer += data
      })
      socket.on('error', () => {})
      socket.on('close', () => resolve())
    })

    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(sent).toBeLessThan(200_000_000)
    expect(memoryMb() - before).toBeLessThan(120)
  })

  const kinds: Readonly<Record<string, { send(ws: WebSocket, chance: Chance): void; codes: readonly number[] }>> = {
    'an odd text': { send: (ws, chance) => ws.send(chance.one(oddTexts)), codes: [4400, 1009] },
    'a binary frame': { send: (ws) => ws.send(Buffer.from('{"type":"ping"}')), codes: [4400] },
    'an empty frame': { send: (ws) => ws.send(''), codes: [4400] },
    'a frame before hello': { send: (ws) => ws.send('{"type":"ping"}'), codes: [4400] },
    'a version nobody speaks': {
      send: (ws) => ws.send('{"type":"hello","version":99,"ticket":"AAAA","since":0}'),
      codes: [4426, 4400],
    },
    'an invented ticket': {
      send: (ws) => ws.send('{"type":"hello","version":1,"ticket":"AAAA","since":0}'),
      codes: [4401, 4400],
    },
    'a frame in pieces': {
      send(ws) {
        for (const piece of ['{"ty', 'pe":"pi', 'ng"']) ws.send(piece, { fin: false })
        ws.send('}', { fin: true })
      },
      codes: [4400],
    },
    'pieces without end': {
      send(ws) {
        for (let i = 0; i < 10; i++) ws.send('x'.repeat(8_000), { fin: false })
      },
      codes: [1009],
    },
    'a frame of 64 KiB and one': { send: (ws) => ws.send('x'.repeat(FRAME_MAX + 1)), codes: [1009] },
    'a frame of 64 KiB': { send: (ws) => ws.send('x'.repeat(FRAME_MAX)), codes: [4400] },
    'a flood': {
      send(ws) {
        for (let i = 0; i < 400; i++) ws.send('{"type":"ping"}')
      },
      codes: [4400, 4429],
    },
    'text that is no UTF-8': {
      send: (ws) => rawOf(ws).write(masked(0x81, Buffer.from([0xff, 0xfe]))),
      codes: [1007],
    },
    'a frame that is not masked': { send: (ws) => rawOf(ws).write(Buffer.from([0x81, 0x01, 0x78])), codes: [1002] },
    'a frame of no known kind': { send: (ws) => rawOf(ws).write(masked(0x83, Buffer.from('x'))), codes: [1002] },
    'a compressed frame': { send: (ws) => rawOf(ws).write(masked(0xc1, Buffer.from('x'))), codes: [1002] },
    'a length beyond all': {
      send: (ws) => rawOf(ws).write(Buffer.from([0x81, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0])),
      codes: [1009],
    },
    'a close with a code that is none': {
      send: (ws) => rawOf(ws).write(masked(0x88, Buffer.from([0, 1]))),
      codes: [1002],
    },
    'half a frame, and gone': {
      send(ws) {
        rawOf(ws).write(Buffer.from([0x81, 0xfe, 0x10]))
        rawOf(ws).destroy()
      },
      codes: [1006],
    },
  }

  test(`closes ${SOCKETS} sockets that say odd things, each with the code that fits`, async () => {
    const problems = new Map<string, string>()
    const before = memoryMb()
    await inLanes(SOCKETS, 20, async (chance) => {
      const what = chance.one(Object.keys(kinds))
      const kind = kinds[what] as (typeof kinds)[string]
      const role = chance.one(['seeker', 'desk'])
      const ws = new WebSocket(`${origin.replace('http', 'ws')}/api/${role}/socket`, { origin })
      const code = await new Promise<number>((resolve) => {
        const timer = setTimeout(() => resolve(0), 5_000)
        ws.on('open', () => kind.send(ws, chance))
        ws.on('error', () => {})
        ws.on('close', (closed) => {
          clearTimeout(timer)
          resolve(closed)
        })
      })
      // Who is thrown off in the middle of a word may not get to read the code.
      if (!kind.codes.includes(code) && code !== 1006) problems.set(what, `closed with ${code}`)
    })

    expect([...problems]).toEqual([])
    expect(memoryMb() - before).toBeLessThan(150)
  })

  test('and after it two people talk as ever, and nothing was written down', async () => {
    const { ofSeeker, ofHelper } = await talkOfTwo({ origin, ask }, mila)

    expect(ofSeeker).toEqual(WORDS)
    expect(ofHelper).toEqual(WORDS)
    expect(server.output).not.toMatch(/"event":"bug"|^ {4}at /m)
  })
})

/** The connection below a socket, for frames that the library would never send. */
const rawOf = (ws: WebSocket) => (ws as unknown as { _socket: import('node:net').Socket })._socket

function masked(first: number, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from([first, 0x80 | payload.length, 0, 0, 0, 0]), payload])
}
