import { expect, test } from 'vitest'
import type { LiveLine } from './live-lines.ts'
import { orderLines } from './order-lines.ts'

const lines = ['awel', 'jac', 'caw', 'lumi', 'druglijn', 'fara'].map((id) => ({ id }))

function ordered(...live: readonly LiveLine[]): readonly string[] {
  return orderLines(lines, new Map(live.map((line) => [line.id, line]))).map(({ line }) => line.id)
}

test('what is open comes first, then what is busy, then what is closed', () => {
  expect(
    ordered(
      { id: 'awel', name: 'awel', state: 'closed', waiting: 0 },
      { id: 'jac', name: 'jac', state: 'busy', waiting: 1 },
      { id: 'caw', name: 'caw', state: 'open', waiting: 0 },
    ),
  ).toEqual(['caw', 'jac', 'awel'])
})

test('among the busy, the shortest wait comes first', () => {
  expect(
    ordered(
      { id: 'awel', name: 'awel', state: 'busy', waiting: 9, estimateMinutes: 45 },
      { id: 'jac', name: 'jac', state: 'busy', waiting: 4, estimateMinutes: 15 },
    ),
  ).toEqual(['jac', 'awel'])
})

test('among the closed, what opens first comes first, and what nobody knows comes last', () => {
  expect(
    ordered(
      { id: 'awel', name: 'awel', state: 'closed', waiting: 0 },
      { id: 'jac', name: 'jac', state: 'closed', waiting: 0, opensAt: '2026-11-24T10:00:00Z' },
      { id: 'caw', name: 'caw', state: 'closed', waiting: 0, opensAt: '2026-11-23T17:00:00Z' },
    ),
  ).toEqual(['caw', 'jac', 'awel'])
})

test('a line that does not run here is not among them', () => {
  expect(ordered({ id: 'lumi', name: 'lumi', state: 'open', waiting: 0 })).toEqual(['lumi'])
})
