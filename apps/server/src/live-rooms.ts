/** Who is in which room just now, and who waits for news from it. In memory only; the changes themselves are in the database. */
import { type Instant, SECOND_MS } from '@houvast/rules/time'
import type { Bus } from './bus/bus.ts'

/** Somebody who has not asked for so long has left. */
const HERE_MS = 40 * SECOND_MS
const IN_A_ROOM_MOST = 8

type Here = { readonly sealed: string; readonly at: Instant }

export class LiveRooms {
  readonly #bus: Bus
  readonly #now: () => Instant
  readonly #waiting = new Map<string, Set<() => void>>()
  readonly #here = new Map<string, Map<string, Here>>()

  constructor(bus: Bus, now: () => Instant) {
    this.#bus = bus
    this.#now = now
    bus.subscribe((hint) => {
      if (hint.about !== 'live') return
      if (hint.here) this.#note(hint.place, hint.here.device, hint.here.sealed)
      this.#wake(hint.place)
    })
    bus.onReconnect(() => {
      for (const place of this.#waiting.keys()) this.#wake(place)
    })
  }

  changed(place: string) {
    this.#wake(place)
    this.#bus.publish({ about: 'live', place })
  }

  /** Tells the others only when it says something new, or comes in. */
  isHere(place: string, device: string, sealed: string) {
    const known = this.#here.get(place)?.get(device)
    this.#note(place, device, sealed)
    if (known?.sealed === sealed && this.#now() - known.at < HERE_MS) return
    this.#wake(place)
    this.#bus.publish({ about: 'live', place, here: { device, sealed } })
  }

  othersIn(place: string, device: string): readonly string[] {
    const room = this.#here.get(place)
    if (!room) return []
    for (const [one, { at }] of room) if (this.#now() - at > HERE_MS) room.delete(one)
    if (room.size === 0) this.#here.delete(place)
    return [...room].filter(([one]) => one !== device).map(([, { sealed }]) => sealed)
  }

  /** Resolves at the next news of this room, or when time is up. */
  news(place: string, withinMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(place) ?? new Set()
      this.#waiting.set(place, waiting)
      const done = () => {
        clearTimeout(timer)
        waiting.delete(done)
        if (waiting.size === 0) this.#waiting.delete(place)
        resolve()
      }
      const timer = setTimeout(done, withinMs)
      signal.addEventListener('abort', done, { once: true })
      waiting.add(done)
    })
  }

  #note(place: string, device: string, sealed: string) {
    const room = this.#here.get(place) ?? new Map<string, Here>()
    this.#here.set(place, room)
    if (room.has(device) || room.size < IN_A_ROOM_MOST) room.set(device, { sealed, at: this.#now() })
  }

  #wake(place: string) {
    for (const done of [...(this.#waiting.get(place) ?? [])]) done()
  }
}
