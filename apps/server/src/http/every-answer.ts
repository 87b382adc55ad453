/** The security headers on what never reaches a route: requests that cannot be read, and sockets that are refused. */
import { type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { apiHeaders } from './security-headers.ts'

export function closeEveryAnswer(server: Server) {
  server.prependListener('request', (_, response) => {
    response.setHeaders(new Map(Object.entries(apiHeaders)))
  })
  server.on('checkExpectation', (_, response) => {
    response.setHeaders(new Map(Object.entries(apiHeaders)))
    response.writeHead(417).end()
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseRaw(socket, statusOf(error.code)))
}

export function refuseRaw(socket: Duplex, status: number) {
  if (!socket.writable) return socket.destroy()
  const headers = Object.entries(apiHeaders).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join('')}Content-Length: 0\r\nConnection: close\r\n\r\n`,
  )
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return 413
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}
