import { expect, test } from 'vitest'
import { MINUTE_MS } from '../time.ts'
import { roomForFirstTalks } from './first-talks.ts'

const at = (text: string) => ({ from: Date.parse(text), to: Date.parse(text) + 15 * MINUTE_MS })
const [nine, ten, eleven, twelve] = ['09', '10', '11', '12'].map((hour) => at(`2026-12-01T${hour}:00:00+01:00`))
const nextDay = at('2026-12-02T00:00:00+01:00')
const all = [nine, ten, eleven, twelve, nextDay].filter((one) => one !== undefined)

test('[A10] a day that has three first talks offers no more, by the calendar in Belgium', () => {
  expect(roomForFirstTalks(all, all.slice(0, 2))).toEqual(all)
  expect(roomForFirstTalks(all, all.slice(0, 3))).toEqual([nextDay])
  expect(roomForFirstTalks(all, [])).toEqual(all)
})
