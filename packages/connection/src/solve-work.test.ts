import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { solveWork } from './solve-work.ts'

test('finds a number that begins with as many zero bits as were asked', async () => {
  for (const bits of [0, 1, 7, 8, 9, 11]) {
    const solution = await solveWork('challenge', bits)
    const hash = createHash('sha256').update(`challenge${solution}`).digest()
    const zeros = [...hash]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('')
      .indexOf('1')
    expect(zeros).toBeGreaterThanOrEqual(bits)
  }
})

test('stops when nobody waits for it any more', async () => {
  const abort = new AbortController()
  const solving = solveWork('challenge', 60, abort.signal)
  abort.abort()
  await expect(solving).rejects.toThrow()
})
