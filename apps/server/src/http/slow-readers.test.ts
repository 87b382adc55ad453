import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import WebSocket from 'ws'
import type { HandleLink } from '../talk/link.ts'
import { linkRoutes } from './link-routes.ts'
import { acceptSockets } from './sockets.ts'

const FRAME = 'x'.repeat(64 * 1024)
const MEGABYTES = 16

/** Sends a hundred megabytes, whoever reads them, and says whether it was told of the end. */
function tellsMuch() {
  const state = { isClosed: false }
  const handle: HandleLink = (link) => ({
    async receive() {
      for (let i = 0; i < MEGABYTES * 100 && !state.isClosed; i++) link.send(FRAME)
    },
    closed() {
      state.isClosed = true
    },
  })
  return { state, handle }
}
const options = { now: () => Date.now(), onBug: () => {} }

describe('somebody who asks for much and reads nothing', () => {
  let server: Server
  beforeEach(async () => {
    server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  test('[R10] loses the socket before the server’s memory is full', async () => {
    const { state, handle } = tellsMuch()
    const sockets = acceptSockets(server, new Map([['/socket', { handle, origin: undefined }]]), options)
    const { port } = server.address() as AddressInfo
    const ws = new WebSocket(`ws://127.0.0.1:${port}/socket`, { origin: `http://127.0.0.1:${port}` })
    ws.on('error', () => {})
    await new Promise((resolve) => ws.once('open', resolve))
    ;(ws as unknown as { _socket: Socket })._socket.pause()
    ws.send('go')

    await vi.waitFor(() => expect(state.isClosed).toBe(true), { timeout: 5_000 })
    ws.terminate()
    sockets.close('goodbye')
  })

  test('[R10] loses the link of posts before the server’s memory is full', async () => {
    const { state, handle } = tellsMuch()
    const links = linkRoutes(handle, options)
    const app = new Hono().route('/', links.routes)
    const post = async (path: string, body: object) =>
      (await app.request(path, { method: 'POST', body: JSON.stringify(body) })).json()
    const { link } = await post('/', {})
    await post('/send', { link, at: 0, frames: ['go'] })
    await vi.waitFor(() => expect(state.isClosed).toBe(true), { timeout: 5_000 })
    const { closed, frames } = await post('/wait', { link, since: 0 })

    expect(closed).toBe(4429)
    expect(frames.join('').length).toBeLessThan((MEGABYTES + 1) * 1024 * 1024)
    links.close('goodbye')
  })
})
