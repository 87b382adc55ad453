/** The yardstick: a bare `ws` relay that stores nothing. Two sockets that name the same room hear each other. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { answerMeasurements } from './measured-process.ts'

const http = createServer()
const rooms = new Map<string, Set<WebSocket>>()
new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket, request) => {
  const name = request.url ?? ''
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room.add(socket))
  socket.on('message', (data, isBinary) => {
    for (const other of room) if (other !== socket) other.send(data, { binary: isBinary })
  })
  socket.on('close', () => room.delete(socket))
})
http.listen(0, '127.0.0.1', () => answerMeasurements({ port: (http.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit())
