/** What is said of the ways through the relays, while some of them are still silent. */

/** `slow`: only through ways that are made for something else; sound goes best. */
export type WayChecked = 'ok' | 'slow' | 'none'

export type Way = {
  /** Over UDP: what sound and picture are made for. */
  readonly isDirect: boolean
  readonly opens: Promise<boolean>
}

/** A port that is shut never answers, and a browser waits far longer than a person (Z7). */
export const SILENT_AFTER_MS = 2_500
/** Once there is a way, a better one is waited for no longer than this. */
export const BETTER_WITHIN_MS = 1_000
/** A way that opens later than was waited for is still good news, so long. */
export const LISTENS_MS = 12_000

const rank: Readonly<Record<WayChecked, number>> = { none: 0, slow: 1, ok: 2 }

/**
 * Says so as soon as waiting longer would change nothing, and in any case after {@link SILENT_AFTER_MS}; says better when it gets
 * better. Resolves when there is no more to hear.
 */
export function wayVerdict(ways: readonly Way[], say: (verdict: WayChecked) => unknown): Promise<void> {
  return new Promise((resolve) => {
    let best: WayChecked = 'none'
    let said: WayChecked | undefined
    let asked = ways.length
    let isOver = false
    const timers = [setTimeout(tell, SILENT_AFTER_MS), setTimeout(close, LISTENS_MS)]
    function tell() {
      if (said !== undefined && rank[best] <= rank[said]) return
      said = best
      say(best)
    }
    function close() {
      isOver = true
      for (const timer of timers) clearTimeout(timer)
      tell()
      resolve()
    }
    function hear(isDirect: boolean, isOpen: boolean) {
      if (isOver) return
      asked--
      const verdict = isDirect ? 'ok' : 'slow'
      if (isOpen && rank[verdict] > rank[best]) best = verdict
      if (best === 'ok' || asked === 0) return close()
      if (best === 'slow') timers.push(setTimeout(tell, BETTER_WITHIN_MS))
    }
    if (asked === 0) close()
    for (const { isDirect, opens } of ways) void opens.then((isOpen) => hear(isDirect, isOpen))
  })
}
