/** The local provider on a port of this machine only, where the official client can reach it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LocalMollie } from './local-mollie.ts'

export type ListeningMollie = { /** For the client, with `/v2/`. */ readonly endpoint: string; close(): void }

export async function listenLocally({ fetch, close }: Pick<LocalMollie, 'fetch' | 'close'>): Promise<ListeningMollie> {
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    request.on('error', () => response.destroy())
    for await (const piece of request) pieces.push(piece as Buffer)
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value)
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    const answer = await fetch(
      new Request(`http://${request.headers.host}${request.url}`, {
        ...{ method: request.method ?? 'GET', headers },
        ...(hasBody ? { body: Buffer.concat(pieces) } : {}),
      }),
    )
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  server.unref()
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}/v2/`,
    close() {
      close()
      server.close()
      server.closeAllConnections()
    },
  }
}
