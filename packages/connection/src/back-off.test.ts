import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOffMs } from './back-off.ts'

test('[R6] always from a tenth of a second to four seconds, however often it failed', () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), chance, (failures, random) => {
      const ms = backOffMs(failures, () => random)
      expect(ms).toBeGreaterThanOrEqual(100)
      expect(ms).toBeLessThanOrEqual(4_000)
    }),
  )
})

test('[R6] a crowd that was cut at the same moment does not come back at the same moment', () => {
  expect(backOffMs(0, () => 0)).not.toBe(backOffMs(0, () => 0.99))
})
