import type { TalkView } from '@houvast/connection/talk-view'
import { signal } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LATE_AFTER_MS, overdue } from './overdue.ts'

type Pending = TalkView['pending'][number]

describe('[R13] words that do not arrive', () => {
  const view = signal<TalkView | undefined>(undefined)
  let late: ReturnType<typeof overdue>
  const pending = (...ones: readonly (readonly [id: string, state?: Pending['state']])[]) => {
    view.value = { pending: ones.map(([id, state = 'sending']) => ({ id, text: id, state })) } as never
  }

  beforeEach(() => {
    vi.useFakeTimers()
    view.value = undefined
    late = overdue(view, () => Date.now())
  })
  afterEach(() => {
    late.stop()
    vi.useRealTimers()
  })

  test('are late after fifteen seconds, not before', () => {
    pending(['a'])
    vi.advanceTimersByTime(LATE_AFTER_MS - 1)
    expect(late.isLate.value).toBe(false)
    vi.advanceTimersByTime(1)
    expect(late.isLate.value).toBe(true)
  })

  test('are not late any more when they have arrived', () => {
    pending(['a'])
    vi.advanceTimersByTime(LATE_AFTER_MS)
    pending()
    expect(late.isLate.value).toBe(false)
  })

  test('the oldest counts: writing more does not start it anew', () => {
    pending(['a'])
    vi.advanceTimersByTime(10_000)
    pending(['a'], ['b'])
    vi.advanceTimersByTime(5_000)
    expect(late.isLate.value).toBe(true)
    pending(['b'])
    expect(late.isLate.value).toBe(false)
    vi.advanceTimersByTime(10_000)
    expect(late.isLate.value).toBe(true)
  })

  test('a page that slept says so as soon as it looks again, though its timer never rang', () => {
    pending(['a'])
    vi.setSystemTime(Date.now() + 60_000)
    pending(['a'])
    expect(late.isLate.value).toBe(true)
  })

  test('what was refused is not on its way, so it is not late', () => {
    pending(['a', 'refused'])
    vi.advanceTimersByTime(LATE_AFTER_MS * 2)
    expect(late.isLate.value).toBe(false)
  })
})
