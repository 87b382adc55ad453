import { describe, expect, test } from 'vitest'
import { hearKey, type KeyHeard, noPresses, wantsToLeave } from './quick-exit.ts'

/** Keys as they are pressed: `Shift` alone, or `Shift+a`; each 200 ms after the last, unless a pause is named. */
function leavesAfter(...keys: readonly (string | number)[]): boolean {
  const heard: KeyHeard[] = []
  let at = 1_000_000
  for (const key of keys) {
    if (typeof key === 'number') {
      at += key
      continue
    }
    const together = key.split('+')
    for (const one of together) heard.push({ type: 'keydown', key: one, at })
    for (const one of together.toReversed()) heard.push({ type: 'keyup', key: one, at: at + 50 })
    at += 200
  }
  return wantsToLeave(heard.reduce(hearKey, noPresses))
}

describe('leaving with Shift', () => {
  test('three presses in a row leave', () => {
    expect(leavesAfter('Shift', 'Shift', 'Shift')).toBe(true)
  })

  test('two presses do not', () => {
    expect(leavesAfter('Shift', 'Shift')).toBe(false)
  })

  test('capitals in a message never leave', () => {
    expect(leavesAfter('Shift+I', 'k', 'Shift+W', 'Shift+I', 'Shift+L')).toBe(false)
    expect(leavesAfter('Shift+S', 'Shift+O', 'Shift+S')).toBe(false)
    expect(leavesAfter('Shift+A', 'Shift', 'Shift')).toBe(false)
  })

  test('another key in between starts the count anew', () => {
    expect(leavesAfter('Shift', 'Shift', 'a', 'Shift')).toBe(false)
  })

  test('a pause starts the count anew', () => {
    expect(leavesAfter('Shift', 'Shift', 3_000, 'Shift')).toBe(false)
    expect(leavesAfter('Shift', 'Shift', 3_000, 'Shift', 'Shift', 'Shift')).toBe(true)
  })

  test('Escape never leaves', () => {
    expect(leavesAfter('Escape', 'Escape', 'Escape')).toBe(false)
  })

  test('holding Shift down is one press, however often the keyboard repeats it', () => {
    const repeated = Array.from({ length: 9 }, (_, i): KeyHeard => ({ type: 'keydown', key: 'Shift', at: i * 30 }))

    expect(wantsToLeave(repeated.reduce(hearKey, noPresses))).toBe(false)
  })
})
