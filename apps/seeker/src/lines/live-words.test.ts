import { describe, expect, test } from 'vitest'
import type { LiveLine } from './live-lines.ts'
import { liveWords } from './live-words.ts'

const sundayNoon = Date.parse('2026-11-22T12:00:00+01:00')
const words = (live: Partial<LiveLine>) =>
  liveWords({ id: 'awel', name: 'Awel', state: 'open', waiting: 0, ...live }, sundayNoon, 'nl')

describe('what someone may expect of a line', () => {
  test('nobody before you', () => {
    expect(words({})).toBe('Er wacht niemand.')
  })

  test('people before you, and about how long', () => {
    expect(words({ state: 'busy', waiting: 1, estimateMinutes: 5 })).toBe(
      'Er wacht 1 persoon. Ongeveer 5 minuten wachten.',
    )
    expect(words({ state: 'busy', waiting: 12, estimateMinutes: 1 })).toBe(
      'Er wachten 12 mensen. Ongeveer 1 minuut wachten.',
    )
  })

  test('no estimate is made up when the line gives none', () => {
    expect(words({ state: 'busy', waiting: 4 })).toBe('Er wachten 4 mensen.')
  })

  test('a closed line says when it opens', () => {
    expect(words({ state: 'closed', reason: 'outside-hours', opensAt: '2026-11-25T13:00:00Z' })).toBe(
      'Opent woensdag om 14:00.',
    )
  })

  test('a closed line that does not know, says so', () => {
    expect(words({ state: 'closed', reason: 'outside-hours' })).toBe('We weten niet wanneer deze lijn weer opent.')
  })

  test('within hours but with nobody there, it is not called open', () => {
    expect(words({ state: 'closed', reason: 'nobody-on-duty' })).toBe('Er is nu even niemand van deze lijn.')
  })
})
