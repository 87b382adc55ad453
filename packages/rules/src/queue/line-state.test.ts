import { expect, test } from 'vitest'
import { lineState } from './line-state.ts'

const there = { isWithinHours: true, helpersOnDuty: 2, freeHelpers: 1, hasDutyKey: true }

test.each([
  ['[Q3] open when somebody is there and free', {}, { state: 'open' }],
  ['[Q3] busy when everyone has as many talks as the line allows', { freeHelpers: 0 }, { state: 'busy' }],
  [
    '[Q3] closed when nobody is there, whatever the hours say',
    { helpersOnDuty: 0 },
    { state: 'closed', reason: 'nobody-on-duty' },
  ],
  ['[Q3] closed without a key to seal to', { hasDutyKey: false }, { state: 'closed', reason: 'nobody-on-duty' }],
  [
    '[Q3] closed outside hours, though somebody is there',
    { isWithinHours: false },
    { state: 'closed', reason: 'outside-hours' },
  ],
])('%s', (_, change, state) => {
  expect(lineState({ ...there, ...change })).toEqual(state)
})
