/** WebSockets: exact origin, no compression (R10), and a heartbeat that finds the dead ones. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE_CODES, type CloseReason } from '@houvast/protocol/close-codes'
import { FRAME_MAX, UNREAD_MAX } from '@houvast/rules/limits/limits'
import { type Instant, SECOND_MS } from '@houvast/rules/time'
import { type WebSocket, WebSocketServer } from 'ws'
import { inOrder } from '../talk/in-order.ts'
import type { HandleLink, Link } from '../talk/link.ts'
import { forEachInTurns } from '../turn-of-the-loop.ts'
import { refuseRaw } from './every-answer.ts'
import { isOwnOrigin } from './own-origin.ts'

const HEARTBEAT_MS = 25 * SECOND_MS
const PINGED_TOGETHER = 100

type Channel = { readonly handle: HandleLink; readonly origin: string | undefined }

export function acceptSockets(
  server: Server,
  channels: ReadonlyMap<string, Channel>,
  options: { now: () => Instant; onBug: (error: unknown) => void },
) {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_MAX,
    perMessageDeflate: false,
    clientTracking: true,
  })
  sockets.on('wsClientError', (_, socket) => refuseRaw(socket, 400))
  const alive = new WeakSet<WebSocket>()

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const channel = channels.get(request.url ?? '')
    if (!channel) return refuseRaw(socket, 404)
    if (!isOwnOrigin(request.headers.origin, request.headers.host, channel.origin)) return refuseRaw(socket, 403)
    sockets.handleUpgrade(request, socket, head, (ws) => carry(ws, channel.handle))
  })

  function carry(ws: WebSocket, handle: HandleLink) {
    alive.add(ws)
    const link: Link = {
      send(frame) {
        if (ws.readyState !== ws.OPEN) return
        // Who does not read gets no goodbye either.
        if (ws.bufferedAmount > UNREAD_MAX) return ws.terminate()
        ws.send(frame)
      },
      close(reason) {
        ws.close(CLOSE_CODES[reason])
      },
    }
    const handler = inOrder(link, handle(link), options)
    ws.on('message', (data, isBinary) => {
      if (isBinary) return link.close('protocol-error')
      alive.add(ws)
      void handler.receive(data.toString())
    })
    ws.on('pong', () => alive.add(ws))
    ws.on('close', () => handler.closed())
    ws.on('error', () => ws.terminate())
  }

  const beat = () =>
    forEachInTurns([...sockets.clients], PINGED_TOGETHER, (ws) => {
      if (!alive.delete(ws)) ws.terminate()
      else if (ws.readyState === ws.OPEN) ws.ping()
    })
  const heartbeat = setInterval(() => void beat().catch(options.onBug), HEARTBEAT_MS).unref()

  return {
    close(reason: CloseReason) {
      clearInterval(heartbeat)
      for (const ws of sockets.clients) ws.close(CLOSE_CODES[reason])
    },
  }
}
