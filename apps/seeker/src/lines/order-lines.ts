import type { LiveLine } from './live-lines.ts'

type Named = { readonly id: string }
export type HereAndNow<Line extends Named> = { readonly line: Line; readonly live: LiveLine }

/**
 * The lines that run here, in the order in which someone would want them: open before busy before closed; then the
 * shortest wait, or the one that opens first.
 */
export function orderLines<Line extends Named>(
  lines: readonly Line[],
  live: ReadonlyMap<string, LiveLine>,
): readonly HereAndNow<Line>[] {
  return lines
    .flatMap((line) => {
      const now = live.get(line.id)
      return now ? [{ line, live: now }] : []
    })
    .toSorted((a, b) => rank[a.live.state] - rank[b.live.state] || waitOf(a.live) - waitOf(b.live))
}

const rank: Readonly<Record<LiveLine['state'], number>> = { open: 0, busy: 1, closed: 2 }

function waitOf(live: LiveLine): number {
  if (live.state === 'closed') return live.opensAt ? Date.parse(live.opensAt) : Number.MAX_SAFE_INTEGER
  return live.estimateMinutes ?? live.waiting
}
