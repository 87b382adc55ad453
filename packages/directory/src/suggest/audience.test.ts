import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lines } from '../lines.ts'
import { groups, subjects } from '../vocabulary/vocabulary.ts'
import { suggest } from './suggest.ts'

const ids = lines.map(({ id }) => id)

/** Texts made of what people say: phrases of every subject, people, ages and odd words, in any order. */
const pieces = [
  ...Object.values(subjects).flatMap((subject) =>
    Object.values(subject as Record<string, unknown>)
      .filter((rows): rows is string[] => Array.isArray(rows))
      .flatMap((rows) => rows.flatMap((row) => row.split(', '))),
  ),
  ...Object.values(groups).flatMap((rows) => rows.flatMap((row) => row.split(', '))),
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })), { minLength: 0, maxLength: 9 })
  .map((parts) => parts.join(' '))
const age = fc.integer({ min: 0, max: 110 })

describe('whatever someone types, at any age', () => {
  test('[S1] no line is suggested that is not for them', () => {
    fc.assert(
      fc.property(text, age, (typed, years) => {
        const found = suggest({ text: typed, age: years }).suggestions.map(({ line }) => line)

        if (years >= 18) {
          expect(found).not.toContain('awel')
          expect(found).not.toContain('nupraatikerover')
        } else expect(found).not.toContain('stop-it-now')
        if (years < 12 || years > 25) expect(found).not.toContain('jac')
        if (years < 25) expect(found).not.toContain('caw')
      }),
      { numRuns: 2000 },
    )
  })

  test('[S2] under 18 Tele-Onthaal never comes first', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 17 }), (typed, years) => {
        expect(suggest({ text: typed, age: years }).suggestions[0]?.line).not.toBe('tele-onthaal')
      }),
      { numRuns: 1000 },
    )
  })

  test('[S4] there are three different lines to choose from', () => {
    fc.assert(
      fc.property(text, fc.option(age, { nil: undefined }), (typed, years) => {
        const found = suggest({ text: typed, age: years }).suggestions.map(({ line }) => line)

        expect(new Set(found).size).toBe(3)
        for (const line of found) expect(ids).toContain(line)
      }),
      { numRuns: 1000 },
    )
  })

  test('[S3] Teleblok is not suggested as long as nobody knows whether it runs', () => {
    const examens = { text: 'stress voor mijn examens', age: 19 }

    expect(suggest(examens).suggestions.map(({ line }) => line)).not.toContain('teleblok')
    expect(suggest(examens).notKnownToRun).toEqual(['teleblok'])
    expect(suggest({ ...examens, runs: (line) => line === 'teleblok' }).suggestions[0]?.line).toBe('teleblok')
  })
})
