import type { DeskFollowUp } from '@houvast/protocol/follow-up-requests'
import { expect, test } from 'vitest'
import type { FollowUpApi } from './follow-up-api.ts'
import { createFollowUps, groupsOf, instantOf } from './follow-ups-model.ts'

const one = (id: string, phase: DeskFollowUp['phase'], from?: number): DeskFollowUp => ({
  ...{ id, phase, kind: 'follow-up', how: 'video', proposals: [], payment: { state: 'unknown' } },
  ...(from === undefined ? {} : { moment: { from, to: from + 10 } }),
})

test('what is coming stands first, by time; what is over last, the newest first', () => {
  const all = [
    one('later', 'booked', 200),
    one('over', 'booked', 10),
    one('open', 'arranging'),
    one('soon', 'booked', 95),
    one('off', 'cancelled', 300),
    one('missed', 'missed', 50),
  ]
  const ids = (list: readonly DeskFollowUp[]) => list.map(({ id }) => id)
  const { now, arranging, past } = groupsOf(all, 100)

  expect([ids(now), ids(arranging), ids(past)]).toEqual([['soon', 'later'], ['open'], ['off', 'missed', 'over']])
})

test.each([
  ['2026-12-01T09:30', [Date.parse('2026-12-01T09:30:00+01:00')]],
  ['2027-07-01T09:30', [Date.parse('2027-07-01T09:30:00+02:00')]],
  ['', []],
  ['tomorrow', []],
])('[A1] «%s» is a moment by the clock in Belgium', (typed, instants) => {
  expect(instantOf(typed)).toEqual(instants)
})

test('[F5] what is refused is said beside that appointment, and the list is read again', async () => {
  const asked: unknown[] = []
  const api = {
    list: async () => ({ ok: true, value: { followUps: [one('a', 'arranging')], now: 1 } }),
    propose: async (id: string, from: readonly number[]) => {
      asked.push([id, from.length])
      return { ok: false, why: { reason: 'taken' } }
    },
  } as unknown as FollowUpApi
  const model = createFollowUps(api)

  expect(await model.propose('a', ['2026-12-01T09:30', '', '2026-12-02T09:30'])).toBe(false)
  expect(asked).toEqual([['a', 2]])
  expect(model.problem.value).toEqual({ id: 'a', reason: 'taken' })
  expect(model.isThere.value).toBe(true)
})
