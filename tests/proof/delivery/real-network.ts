/** What a browser gives a page, for a device in Node: sockets and posts that say from which page they come. */
import type { OpenLink } from '@houvast/connection/client-link'
import { type Post, polledLink } from '@houvast/connection/polled-link'
import { WebSocket } from 'ws'

const ABNORMAL = 1006
const ANSWERED_WITHIN_MS = 15_000

/** `cookie` is asked for every time: it comes with signing in. */
export function pageAt(origin: string, channel: 'seeker' | 'desk', cookie = () => '') {
  const headers = () => ({ origin, 'content-type': 'application/json', ...(cookie() ? { cookie: cookie() } : {}) })

  const ask = async (path: string, init: RequestInit = {}) => {
    const signal = init.signal ?? AbortSignal.timeout(ANSWERED_WITHIN_MS)
    const response = await fetch(`${origin}${path}`, { ...init, headers: headers(), signal })
    return { status: response.status, json: (await response.json()) as unknown, headers: response.headers }
  }
  const post: Post = (path, body, signal) =>
    ask(path, { method: 'POST', body: JSON.stringify(body), ...(signal ? { signal } : {}) })

  const socket: OpenLink = (events) => {
    const ws = new WebSocket(`${origin.replace('http', 'ws')}/api/${channel}/socket`, {
      headers: headers(),
      perMessageDeflate: false,
    })
    let isClosed = false
    const closed = (code: number | undefined) => {
      if (isClosed) return
      isClosed = true
      events.closed(code)
    }
    ws.on('open', () => events.opened())
    ws.on('message', (data) => {
      if (!isClosed) events.frame(data.toString())
    })
    ws.on('close', (code) => closed(code === ABNORMAL ? undefined : code))
    ws.on('error', () => closed(undefined))
    return {
      send(frame) {
        if (ws.readyState === WebSocket.OPEN) ws.send(frame)
      },
      close() {
        ws.terminate()
        closed(undefined)
      },
    }
  }
  return {
    ask,
    post,
    links: { socket, polled: polledLink(`/api/${channel}/link`, post) },
    /** Where sockets are blocked: every attempt ends at once. */
    polledOnly: {
      socket: ((events) => {
        setTimeout(() => events.closed(undefined))
        return { send() {}, close() {} }
      }) satisfies OpenLink,
      polled: polledLink(`/api/${channel}/link`, post),
    },
  }
}

export type Page = ReturnType<typeof pageAt>
