/**
 * Who is connected, here or at another process: `seeker/<line>/<conversation>`, `duty/<line>/<kid>`. Each process
 * says what changes and repeats the whole every few seconds; one that falls silent is forgotten.
 */
import type { Instant } from '@houvast/rules/time'
import type { Bus } from './bus/bus.ts'

const REPEAT_MS = 5_000
const SILENT_MS = 16_000
/** Keys per hint: PostgreSQL's NOTIFY carries at most 8,000 bytes. */
const KEYS_PER_HINT = 60

/** Another process. `coming`: of the list of all that it is telling, what came so far. */
type Other = { heardAt: Instant; keys: Set<string>; coming: Set<string> | undefined }

export class Presence {
  readonly #bus: Bus
  readonly #now: () => Instant
  readonly #process = crypto.randomUUID()
  readonly #mine = new Map<string, number>()
  readonly #others = new Map<string, Other>()
  readonly #listeners = new Set<(key: string, here: boolean) => void>()
  readonly #timer: NodeJS.Timeout

  constructor(bus: Bus, now: () => Instant) {
    this.#bus = bus
    this.#now = now
    bus.subscribe((hint) => this.#hear(hint))
    bus.onReconnect(() => this.#greet())
    this.#greet()
    this.#timer = setInterval(() => this.#repeat(), REPEAT_MS).unref()
  }

  /** One more connection under this key; the answer ends it. */
  enter(key: string): () => void {
    const count = this.#mine.get(key) ?? 0
    const wasHere = this.isHere(key)
    this.#mine.set(key, count + 1)
    if (count === 0) this.#bus.publish({ about: 'presence', process: this.#process, here: [key] })
    if (!wasHere) this.#tell(key, true)
    let left = false
    return () => {
      if (left) return
      left = true
      this.#leave(key)
    }
  }

  /** Whether there is any other process to tell of anything. */
  get hasOthers(): boolean {
    return this.#others.size > 0
  }

  isHere(key: string): boolean {
    return this.#mine.has(key) || [...this.#others.values()].some(({ keys }) => keys.has(key))
  }

  /** The last parts of all keys that start so, each once. */
  under(prefix: string): readonly string[] {
    const found = new Set<string>()
    const look = (key: string) => {
      if (key.startsWith(prefix)) found.add(key.slice(prefix.length))
    }
    for (const key of this.#mine.keys()) look(key)
    for (const { keys } of this.#others.values()) for (const key of keys) look(key)
    return [...found].sort()
  }

  onChange(listener: (key: string, here: boolean) => void) {
    this.#listeners.add(listener)
  }

  offChange(listener: (key: string, here: boolean) => void) {
    this.#listeners.delete(listener)
  }

  close() {
    clearInterval(this.#timer)
    this.#bus.publish({ about: 'presence', process: this.#process, here: [], begins: true, ends: true })
  }

  #leave(key: string) {
    const count = (this.#mine.get(key) ?? 1) - 1
    if (count > 0) return void this.#mine.set(key, count)
    this.#mine.delete(key)
    this.#bus.publish({ about: 'gone', process: this.#process, keys: [key] })
    if (!this.isHere(key)) this.#tell(key, false)
  }

  #tell(key: string, here: boolean) {
    for (const listener of this.#listeners) listener(key, here)
  }

  #greet() {
    this.#bus.publish({ about: 'who-is-here' })
    this.#sayWhole()
  }

  #sayWhole() {
    const keys = [...this.#mine.keys()]
    for (let i = 0; i === 0 || i < keys.length; i += KEYS_PER_HINT) {
      const here = keys.slice(i, i + KEYS_PER_HINT)
      const ends = i + KEYS_PER_HINT >= keys.length
      this.#bus.publish({ about: 'presence', process: this.#process, here, begins: i === 0, ends })
    }
  }

  #repeat() {
    const now = this.#now()
    for (const [process, { heardAt, keys }] of this.#others) {
      if (now - heardAt < SILENT_MS) continue
      this.#others.delete(process)
      for (const key of keys) if (!this.isHere(key)) this.#tell(key, false)
    }
    this.#sayWhole()
  }

  #hear(hint: Parameters<Parameters<Bus['subscribe']>[0]>[0]) {
    if (hint.about === 'who-is-here') return this.#sayWhole()
    if (hint.about !== 'presence' && hint.about !== 'gone') return
    const other = this.#others.get(hint.process) ?? { heardAt: 0, keys: new Set<string>(), coming: undefined }
    other.heardAt = this.#now()
    this.#others.set(hint.process, other)
    if (hint.about === 'gone') return this.#forget(other, hint.keys)
    if (hint.begins) other.coming = new Set()
    for (const key of hint.here) {
      other.coming?.add(key)
      if (other.keys.has(key)) continue
      const wasHere = this.isHere(key)
      other.keys.add(key)
      if (!wasHere) this.#tell(key, true)
    }
    if (!hint.ends) return
    const { coming } = other
    other.coming = undefined
    if (coming)
      this.#forget(
        other,
        [...other.keys].filter((key) => !coming.has(key)),
      )
  }

  #forget(other: Other, keys: readonly string[]) {
    for (const key of keys) {
      other.coming?.delete(key)
      if (other.keys.delete(key) && !this.isHere(key)) this.#tell(key, false)
    }
  }
}

export const seekerKey = (line: string, conversation: string) => `seeker/${line}/${conversation}`
export const dutyKey = (line: string, kid: string) => `duty/${line}/${kid}`
export const staffKey = (line: string, kid: string) => `staff/${line}/${kid}`
