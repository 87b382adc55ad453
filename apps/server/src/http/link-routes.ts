/**
 * The same frames where a WebSocket cannot be had (R4): frames are posted, news is waited for. A link lives as long
 * as somebody waits for its news; it holds its frames until the device says that it has them.
 */
import { randomBytes } from 'node:crypto'
import type { CloseReason } from '@houvast/protocol/close-codes'
import { CLOSE_CODES } from '@houvast/protocol/close-codes'
import { SendFrames, WaitForFrames } from '@houvast/protocol/link-requests'
import { UNREAD_MAX } from '@houvast/rules/limits/limits'
import { type Instant, SECOND_MS } from '@houvast/rules/time'
import { Hono } from 'hono'
import { inOrder } from '../talk/in-order.ts'
import type { HandleLink, Link, LinkHandler } from '../talk/link.ts'
import { readBody } from './read-body.ts'

const WAIT_MS = 25 * SECOND_MS
/** A device that has not asked for so long is gone. */
const SILENT_MS = 60 * SECOND_MS

class PolledLink implements Link {
  handler: LinkHandler | undefined
  askedAt: Instant
  received = 0
  closed: number | undefined
  #frames: string[] = []
  #length = 0
  #first = 0
  #wake: (() => void) | undefined

  constructor(now: Instant) {
    this.askedAt = now
  }

  send(frame: string) {
    if (this.closed !== undefined) return
    this.#frames.push(frame)
    this.#length += frame.length
    if (this.#length > UNREAD_MAX) this.close('too-much')
    this.#wake?.()
  }

  close(reason: CloseReason) {
    if (this.closed !== undefined) return
    this.closed = CLOSE_CODES[reason]
    this.handler?.closed()
    this.#wake?.()
  }

  /** Frames from place `since` on; what is before it has arrived and is let go. */
  async wait(since: number) {
    const arrived = this.#frames.splice(0, Math.max(0, since - this.#first))
    this.#first += arrived.length
    for (const frame of arrived) this.#length -= frame.length
    if (this.#frames.length === 0 && this.closed === undefined) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, WAIT_MS).unref()
        this.#wake = () => {
          clearTimeout(timer)
          // Whatever is said in the same turn goes along.
          setImmediate(resolve)
        }
      })
    }
    const next = this.#first + this.#frames.length
    return { frames: [...this.#frames], next, ...(this.closed === undefined ? {} : { closed: this.closed }) }
  }
}

export function linkRoutes(handle: HandleLink, options: { now: () => Instant; onBug: (error: unknown) => void }) {
  const { now, onBug } = options
  const links = new Map<string, PolledLink>()
  const sweep = setInterval(() => {
    for (const [name, link] of links) {
      if (now() - link.askedAt < SILENT_MS) continue
      links.delete(name)
      link.close('goodbye')
    }
  }, 5 * SECOND_MS).unref()

  const routes = new Hono()
    .post('/', (c) => {
      const name = randomBytes(32).toString('base64url')
      const link = new PolledLink(now())
      link.handler = inOrder(link, handle(link), { now, onBug })
      links.set(name, link)
      return c.json({ link: name }, 201)
    })
    .post('/send', async (c) => {
      const body = await readBody(c, SendFrames)
      if (!body.ok) return body.response
      const link = links.get(body.value.link)
      if (!link || link.closed !== undefined) return c.json({ reason: 'link-gone' }, 410)
      link.askedAt = now()
      // Frames that were posted before, when only the answer got lost, are not posted again.
      const fresh = body.value.frames.slice(Math.max(0, link.received - body.value.at))
      if (body.value.at > link.received) return c.json({ reason: 'frames-missing' }, 409)
      link.received += fresh.length
      for (const frame of fresh) void link.handler?.receive(frame)
      return c.json({ received: link.received })
    })
    .post('/wait', async (c) => {
      const body = await readBody(c, WaitForFrames)
      if (!body.ok) return body.response
      const link = links.get(body.value.link)
      if (!link) return c.json({ reason: 'link-gone' }, 410)
      link.askedAt = now()
      const news = await link.wait(body.value.since)
      link.askedAt = now()
      if (news.closed !== undefined) links.delete(body.value.link)
      return c.json(news)
    })

  const close = (reason: CloseReason) => {
    clearInterval(sweep)
    for (const link of links.values()) link.close(reason)
  }
  return { routes, close }
}
