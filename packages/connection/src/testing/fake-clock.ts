import type { Clock } from '../ports.ts'

/** Time that goes on only when a test says so. */
export function fakeClock(): Clock & { pass(ms: number): Promise<void> } {
  let now = 0
  let timers: { at: number; work: () => void }[] = []
  return {
    now: () => now,
    after(ms, work) {
      const timer = { at: now + ms, work }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    async pass(ms) {
      const until = now + ms
      for (;;) {
        // What was promised in this moment happens in this moment.
        for (let i = 0; i < 10; i++) await Promise.resolve()
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        now = next.at
        timers = timers.filter((one) => one !== next)
        next.work()
      }
      now = until
    },
  }
}
