/**
 * What the lines that run here say of themselves: open, busy or closed. Asked again every half minute while the page is in
 * sight. A line that is not in the answer does not run here.
 *
 * An old answer is never shown as if it were now: after a minute without news the state is `unreachable`.
 */
import { readFrame } from '@houvast/protocol/read-frame'
import { LiveLines as Answer, type LiveLine } from '@houvast/protocol/seeker-requests'
import { signal } from '@preact/signals'

export type LiveState =
  | { readonly is: 'asking' }
  | { readonly is: 'known'; readonly byId: ReadonlyMap<string, LiveLine> }
  | { readonly is: 'unreachable' }

export const ASK_AGAIN_MS = 30_000
export const GOOD_FOR_MS = 60_000

type Outside = {
  /** The body of `GET /api/lines`; throws when there is none. */
  readonly ask: () => Promise<string>
  readonly now: () => number
}

export function createLiveLines({ ask, now }: Outside) {
  const state = signal<LiveState>({ is: 'asking' })
  let heardAt = Number.NEGATIVE_INFINITY

  async function refresh(): Promise<void> {
    const answer = readFrame(Answer, await ask().catch(() => ''))
    if (answer) {
      heardAt = now()
      state.value = { is: 'known', byId: new Map(answer.lines.map((line) => [line.id, line])) }
    } else if (now() - heardAt > GOOD_FOR_MS) {
      state.value = { is: 'unreachable' }
    }
  }

  return { state, refresh }
}

export type LiveLinesModel = ReturnType<typeof createLiveLines>
export type { LiveLine }

/** Whether a line is known to be open here now. */
export function isOpenHere(state: LiveState, line: string): boolean {
  return state.is === 'known' && state.byId.get(line)?.state === 'open'
}

/** The line where one professional after the other is rung, where there is one. */
export function psychologistLine(state: LiveState): string | undefined {
  return state.is === 'known' ? [...state.byId.values()].find(({ rings }) => rings)?.id : undefined
}

/** One model for the whole app, so that going from page to page does not ask anew each time. */
export const liveLines = createLiveLines({
  ask: async () => {
    const response = await fetch('/api/lines', { cache: 'no-store' })
    return response.ok ? response.text() : ''
  },
  now: () => Date.now(),
})

/** Keeps asking while this page is in sight; returns how to stop. */
export function followLiveLines(): () => void {
  const askWhenSeen = () => {
    if (!document.hidden) void liveLines.refresh()
  }
  askWhenSeen()
  const timer = setInterval(askWhenSeen, ASK_AGAIN_MS)
  document.addEventListener('visibilitychange', askWhenSeen)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', askWhenSeen)
  }
}
