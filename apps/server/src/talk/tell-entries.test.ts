import { readToSeeker } from '@houvast/protocol/seeker-frames'
import { FRAME_MAX, LOG_PAGE } from '@houvast/rules/limits/limits'
import { expect, test } from 'vitest'
import { tellEntries } from './tell-entries.ts'

const CONVERSATION = '01890000-0000-7000-8000-000000000001'

function framesOf(lengths: readonly number[]) {
  const frames: string[] = []
  const entries = lengths.map((length, i) => ({ seq: i + 1, kind: 'envelope' as const, body: 'x'.repeat(length) }))
  tellEntries(CONVERSATION, entries, (frame) => frames.push(JSON.stringify(frame)))
  return frames
}

test.each([
  ['a page of short words', Array(LOG_PAGE).fill(900)],
  ['a page of the longest words', Array(LOG_PAGE).fill(13 * 1024)],
  ['both by turns', Array.from({ length: LOG_PAGE }, (_, i) => (i % 3 ? 800 : 13_000))],
])('[R10] %s comes in frames that a device takes, in order and whole', (_, lengths) => {
  const read = framesOf(lengths).map((text) => {
    expect(text.length).toBeLessThanOrEqual(FRAME_MAX)
    const frame = readToSeeker(text)
    return frame?.type === 'entries' ? frame : undefined
  })
  expect(read.flatMap((frame) => frame?.entries.map(({ seq }) => seq))).toEqual(lengths.map((__, i) => i + 1))
  for (const frame of read) expect(frame?.last).toBe(frame?.entries.at(-1)?.seq)
})

test('a few entries go in one frame, and none in none', () => {
  expect(framesOf([900, 900])).toHaveLength(1)
  expect(framesOf([])).toEqual([])
})
