import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BETTER_WITHIN_MS, SILENT_AFTER_MS, type Way, wayVerdict } from './way-verdict.ts'

describe('whether there is a way for sound and picture', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const after = (ms: number, isOpen: boolean) =>
    new Promise<boolean>((resolve) => setTimeout(() => resolve(isOpen), ms))
  const direct = (ms: number, isOpen = true): Way => ({ isDirect: true, opens: after(ms, isOpen) })
  const detour = (ms: number, isOpen = true): Way => ({ isDirect: false, opens: after(ms, isOpen) })
  const silent = (isDirect: boolean): Way => ({ isDirect, opens: new Promise(() => {}) })

  /** What is said, and after how many milliseconds. */
  async function said(ways: readonly Way[]) {
    const from = Date.now()
    const verdict = wayVerdict(ways).then((is) => ({ is, after: Date.now() - from }))
    await vi.advanceTimersByTimeAsync(10 * SILENT_AFTER_MS)
    return verdict
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
    expect(await said(ways())).toEqual(verdict)
  })
})
