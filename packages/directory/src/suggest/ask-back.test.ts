import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askBack } from './ask-back.ts'
import type { Writer } from './audience.ts'
import { type SubjectId, subjects } from './subjects.ts'
import { suggest } from './suggest.ts'

const adult: Writer = { about: 'self', stage: 'adult' }
const unknown: Writer = { about: 'self' }
const themesOf = (about: readonly SubjectId[]) => about.map((subject) => subjects[subject].theme)

describe('[S9] what the search asks back', () => {
  test('is nothing when it is sure', () => {
    expect(
      askBack(
        [
          ['money', 0.9],
          ['housing', 0.1],
        ],
        adult,
      ),
    ).toEqual({ about: [], age: false })
  })

  test('is what it may be about, likeliest first, each name once', () => {
    const likely = [
      ['money', 0.4],
      ['housing', 0.3],
      ['work', 0.2],
      ['gambling', 0.02],
    ] as const

    expect(askBack(likely, adult).about).toEqual(['money', 'housing', 'work'])
  })

  test('is nothing when there is one thing to choose from', () => {
    expect(
      askBack(
        [
          ['money', 0.5],
          ['gambling', 0.01],
        ],
        adult,
      ).about,
    ).toEqual([])
  })

  test('never names feelings that hurt who has not got them, unless they are likelier than all else', () => {
    expect(
      askBack(
        [
          ['love', 0.5],
          ['own-sexual-feelings', 0.3],
          ['loneliness', 0.2],
        ],
        adult,
      ).about,
    ).toEqual(['love', 'loneliness'])
  })

  test('is an age only when nothing told it and the first line hangs on it', () => {
    expect(askBack([['grief', 0.9]], unknown).age).toBe(true)
    expect(askBack([['grief', 0.9]], adult).age).toBe(false)
    expect(askBack([['pregnant-and-unsure', 0.9]], unknown).age).toBe(false)
  })

  test('whatever is written: at most five, each of a name of its own, and a tap brings a line of that subject that may be named', () => {
    const words = [
      'ik',
      'mijn man',
      'school',
      'drinkt',
      'weg',
      'bang',
      'geld',
      'alleen',
      'slaan',
      'dood',
      'kind',
      'baas',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), (some) => {
        const text = some.join(' ')
        const { about } = suggest({ text }).asks
        expect(about.length).toBeLessThanOrEqual(5)
        expect(new Set(themesOf(about)).size).toBe(about.length)
        for (const subject of about) {
          const [first] = suggest({ text, about: subject }).suggestions
          const { lines } = subjects[subject]
          expect([
            ...lines.child,
            ...lines.young,
            ...lines.adult,
            ...lines.forChild,
            'tele-onthaal',
            'awel',
            'caw',
          ]).toContain(first?.line)
        }
      }),
    )
  })

  test('leaves danger where it stands, whatever is tapped', () => {
    const text = 'ik heb een hele doos pillen geslikt'
    const before = suggest({ text }).urgent
    expect(before).toContain('112')
    expect(suggest({ text, about: 'money', age: 40 }).urgent).toEqual(before)
  })
})
