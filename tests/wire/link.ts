/** One end of a link with the server, by socket or by posts, that keeps every frame it gets. */
import WebSocket from 'ws'
import { type Ask, asked } from './ask.ts'

export type Frame = { readonly type: string; readonly [field: string]: unknown }

export type WireLink = {
  send(frame: object | string): Promise<unknown>
  readonly frames: readonly Frame[]
  /** The first frame that fits, come or yet to come. */
  until(fits: (frame: Frame) => boolean, what?: string): Promise<Frame>
  /** Resolves with the close code. */
  readonly closed: Promise<number>
  close(): void
}

const PATIENCE_MS = 10_000

function keeping() {
  const frames: Frame[] = []
  const listeners = new Set<() => void>()
  return {
    frames,
    hear(text: string) {
      frames.push(JSON.parse(text))
      for (const listener of listeners) listener()
    },
    until(fits: (frame: Frame) => boolean, what = 'the frame') {
      return new Promise<Frame>((resolve, reject) => {
        const look = () => {
          const found = frames.find(fits)
          if (!found) return
          clearTimeout(timer)
          listeners.delete(look)
          resolve(found)
        }
        const timer = setTimeout(() => {
          listeners.delete(look)
          reject(new Error(`Waited for ${what}; there was ${frames.map(({ type }) => type).join(', ') || 'nothing'}.`))
        }, PATIENCE_MS)
        listeners.add(look)
        look()
      })
    },
  }
}

export async function openSocket(origin: string, role: 'seeker' | 'desk'): Promise<WireLink> {
  const kept = keeping()
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/${role}/socket`, { origin })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  socket.on('message', (data) => kept.hear(data.toString()))
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  socket.on('error', () => {})
  return {
    ...{ frames: kept.frames, until: kept.until, closed },
    send: async (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    close: () => socket.close(),
  }
}

export async function openPolled(ask: Ask, role: 'seeker' | 'desk'): Promise<WireLink> {
  const kept = keeping()
  const at = `/api/${role}/link`
  const { link } = await asked<{ link: string }>(ask(at, { body: {} }))
  let sent = 0
  let isOpen = true
  const closed = (async () => {
    for (let since = 0; isOpen; ) {
      const answer = await ask(`${at}/wait`, { body: { link, since } }).catch(() => undefined)
      if (answer?.status !== 200) return answer?.status ?? 0
      const news = answer.json() as { frames: string[]; next: number; closed?: number }
      for (const frame of news.frames) kept.hear(frame)
      if (news.closed !== undefined) return news.closed
      since = news.next
    }
    return 1000
  })()
  return {
    ...{ frames: kept.frames, until: kept.until, closed },
    send: (frame) =>
      ask(`${at}/send`, {
        body: { link, at: sent++, frames: [typeof frame === 'string' ? frame : JSON.stringify(frame)] },
      }),
    close() {
      isOpen = false
    },
  }
}
