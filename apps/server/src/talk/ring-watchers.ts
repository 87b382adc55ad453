/**
 * The professional's side of a ring: each of their devices is told when it rings, for whom and why, and when it is over.
 * What is so stands in the database; a hint only says to look.
 */
import type { ToHelper } from '@houvast/protocol/helper-frames'
import { RING_GRACE_MS } from '@houvast/rules/matching/ring'
import type { Instant } from '@houvast/rules/time'
import type { Conversations, Entry } from '@houvast/server-store/conversations/conversations'
import type { Ring, Rings } from '@houvast/server-store/professionals/rings'

/** `over`: they are «even weg» from now on. */
export type TellProfessional = { ring(frame: ToHelper): void; over(): void }

type Watcher = { readonly line: string; readonly kid: string; changed(): void; declined(): void }

type Deps = {
  readonly conversations: Conversations
  readonly rings: Rings
  readonly now: () => Instant
  readonly onBug: (error: unknown) => void
}

export class RingWatchers {
  readonly #deps: Deps
  readonly #watchers = new Set<Watcher>()

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** Told whenever something about this professional's ring changes; looks right away. */
  watch(line: string, kid: string, tell: TellProfessional): () => void {
    let shown: Ring | undefined
    let timer: NodeJS.Timeout | undefined
    let isOver = false
    let isLooking = Promise.resolve()
    const ringOver = (why: 'late' | 'left' | 'declined') => {
      if (shown) tell.ring({ type: 'ring-over', conversation: shown.conversation, why })
      shown = undefined
    }
    const look = async () => {
      if (isOver) return
      const { rings, now } = this.#deps
      const found = await rings.of(line, kid, now())
      const ring = found?.isAccepted ? undefined : found
      if (isOver || (ring?.conversation === shown?.conversation && ring?.until === shown?.until)) return
      clearTimeout(timer)
      const isLate = shown !== undefined && !found && now() >= shown.until
      ringOver(isLate ? 'late' : 'left')
      if (isLate) return tell.over()
      shown = ring
      if (!ring) return
      const frame = await this.#ringFrame(line, ring)
      if (isOver) return
      tell.ring(frame)
      // Also when the process that rings is no more.
      timer = setTimeout(watcher.changed, ring.until - now() + 2 * RING_GRACE_MS).unref()
    }
    const watcher: Watcher = {
      ...{ line, kid },
      declined() {
        ringOver('declined')
        tell.over()
      },
      changed: () => {
        isLooking = isLooking.then(look).catch(this.#deps.onBug)
      },
    }
    this.#watchers.add(watcher)
    watcher.changed()
    return () => {
      isOver = true
      clearTimeout(timer)
      this.#watchers.delete(watcher)
    }
  }

  async #ringFrame(line: string, { conversation, until, reasons }: Ring): Promise<ToHelper> {
    const { conversations, now } = this.#deps
    const kept = await conversations.find(line, conversation)
    const duty = kept?.state.members.find(({ role }) => role === 'duty')?.kid
    const entries = await conversations.read(line, conversation, 0, duty ? [duty] : [])
    return {
      ...{ type: 'ring', conversation },
      secondsLeft: Math.max(0, Math.round((until - now()) / 1_000)),
      reasons: [...reasons],
      entries: entries.filter(({ seq }) => seq <= 2).map(forFrame),
    }
  }

  changed(line: string, kid: string, isDeclined: boolean) {
    for (const watcher of [...this.#watchers]) {
      if (watcher.line !== line || watcher.kid !== kid) continue
      watcher.changed()
      if (isDeclined) watcher.declined()
    }
  }
}

const forFrame = ({ wraps, ...entry }: Entry) => ({ ...entry, ...(wraps ? { wraps: [...wraps] } : {}) })
