import { describe, expect, test } from 'vitest'
import { DAY_MS, MINUTE_MS } from '../time.ts'
import { crisisPath, inDanger, nextStep } from './crisis-path.ts'
import { itemsOf, lastPlace, move, type PlanItem } from './plan-item.ts'
import { isReviewDue, putOff } from './review.ts'
import { defaultTemplate, lifelines, type StepId, sixSteps, stepsOf } from './template.ts'
import { beginsVersion, tooOld, VERSIONS_MAX } from './versions.ts'

const item = (id: string, step: StepId, place: number, text = id): PlanItem => ({ id, step, place, text })
const ids = (items: readonly PlanItem[]) => items.map(({ id }) => id).join('')

describe('the steps', () => {
  test('[V1] are six, in the order of the method; the seventh comes where somebody wants it', () => {
    expect(stepsOf(defaultTemplate)).toEqual(sixSteps)
    expect(stepsOf({ hasReasons: true, reasonsFirst: false }).at(-1)).toBe('reasons')
    expect(stepsOf({ hasReasons: true, reasonsFirst: true })[0]).toBe('reasons')
  })
})

describe('things in a step', () => {
  const row = [item('a', 'alone', 1), item('b', 'alone', 2), item('c', 'alone', 3), item('x', 'signals', 1)]
  const moved = (id: string, by: -1 | 1) => {
    const one = move(row, id, by)
    return ids(
      itemsOf(
        row.map((old) => (old.id === one?.id ? one : old)),
        'alone',
      ),
    )
  }

  test.each([
    ['b', 1, 'acb'],
    ['b', -1, 'bac'],
    ['c', -1, 'acb'],
    ['a', 1, 'bac'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
  ] as const)('[V3] moving %s by %i gives %s', (id, by, order) => {
    expect(moved(id, by)).toBe(order)
  })

  test('[V3] a hundred moves to and fro still leave room between neighbours', () => {
    let items: readonly PlanItem[] = row
    for (let turn = 0; turn < 100; turn++) {
      const one = move(items, turn % 2 ? 'a' : 'b', turn % 3 ? 1 : -1)
      items = items.map((old) => (old.id === one?.id ? one : old))
    }
    const places = itemsOf(items, 'alone').map(({ place }) => place)
    expect(new Set(places).size).toBe(3)
  })

  test('a new one comes last', () => {
    expect(lastPlace(row, 'alone')).toBe(4)
    expect(lastPlace(row, 'safer')).toBe(1)
  })
})

describe('in a crisis', () => {
  const plan = [
    item('s', 'signals', 1),
    item('w', 'alone', 1),
    item('e', 'distraction', 1, '  '),
    item('r', 'reasons', 1),
  ]

  test('[V7] steps without words are passed over, helpers and lines never', () => {
    expect(crisisPath(plan, defaultTemplate)).toEqual(['signals', 'alone', 'professionals'])
    expect(crisisPath([], defaultTemplate)).toEqual(['professionals'])
  })

  test('[V1] a seventh step that is switched off is not shown, and is there again when it is switched on', () => {
    expect(crisisPath(plan, { hasReasons: true, reasonsFirst: true })[0]).toBe('reasons')
  })

  test('[V7] danger leads to the helpers from everywhere, and after the last step there is none', () => {
    const path = crisisPath(plan, defaultTemplate)
    expect(path).toContain(inDanger)
    expect(nextStep(path, 'signals')).toBe('alone')
    expect(nextStep(path, 'professionals')).toBeUndefined()
  })

  test('[V2] lines and doctor are fixed', () => {
    expect(lifelines).toEqual(['1813', '106', '112', 'gp'])
  })
})

describe('looking at the plan again', () => {
  const review = { lookedAt: 1_000, everyDays: 90 }
  const due = 1_000 + 90 * DAY_MS

  test('[V5] is asked after the time that was chosen, and not before', () => {
    expect(isReviewDue(review, due - 1)).toBe(false)
    expect(isReviewDue(review, due)).toBe(true)
  })

  test('[V5] may be put off again and again', () => {
    const later = putOff(review, due)
    expect(isReviewDue(later, due + 13 * DAY_MS)).toBe(false)
    expect(isReviewDue(later, due + 14 * DAY_MS)).toBe(true)
    expect(isReviewDue(putOff(later, due + 14 * DAY_MS), due + 27 * DAY_MS)).toBe(false)
  })
})

describe('earlier states', () => {
  test('[V6] changes that follow each other closely make one', () => {
    expect(beginsVersion(undefined, 5)).toBe(false)
    expect(beginsVersion(0, 30 * MINUTE_MS)).toBe(false)
    expect(beginsVersion(0, 30 * MINUTE_MS + 1)).toBe(true)
  })

  test('[V6] the oldest make room', () => {
    const versions = Array.from({ length: VERSIONS_MAX + 2 }, (_, at) => ({ id: `v${at}`, at }))
    expect(tooOld(versions).map(({ id }) => id)).toEqual(['v1', 'v0'])
  })
})
