import { expect, test } from 'vitest'
import { HOUR_MS } from '../time.ts'
import type { Wishes } from './match.ts'
import type { Candidate } from './professional.ts'
import { nextRing } from './ring.ts'
import { weekOf } from './week.ts'

const now = Date.UTC(2026, 10, 26, 19)

const professional = (kid: string, gender: 'man' | 'woman' = 'woman'): Candidate => ({
  kid,
  profile: { title: 'clinical-psychologist', gender, languages: ['nl'], themes: ['worry'], about: '', weekly: [] },
  recognition: { commissionNumber: '000000000', checkedBy: 'Noor', checkedAt: 0, validUntil: now + HOUR_MS },
  load: { minutes: 0, lastTalkAt: 0 },
})
const wishes: Wishes = { language: 'nl', theme: 'worry' }
const search = { wishes, candidates: [professional('a'), professional('b')], asked: [], ringsSoFar: 0, now }

test('[G6] the next one is rung, never the same one twice', () => {
  expect(nextRing(search)).toMatchObject({ do: 'ring', chosen: { kid: 'a' } })
  expect(nextRing({ ...search, asked: ['a'], ringsSoFar: 1 })).toMatchObject({ do: 'ring', chosen: { kid: 'b' } })
  expect(nextRing({ ...search, asked: ['a', 'b'], ringsSoFar: 2 })).toMatchObject({ do: 'choose', why: 'nobody' })
})

test('[G6] after three rings it is the person’s choice, though somebody is there', () => {
  expect(nextRing({ ...search, ringsSoFar: 3 })).toMatchObject({ do: 'choose', why: 'three-rings' })
})

test('[G6] whom the person chose is rung three times for them at most', () => {
  const chosen = { ...search, only: 'a' }

  expect(nextRing({ ...chosen, asked: ['a', 'a', 'b', 'b', 'b'] })).toMatchObject({ do: 'ring', chosen: { kid: 'a' } })
  expect(nextRing({ ...chosen, asked: ['a', 'a', 'a'] })).toEqual({ do: 'choose', why: 'nobody', canLetGo: false })
})

test('[G6] after fifteen rings for one person nobody more is rung, whatever they wish', () => {
  const asked = Array.from({ length: 15 }, (_, at) => `asked-${at}`)

  expect(nextRing({ ...search, asked: asked.slice(1) })).toMatchObject({ do: 'ring' })
  expect(nextRing({ ...search, asked })).toMatchObject({ do: 'choose' })
  expect(nextRing({ ...search, asked, only: 'a' })).toMatchObject({ do: 'choose' })
})

test('[G5] whom the person chose is rung, also when others are freer, and was chosen by them', () => {
  const step = nextRing({ ...search, only: 'b' })

  expect(step).toMatchObject({ do: 'ring', chosen: { kid: 'b' }, reasons: ['chosen', 'language', 'theme'] })
})

test('[G5] whom the person chose is asked whatever was wished before, as long as they are recognised', () => {
  const karim = professional('karim', 'man')
  const asked = {
    ...search,
    candidates: [karim],
    only: 'karim',
    wishes: { language: 'fr', theme: 'loss', gender: 'woman', isGenderMust: true },
  } as const

  expect(nextRing(asked)).toMatchObject({ do: 'ring', chosen: { kid: 'karim' } })
  expect(nextRing({ ...asked, candidates: [{ ...karim, recognition: undefined }] })).toMatchObject({ do: 'choose' })
})

test('[G2] a must that leaves nobody is named, and not let go of', () => {
  const step = nextRing({ ...search, wishes: { ...wishes, gender: 'man', isGenderMust: true } })

  expect(step).toEqual({ do: 'choose', why: 'nobody-with-wish', canLetGo: true })
})

test('[G2] a wish is not said to be in the way of somebody who was rung already, or of who was chosen', () => {
  const must = { ...search, wishes: { ...wishes, gender: 'man', isGenderMust: true } as const }

  expect(nextRing({ ...must, asked: ['a', 'b'] })).toEqual({ do: 'choose', why: 'nobody', canLetGo: false })
  expect(nextRing({ ...must, only: 'somebody-gone' })).toEqual({ do: 'choose', why: 'nobody', canLetGo: false })
})

test('[G2] nobody at all is said as it is', () => {
  expect(nextRing({ ...search, candidates: [] })).toEqual({ do: 'choose', why: 'nobody', canLetGo: false })
})

test.each([
  ['[G4] Sunday evening in Brussels is still the old week', '2026-11-29T22:30:00Z', '2026-W48'],
  ['[G4] and an hour later the new one', '2026-11-29T23:30:00Z', '2026-W49'],
  ['[G4] the first of January may belong to the year before', '2027-01-01T12:00:00Z', '2026-W53'],
])('%s', (_, at, week) => {
  expect(weekOf(Date.parse(at))).toBe(week)
})
