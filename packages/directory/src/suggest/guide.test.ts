import { describe, expect, test } from 'vitest'
import type { Way } from './choose-lines.ts'
import { type ForWhom, type GuideAge, guideAges, guideTo, themesFor } from './guide.ts'

const whom: readonly ForWhom[] = ['me', 'my-child', 'someone', 'my-pupil']
const ways: readonly Way[] = ['any', 'chat', 'phone', 'mail']
const ages = Object.keys(guideAges) as GuideAge[]
const all = whom.flatMap((forWhom) =>
  ages.flatMap((age) => themesFor(forWhom, age).flatMap((theme) => ways.map((way) => ({ forWhom, age, theme, way })))),
)

describe('every way through the guide', () => {
  test('[S1, S2, S4] ends at three lines that are for them', () => {
    for (const answers of all) {
      const found = guideTo(answers).suggestions.map(({ line }) => line)
      const isMinor = answers.age === 'under-12' || answers.age === '12-17'

      expect(new Set(found).size, JSON.stringify(answers)).toBe(3)
      expect(found).not.toContain(isMinor ? 'stop-it-now' : 'awel')
      if (!isMinor) expect(found).not.toContain('nupraatikerover')
      if (isMinor) expect(found[0]).not.toBe('tele-onthaal')
      if (answers.age === 'under-12' || answers.age === '25-and-over') expect(found).not.toContain('jac')
      if (answers.age !== '25-and-over') expect(found).not.toContain('caw')
    }
  })

  test('is the same each time', () => {
    for (const answers of all) expect(guideTo(answers)).toEqual(guideTo(answers))
  })
})

describe('someone who', () => {
  test.each([
    ['is 15 and was abused', { forWhom: 'me', age: '12-17', theme: 'sexual-violence', way: 'any' }, 'nupraatikerover'],
    [
      'is adult and worries about own feelings for children',
      { forWhom: 'me', age: '25-and-over', theme: 'own-feelings', way: 'any' },
      'stop-it-now',
    ],
    ['is adopted', { forWhom: 'me', age: '18-24', theme: 'adoption', way: 'any' }, 'a-buddy'],
    ['is pregnant and in doubt', { forWhom: 'me', age: '25-and-over', theme: 'pregnancy', way: 'any' }, 'fara'],
    ['is 10 and bullied', { forWhom: 'me', age: 'under-12', theme: 'bullying', way: 'any' }, 'awel'],
    ['has debts at 40', { forWhom: 'me', age: '25-and-over', theme: 'money', way: 'any' }, 'caw'],
    ['has debts at 20', { forWhom: 'me', age: '18-24', theme: 'money', way: 'any' }, 'jac'],
    [
      'worries about a friend’s thoughts of suicide',
      { forWhom: 'someone', age: '12-17', theme: 'death', way: 'any' },
      'zelfmoord1813',
    ],
    [
      'would rather call, lonely and old',
      { forWhom: 'me', age: '25-and-over', theme: 'alone', way: 'phone' },
      'tele-onthaal',
    ],
  ] as const)('%s', (_, answers, line) => {
    expect(guideTo(answers).suggestions[0]?.line).toBe(line)
  })
})
