import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BETTER_WITHIN_MS, LISTENS_MS, SILENT_AFTER_MS, type Way, type WayChecked, wayVerdict } from './way-verdict.ts'

describe('whether there is a way for sound and picture', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const after = (ms: number, isOpen: boolean) =>
    new Promise<boolean>((resolve) => setTimeout(() => resolve(isOpen), ms))
  const direct = (ms: number, isOpen = true): Way => ({ isDirect: true, opens: after(ms, isOpen) })
  const detour = (ms: number, isOpen = true): Way => ({ isDirect: false, opens: after(ms, isOpen) })
  const silent = (isDirect: boolean): Way => ({ isDirect, opens: new Promise(() => {}) })

  /** What is said, and after how many milliseconds; once it is over, no more. */
  async function said(ways: readonly Way[]) {
    const from = Date.now()
    const all: { is: WayChecked; after: number }[] = []
    const over = wayVerdict(ways, (is) => all.push({ is, after: Date.now() - from }))
    await vi.advanceTimersByTimeAsync(10 * LISTENS_MS)
    await over
    return all
  }

  test.each<[string, () => Way[], { is: string; after: number }]>([
    ['all is well', () => [direct(90), detour(120)], { is: 'ok', after: 90 }],
    ['the detour is quicker', () => [detour(40), direct(300)], { is: 'ok', after: 300 }],
    ['nothing comes back over UDP', () => [silent(true), detour(50)], { is: 'slow', after: 50 + BETTER_WITHIN_MS }],
    ['UDP is refused', () => [direct(20, false), detour(50)], { is: 'slow', after: 50 }],
    ['one of two relays is dead', () => [silent(true), direct(70)], { is: 'ok', after: 70 }],
    ['nothing answers', () => [silent(true), silent(false)], { is: 'none', after: SILENT_AFTER_MS }],
    ['all refuse', () => [direct(30, false), detour(60, false)], { is: 'none', after: 60 }],
    ['the detour opens late', () => [silent(true), detour(2_400)], { is: 'slow', after: SILENT_AFTER_MS }],
    ['there is no relay', () => [], { is: 'none', after: 0 }],
  ])('[Z7] %s: it is said, and no later than need be', async (_, ways, verdict) => {
    expect(await said(ways())).toEqual([verdict])
  })

  test('[Z7] a way that opens later than was waited for: it is told that it is better than was said', async () => {
    expect(await said([direct(4_000), detour(60)])).toEqual([
      { is: 'slow', after: 60 + BETTER_WITHIN_MS },
      { is: 'ok', after: 4_000 },
    ])
    expect(await said([silent(true), detour(5_000)])).toEqual([
      { is: 'none', after: SILENT_AFTER_MS },
      { is: 'slow', after: 5_000 + BETTER_WITHIN_MS },
    ])
    expect(await said([direct(LISTENS_MS + 1), silent(false)])).toEqual([{ is: 'none', after: SILENT_AFTER_MS }])
  })
})
