/** A network in one process: links with delays that keep their order, and everything that goes wrong with links. */

import type { ClientLink, LinkEvents, OpenLink } from '@houvast/connection/client-link'
import { CLOSE_CODES } from '@houvast/protocol/close-codes'
import type { HandleLink } from '@houvast/server/talk/link'
import type { Seeded } from './seeded.ts'

type Wire = {
  cut(): void
  /** The answers get lost, and only later the link. */
  swallow(ms: number): void
  freeze(ms: number): void
}

export type ModelNetwork = ReturnType<typeof modelNetwork>

/** `serverSide` is asked for every new link: `undefined` while the server is down. */
export function modelNetwork(chance: Seeded, serverSide: () => HandleLink | undefined) {
  const wires = new Set<Wire>()
  let isBlocked = false
  const latency = () => chance.between(1, 40)

  const open =
    (way: 'socket' | 'polled'): OpenLink =>
    (events) => {
      const handle = serverSide()
      if (!handle || (way === 'socket' && isBlocked)) return refusedLink(events)
      return connect(handle, events)
    }

  function refusedLink(events: LinkEvents): ClientLink {
    let isClosed = false
    const close = () => {
      if (!isClosed) events.closed(undefined)
      isClosed = true
    }
    setTimeout(close, latency())
    return { send() {}, close }
  }

  function connect(handle: HandleLink, events: LinkEvents): ClientLink {
    let isClientOpen = true
    let isServerOpen = true
    let isSwallowing = false
    let upAt = 0
    let downAt = 0
    const inOrder = (at: number, work: () => void) => {
      setTimeout(work, at - Date.now())
      return at
    }
    const up = (work: () => void) => {
      upAt = inOrder(Math.max(upAt, Date.now() + latency()), work)
    }
    const down = (work: () => void) => {
      downAt = inOrder(Math.max(downAt, Date.now() + latency()), () => {
        if (!isSwallowing) work()
      })
    }
    const closeClient = (code: number | undefined) => {
      if (!isClientOpen) return
      isClientOpen = false
      wires.delete(wire)
      events.closed(code)
    }
    const closeServer = () => {
      if (!isServerOpen) return
      isServerOpen = false
      handler.closed()
    }
    const handler = handle({
      send(frame) {
        if (isServerOpen) down(() => isClientOpen && events.frame(frame))
      },
      close(reason) {
        down(() => closeClient(CLOSE_CODES[reason]))
        closeServer()
      },
    })
    const wire: Wire = {
      cut() {
        closeClient(undefined)
        // What was on its way up may still be handled, by a server that has not noticed yet.
        up(closeServer)
      },
      swallow(ms) {
        isSwallowing = true
        setTimeout(() => wire.cut(), ms)
      },
      freeze(ms) {
        upAt = Math.max(upAt, Date.now()) + ms
        downAt = Math.max(downAt, Date.now()) + ms
      },
    }
    wires.add(wire)
    setTimeout(() => isClientOpen && events.opened(), latency())
    return {
      send(frame) {
        if (isClientOpen) up(() => isServerOpen && void handler.receive(frame))
      },
      close() {
        closeClient(undefined)
        up(closeServer)
      },
    }
  }

  return {
    links: { socket: open('socket'), polled: open('polled') },
    latency,
    /** Some of the links, each by itself. */
    disturb(how: (wire: Wire) => void, outOf = 2) {
      for (const wire of [...wires]) if (chance.isOnce(outOf)) how(wire)
    },
    cutAll() {
      for (const wire of [...wires]) wire.cut()
    },
    block(blocked: boolean) {
      isBlocked = blocked
    },
  }
}
