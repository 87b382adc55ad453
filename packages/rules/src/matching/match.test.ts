import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../time.ts'
import { match, proposals, recompute, type Wishes } from './match.ts'
import type { Candidate, Gender, TalkLanguage, Theme } from './professional.ts'

const now = Date.UTC(2026, 10, 26, 19)
const nobody = new Set<string>()

type Sketch = {
  readonly gender?: Gender
  readonly languages?: readonly TalkLanguage[]
  readonly themes?: readonly Theme[]
  readonly minutes?: number
  readonly freeFor?: number
  readonly validUntil?: number
}

function candidate(kid: string, sketch: Sketch = {}): Candidate {
  const { gender = 'woman', languages = ['nl'], themes = ['worry'], minutes = 0, freeFor = 60 } = sketch
  const validUntil = sketch.validUntil ?? now + HOUR_MS
  return {
    kid,
    profile: { title: 'clinical-psychologist', gender, languages, themes, about: '', weekly: [] },
    recognition: { commissionNumber: '000000000', checkedBy: 'Noor', checkedAt: 0, validUntil },
    load: { minutes, lastTalkAt: now - freeFor * MINUTE_MS },
  }
}

const wishes: Wishes = { language: 'nl', theme: 'worry' }
const chosenBy = (asked: Wishes, ...all: Candidate[]) => match(asked, all, { now, askedBefore: nobody }).chosen?.kid

describe('who is asked', () => {
  test.each<[string, Wishes, Candidate, Candidate, string | undefined]>([
    [
      '[G1] somebody who speaks the language',
      { ...wishes, language: 'fr' },
      candidate('a'),
      candidate('b', { languages: ['fr'] }),
      'b',
    ],
    [
      '[G1] nobody whose recognition has run out',
      wishes,
      candidate('a', { validUntil: now }),
      candidate('b', { minutes: 300 }),
      'b',
    ],
    [
      '[G1] nobody of another gender than the one that is a must',
      { ...wishes, gender: 'man', isGenderMust: true },
      candidate('a'),
      candidate('b', { gender: 'woman' }),
      undefined,
    ],
    [
      '[G3] the one of the wished gender, when it is a wish',
      { ...wishes, gender: 'man' },
      candidate('a'),
      candidate('b', { gender: 'man', minutes: 300 }),
      'b',
    ],
    [
      '[G3] the one who knows the theme before the one of the wished gender',
      { ...wishes, gender: 'man' },
      candidate('a', { minutes: 300 }),
      candidate('b', { gender: 'man', themes: ['sleep'] }),
      'a',
    ],
    [
      '[G3] somebody else than wished for rather than nobody',
      { ...wishes, theme: 'eating' },
      candidate('a'),
      candidate('b', { minutes: 3 }),
      'a',
    ],
    [
      '[G4] the one with the fewest minutes this week',
      wishes,
      candidate('a', { minutes: 20 }),
      candidate('b', { minutes: 15 }),
      'b',
    ],
    [
      '[G4] among equals the one who has been free the longest',
      wishes,
      candidate('a', { freeFor: 5 }),
      candidate('b', { freeFor: 90 }),
      'b',
    ],
    ['[G4] always the same one among the very same', wishes, candidate('b'), candidate('a'), 'a'],
  ])('%s', (_, asked, one, other, kid) => {
    expect(chosenBy(asked, one, other)).toBe(kid)
    expect(chosenBy(asked, other, one)).toBe(kid)
  })

  test('[G1] nobody a second time', () => {
    const found = match(wishes, [candidate('a'), candidate('b')], { now, askedBefore: new Set(['a']) })

    expect(found.chosen?.kid).toBe('b')
  })

  test('[G7] why is told in a few words, and how many were not asked for what reason', () => {
    const all = [candidate('a', { minutes: 5 }), candidate('b', { minutes: 9 }), candidate('c', { languages: ['en'] })]
    const found = match({ ...wishes, gender: 'woman' }, all, { now, askedBefore: nobody })

    expect(found.chosen && found.reasons).toEqual(['language', 'theme', 'gender', 'least-minutes'])
    expect(found.chosen && found.decision).toMatchObject({ excluded: { language: 1 }, tier: 0, inTier: 2 })
  })

  test('[G5] three to choose from are three different people, best first', () => {
    const all = ['a', 'b', 'c', 'd'].map((kid, at) => candidate(kid, { minutes: 40 - at * 10 }))

    expect(proposals(wishes, all, now).map(({ chosen }) => chosen.kid)).toEqual(['d', 'c', 'b'])
  })
})

const sketch = fc.record({
  gender: fc.constantFrom<Gender>('man', 'woman', 'other'),
  languages: fc.subarray<TalkLanguage>(['nl', 'fr', 'en'], { minLength: 1 }),
  themes: fc.subarray<Theme>(['worry', 'sleep', 'loss']),
  minutes: fc.integer({ min: 0, max: 50 }),
  freeFor: fc.integer({ min: 0, max: 600 }),
  validUntil: fc.constantFrom(now - 1, now + 1),
})
const anyWishes = fc.record({
  language: fc.constantFrom<TalkLanguage>('nl', 'fr', 'en'),
  theme: fc.constantFrom<Theme>('worry', 'sleep', 'something-else'),
  gender: fc.constantFrom<'man' | 'woman' | undefined>('man', 'woman', undefined),
  isGenderMust: fc.boolean(),
})
const anybody = fc.array(sketch, { maxLength: 30 }).map((all) => all.map((one, at) => candidate(`k${at}`, one)))

describe('for whatever wishes and whoever is there', () => {
  test('[G1] whoever is asked passes every filter, and nobody better was passed over', () => {
    fc.assert(
      fc.property(anyWishes, anybody, (asked, all) => {
        const found = match(asked, all, { now, askedBefore: nobody })
        const may = all.filter(
          ({ profile, recognition }) =>
            (recognition?.validUntil ?? 0) > now &&
            profile.languages.includes(asked.language) &&
            (!asked.isGenderMust || !asked.gender || profile.gender === asked.gender),
        )
        const { chosen } = found
        if (!chosen) {
          expect(may).toEqual([])
          return
        }
        expect(may).toContain(chosen)
        const misses = ({ profile }: Candidate) =>
          (asked.theme === 'something-else' || profile.themes.includes(asked.theme) ? 0 : 2) +
          (asked.gender && profile.gender !== asked.gender ? 1 : 0)
        for (const one of may) {
          expect(misses(chosen)).toBeLessThanOrEqual(misses(one))
          if (misses(one) === misses(chosen)) expect(chosen.load.minutes).toBeLessThanOrEqual(one.load.minutes)
        }
      }),
    )
  })

  test('[G7] the log tells neither the hour of a choice nor whose week it was about', () => {
    const decided = (minutes: number, hours: number) => {
      const all = [minutes, minutes + 34, minutes].map((one, at) => candidate(`k${at}`, { minutes: one, freeFor: at }))
      const found = match(wishes, all, { now: now + hours, askedBefore: nobody })
      return found.chosen && found.decision
    }

    expect(decided(13, 0)?.finalists).toEqual([
      { minutes: 0, free: 0 },
      { minutes: 0, free: 2 },
      { minutes: 1, free: 1 },
    ])
    expect(decided(51, HOUR_MS / 2)).toEqual(decided(13, 0))
  })

  test('[G7] the log’s figures lead to the same choice again, and hold no name of anybody', () => {
    fc.assert(
      fc.property(anyWishes, anybody, (asked, all) => {
        const found = match(asked, all, { now, askedBefore: nobody })
        if (!found.chosen) return
        expect(recompute(found.decision)).toBe(found.decision.chosenIndex)
        expect(JSON.stringify(found.decision)).not.toMatch(/k\d/)
      }),
    )
  })
})
