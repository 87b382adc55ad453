/**
 * Rings one professional after the other for those who wait (G6). A search lives in the process to which the person's
 * device is linked; that a professional is rung for one person only is the database's to see to (G9), so that any
 * process may be asked and any may die.
 */
import type { ToSeeker } from '@houvast/protocol/seeker-frames'
import type { Wishes } from '@houvast/rules/matching/match'
import { nextRing, RING_GRACE_MS, RING_MS, RINGS_MAX } from '@houvast/rules/matching/ring'
import type { Instant } from '@houvast/rules/time'
import type { Conversations } from '@houvast/server-store/conversations/conversations'
import type { Professionals } from '@houvast/server-store/professionals/professionals'
import type { Ring, Rings } from '@houvast/server-store/professionals/rings'
import type { TalkFigures } from '@houvast/server-store/professionals/talk-figures'
import type { Bus } from '../bus/bus.ts'
import { dutyKey, type Presence, seekerKey } from '../presence.ts'
import { RingWatchers, type TellProfessional } from './ring-watchers.ts'

/** A page that is loaded again is back within this, and keeps its ring. */
const BACK_WITHIN_MS = 10_000
/** A link that was lost for a moment is back within this. */
const BACK_ON_DUTY_WITHIN_MS = 4_000
/** Between a yes and the talk lies one step; longer ago, and whoever was to make it is gone. */
const ANSWERED_WITHIN_MS = 10_000

type Search = {
  readonly line: string
  readonly conversation: string
  readonly since: Instant
  wishes: Wishes
  only: string | undefined
  ringsSoFar: number
  /** Nobody was there; looked for again when somebody comes free. */
  isIdle: boolean
  /** Their windows. None: the page may be loading again, and nobody else is rung meanwhile. */
  readonly tells: Set<TellSeeker>
  /** What they were told last: the same is not told again. */
  told: string
  /** Its next step is on its way already. */
  isStepDue: boolean
  ringTimer: NodeJS.Timeout | undefined
  awayTimer: NodeJS.Timeout | undefined
}

type TellSeeker = (frame: ToSeeker) => void
export class Ringing {
  readonly #deps: RingingDeps
  readonly #searches = new Map<string, Search>()
  #isClosed = false
  readonly #watchers: RingWatchers
  /** One step after the other: who has waited longest is looked for first. */
  #stepping: Promise<void> = Promise.resolve()

  constructor(deps: RingingDeps) {
    this.#deps = deps
    this.#watchers = new RingWatchers(deps)
    deps.bus.subscribe((hint) => {
      if (hint.about === 'ring') this.#changed(hint)
    })
    deps.presence.onChange((key, here) => {
      const [kind, line, kid] = key.split('/') as [string, string, string]
      if (kind !== 'duty') return
      if (here) return this.#lookAgain(line)
      setTimeout(() => void this.#leftDuty(line, kid).catch(deps.onBug), BACK_ON_DUTY_WITHIN_MS).unref()
    })
  }

  /** The process ends: what is under way goes on at another, or runs out. */
  close() {
    this.#isClosed = true
    for (const { line, conversation } of [...this.#searches.values()]) this.#forget(line, conversation)
  }

  /** Begins to look for somebody, or goes on after a reload. */
  find(line: string, conversation: string, asked: { wishes: Wishes; only?: string | undefined }, tell: TellSeeker) {
    const { now } = this.#deps
    const key = keyOf(line, conversation)
    const known = this.#searches.get(key)
    clearTimeout(known?.awayTimer)
    const search: Search = known ?? {
      ...{ line, conversation, wishes: asked.wishes, only: asked.only, tells: new Set() },
      ...{ since: now(), ringsSoFar: 0, isIdle: false, told: '', isStepDue: false },
      ...{ ringTimer: undefined, awayTimer: undefined },
    }
    if (!isSame(search, asked) || search.isIdle) search.ringsSoFar = 0
    Object.assign(search, { wishes: asked.wishes, only: asked.only, isIdle: false, told: '' })
    search.tells.add(tell)
    this.#searches.set(key, search)
    this.#stepSoon(search)
  }

  /** The device is gone; perhaps for a moment. */
  away(line: string, conversation: string, tell: TellSeeker) {
    const search = this.#searches.get(keyOf(line, conversation))
    if (!search?.tells.delete(tell) || search.tells.size > 0) return
    search.awayTimer = setTimeout(() => {
      // Come back to another process: the ring is its to go on with.
      if (this.#deps.presence.isHere(seekerKey(line, conversation))) return this.#forget(line, conversation)
      void this.stop(line, conversation).catch(this.#deps.onBug)
    }, BACK_WITHIN_MS).unref()
  }

  /** The person chose something else: nobody is rung for them any more. */
  async stop(line: string, conversation: string) {
    this.#forget(line, conversation)
    const kid = await this.#deps.rings.withdraw(line, conversation)
    if (kid) this.#tellOthers({ line, kid, conversation })
  }

  /** A professional left while it rang: nobody waits for an answer that will not come. */
  async #leftDuty(line: string, kid: string) {
    const { rings, presence, now } = this.#deps
    if (this.#isClosed || presence.isHere(dutyKey(line, kid))) return
    const ring = await rings.of(line, kid, now())
    if (!ring || ring.isAccepted) return
    const { conversation } = ring
    if (await rings.decline(line, conversation, kid, 'silent', now())) this.#tellOthers({ line, kid, conversation })
  }

  /** `false`: it did not ring for them. */
  async decline(line: string, conversation: string, kid: string): Promise<boolean> {
    const { rings, figures, now } = this.#deps
    if (!(await rings.decline(line, conversation, kid, 'declined', now()))) return false
    await figures.count(line, 'rings', 'declined', now())
    this.#tellOthers({ line, kid, conversation, isDeclined: true })
    return true
  }

  /** Before a pick-up: it rings for them, and rings no longer for lack of an answer. */
  accept(line: string, conversation: string, kid: string): Promise<boolean> {
    return this.#deps.rings.accept(line, conversation, kid, this.#deps.now())
  }

  /** After a pick-up: it rings nowhere any more, and whoever it was refused to is free again. */
  async answered(line: string, conversation: string, kid: string) {
    await this.#deps.rings.letGo(line, { conversation, kid })
    this.#tellOthers({ line, kid, conversation })
  }

  /** What a process left behind that ended between a yes and the talk, or between the talk and its end. */
  async letGoOfOld(line: string) {
    const { rings, now } = this.#deps
    const left = await rings.letGo(line, { acceptedBefore: now() - ANSWERED_WITHIN_MS })
    for (const one of left) this.#tellOthers({ line, ...one })
  }

  /** A conversation was taken, ended, given back or erased. */
  async settled(line: string, conversation: string, isTaken: boolean) {
    const { rings, figures, now } = this.#deps
    const search = this.#searches.get(keyOf(line, conversation))
    if (isTaken) {
      this.#forget(line, conversation)
      if (search) await figures.count(line, 'minutes-to-talk', minutesBucket(now() - search.since), now())
      return
    }
    const released = await rings.release(line, conversation, now())
    if (released) {
      await figures.count(line, 'talks', minutesBucket(released.minutes * 60_000), now())
      this.#tellOthers({ line, kid: released.kid, conversation })
    }
    await this.stop(line, conversation)
  }

  /** What a professional's device sees of it. */
  watch(line: string, kid: string, tell: TellProfessional): () => void {
    return this.#watchers.watch(line, kid, tell)
  }

  #stepSoon(search: Search) {
    if (search.isStepDue) return
    search.isStepDue = true
    const step = () => {
      search.isStepDue = false
      return this.#step(search)
    }
    this.#stepping = this.#stepping.then(step).catch(this.#deps.onBug)
  }

  async #step(search: Search): Promise<void> {
    const { line, conversation } = search
    const isOn = () => this.#searches.get(keyOf(line, conversation)) === search
    if (!isOn()) return
    const { conversations, rings, professionals, presence, figures, now } = this.#deps
    // Taken, ended or erased by way of another process.
    const kept = await conversations.find(line, conversation)
    if (kept?.state.phase !== 'waiting') return isOn() ? this.#forget(line, conversation) : undefined
    const ringing = await rings.for(line, conversation)
    if (ringing?.isAccepted) return
    if (ringing && ringing.until >= now()) return this.#tellRinging(search, ringing)
    if (search.tells.size === 0) return
    if (ringing) await rings.decline(line, conversation, ringing.kid, 'silent', now())

    const candidates = await professionals.free(line, presence.under(dutyKey(line, '')), now())
    const asked = await rings.asked(line, conversation)
    const { wishes, only, ringsSoFar } = search
    const step = nextRing({ wishes, only, candidates, asked, ringsSoFar, now: now() })
    if (step.do === 'choose') {
      search.isIdle = true
      const { why, canLetGo } = step
      return this.#tell(search, { type: 'choose', conversation, why, canLetGo }, `${why}/${canLetGo}`)
    }
    const { reasons } = step
    const { kid } = step.chosen
    const until = now() + RING_MS
    // Somebody else was quicker: as if they had not been among those who are free.
    if (!(await rings.claim(line, conversation, kid, { now: now(), until, reasons }))) return this.#step(search)
    // Nobody waits for it any more: the professional is free again before they heard of it.
    if (!isOn()) return void (await rings.withdraw(line, conversation))
    search.ringsSoFar++
    await figures.decided(line, wishes, step.decision, now())
    await this.#tellRinging(search, { kid, until, reasons })
    this.#tellOthers({ line, kid, conversation })
  }

  async #tellRinging(search: Search, ringing: Pick<Ring, 'until' | 'reasons'> & { readonly kid: string }) {
    const { kid, until, reasons } = ringing
    const { professionals, now } = this.#deps
    const { line, conversation } = search
    const name = (await professionals.find(line, kid))?.name ?? ''
    const secondsLeft = Math.max(0, Math.round((until - now()) / 1_000))
    const number = Math.max(1, search.ringsSoFar)
    const frame: ToSeeker = { type: 'ringing', conversation, kid, name, reasons: [...reasons], number, secondsLeft }
    this.#tell(search, frame, `${kid}/${until}`)
    clearTimeout(search.ringTimer)
    search.ringTimer = setTimeout(
      () => {
        void this.#notHeard(search, kid).catch(this.#deps.onBug)
      },
      until - now() + RING_GRACE_MS,
    ).unref()
  }

  #tell(search: Search, frame: ToSeeker, as: string) {
    if (search.told === as) return
    search.told = as
    for (const tell of search.tells) tell(frame)
  }

  async #notHeard(search: Search, kid: string) {
    const { rings, figures, now } = this.#deps
    const { line, conversation } = search
    // Something else came first, and word of it may have been lost.
    if (!(await rings.decline(line, conversation, kid, 'silent', now()))) return this.#stepSoon(search)
    await figures.count(line, 'rings', 'silent', now())
    this.#tellOthers({ line, kid, conversation })
  }

  #tellOthers(change: RingChange) {
    this.#changed(change)
    this.#deps.bus.publish({ about: 'ring', ...change })
  }

  #changed({ line, kid, conversation, isDeclined = false }: RingChange) {
    this.#watchers.changed(line, kid, isDeclined)
    const search = this.#searches.get(keyOf(line, conversation))
    if (search && !search.isIdle) this.#stepSoon(search)
    this.#lookAgain(line)
  }

  /** Somebody came, or came free: who has waited longest is looked for first. */
  #lookAgain(line: string) {
    for (const search of [...this.#searches.values()].toSorted((a, b) => a.since - b.since)) {
      if (search.line !== line || !search.isIdle || search.ringsSoFar >= RINGS_MAX) continue
      search.isIdle = false
      this.#stepSoon(search)
    }
  }

  #forget(line: string, conversation: string) {
    const key = keyOf(line, conversation)
    const search = this.#searches.get(key)
    clearTimeout(search?.ringTimer)
    clearTimeout(search?.awayTimer)
    this.#searches.delete(key)
  }
}

export type RingingDeps = {
  readonly conversations: Conversations
  readonly professionals: Professionals
  readonly rings: Rings
  readonly figures: TalkFigures
  readonly presence: Presence
  readonly bus: Bus
  readonly now: () => Instant
  readonly onBug: (error: unknown) => void
}

type RingChange = {
  readonly line: string
  readonly kid: string
  readonly conversation: string
  readonly isDeclined?: boolean
}

const keyOf = (line: string, conversation: string) => `${line}/${conversation}`
const isSame = (search: Search, asked: { wishes: Wishes; only?: string | undefined }) =>
  search.only === asked.only && JSON.stringify(search.wishes) === JSON.stringify(asked.wishes)

/** Coarse on purpose: a figure is not a moment. */
function minutesBucket(ms: number): string {
  const minutes = ms / 60_000
  return minutes < 1 ? '<1' : minutes < 3 ? '1-3' : minutes < 10 ? '3-10' : minutes < 20 ? '10-20' : '20+'
}
