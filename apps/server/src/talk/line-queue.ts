/**
 * Who waits at a line and who is there to take them, told to both sides whenever it changes. Changes within a
 * moment are told together.
 */
import type { ToHelper } from '@houvast/protocol/helper-frames'
import type { ToSeeker } from '@houvast/protocol/seeker-frames'
import { FRAME_MAX } from '@houvast/rules/limits/limits'
import { ESTIMATE_WINDOW_MS, estimateWait } from '@houvast/rules/queue/estimate-wait'
import type { Instant } from '@houvast/rules/time'
import type { Conversations, Entry } from '@houvast/server-store/conversations/conversations'
import type { Bus } from '../bus/bus.ts'
import { type Presence, seekerKey } from '../presence.ts'
import { forEachInTurns } from '../turn-of-the-loop.ts'

const TOGETHER_MS = 50
/** Seekers told in one go, before others get a turn of the event loop. */
const TOLD_TOGETHER = 50
/** More than one frame can hold, whatever they wrote. */
const FRONT_MOST = 60
/** What a frame has around the queue. */
const ROOM = FRAME_MAX - 1_024

type WaitingSeeker = { readonly conversation: string; tell(frame: ToSeeker): void }
type DutyHelper = { tell(frame: ToHelper): void }

export class LineQueue {
  readonly #conversations: Conversations
  readonly #presence: Presence
  readonly #bus: Bus
  readonly #now: () => Instant
  readonly #seekers = new Map<string, Set<WaitingSeeker>>()
  readonly #helpers = new Map<string, Set<DutyHelper>>()
  readonly #toTell = new Set<string>()
  readonly #onBug: (error: unknown) => void
  #telling: Promise<void> = Promise.resolve()
  /** What each was told last: the same is not told again. */
  readonly #told = new WeakMap<WaitingSeeker, string>()
  /** Start and intake of those who wait, read once: they do not change. */
  readonly #firstEntries = new Map<string, readonly Entry[]>()

  constructor(deps: {
    readonly conversations: Conversations
    readonly presence: Presence
    readonly bus: Bus
    readonly now: () => Instant
    readonly onBug: (error: unknown) => void
  }) {
    this.#conversations = deps.conversations
    this.#presence = deps.presence
    this.#bus = deps.bus
    this.#now = deps.now
    this.#onBug = deps.onBug
    deps.bus.subscribe((hint) => {
      if (hint.about === 'queue' || hint.about === 'state') this.#tellSoon(hint.line)
    })
    deps.bus.onReconnect(() => {
      for (const line of new Set([...this.#seekers.keys(), ...this.#helpers.keys()])) this.#tellSoon(line)
    })
    deps.presence.onChange((key) => {
      const [kind, line] = key.split('/') as [string, string]
      if (kind === 'seeker' || kind === 'duty') this.#tellSoon(line)
    })
  }

  /** Somebody came, was taken, or left. */
  changed(line: string) {
    this.#tellSoon(line)
    this.#bus.publish({ about: 'queue', line })
  }

  watchAsSeeker(line: string, seeker: WaitingSeeker): () => void {
    return this.#watch(this.#seekers, line, seeker)
  }

  watchAsHelper(line: string, helper: DutyHelper): () => void {
    return this.#watch(this.#helpers, line, helper)
  }

  /** What the front door may say: how many wait, and how long one more would. */
  async outlook(line: string): Promise<{ waiting: number; minutes: number | undefined }> {
    const waiting = (await this.#conversations.waiting(line)).length
    return { waiting, minutes: estimateWait(waiting + 1, await this.#pickUps(line), this.#now()) }
  }

  #watch<W>(all: Map<string, Set<W>>, line: string, watcher: W): () => void {
    const watchers = all.get(line) ?? new Set<W>()
    all.set(line, watchers.add(watcher))
    this.#tellSoon(line)
    return () => {
      watchers.delete(watcher)
      if (watchers.size === 0) all.delete(line)
    }
  }

  #tellSoon(line: string) {
    if (this.#toTell.has(line)) return
    if (!this.#seekers.has(line) && !this.#helpers.has(line)) return
    this.#toTell.add(line)
    setTimeout(() => {
      this.#toTell.delete(line)
      // One after the other: what was looked at later is told later.
      this.#telling = this.#telling.then(() => this.#tell(line)).catch(this.#onBug)
    }, TOGETHER_MS).unref()
  }

  async #tell(line: string) {
    const waiting = await this.#conversations.waiting(line)
    const pickUps = await this.#pickUps(line)
    const helpers = this.#presence.under(`duty/${line}/`).length
    const now = this.#now()
    const placeOf = new Map(waiting.map(({ id }, i) => [id, i + 1]))
    await forEachInTurns([...(this.#seekers.get(line) ?? [])], TOLD_TOGETHER, (seeker) => {
      const { conversation } = seeker
      const place = placeOf.get(conversation)
      if (place === undefined) return
      const minutes = estimateWait(place, pickUps, now)
      const outlook = `${place}/${minutes}/${helpers}`
      if (this.#told.get(seeker) === outlook) return
      this.#told.set(seeker, outlook)
      seeker.tell({ type: 'queue', conversation, place, helpers, ...(minutes === undefined ? {} : { minutes }) })
    })
    if (!this.#helpers.has(line)) return
    const queue = await Promise.all(
      waiting.slice(0, FRONT_MOST).map(async ({ id, state }) => ({
        conversation: id,
        since: state.phase === 'waiting' ? state.since : now,
        here: this.#presence.isHere(seekerKey(line, id)),
        entries: [...(await this.#first(line, id, state.members.find((m) => m.role === 'duty')?.kid))],
      })),
    )
    for (const key of this.#firstEntries.keys())
      if (key.startsWith(`${line}/`) && !placeOf.has(key.slice(line.length + 1))) this.#firstEntries.delete(key)
    const frame = { type: 'waiting', queue: frontOf(queue) } as ToHelper
    for (const helper of this.#helpers.get(line) ?? []) helper.tell(frame)
  }

  async #first(line: string, id: string, duty: string | undefined): Promise<readonly Entry[]> {
    const key = `${line}/${id}`
    const known = this.#firstEntries.get(key)
    if (known) return known
    const entries = await this.#conversations.read(line, id, 0, duty ? [duty] : [])
    const first = entries.filter((entry) => entry.kind !== 'envelope' || entry.seq <= 2)
    this.#firstEntries.set(key, first)
    return first
  }

  #pickUps(line: string) {
    return this.#conversations.pickUpsSince(line, this.#now() - ESTIMATE_WINDOW_MS)
  }
}

/** R10: as many as one frame holds. Who came first is in it (Q4); the others follow as places come free. */
function frontOf<T>(queue: readonly T[]): readonly T[] {
  let room = ROOM
  const tooMany = queue.findIndex((one) => {
    room -= JSON.stringify(one).length + 1
    return room < 0
  })
  return tooMany < 0 ? queue : queue.slice(0, tooMany)
}
