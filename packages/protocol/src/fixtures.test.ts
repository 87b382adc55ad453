/** The frames in fixtures/: what both ends must take, and what both must refuse. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FRAME_MAX } from '@houvast/rules/limits/limits'
import { describe, expect, test } from 'vitest'
import { FromHelper, readFromHelper, readToHelper, ToHelper } from './helper-frames.ts'
import { FromSeeker, readFromSeeker, readToSeeker, ToSeeker } from './seeker-frames.ts'

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url))

const channels = {
  'from-seeker': { read: readFromSeeker, schema: FromSeeker },
  'from-helper': { read: readFromHelper, schema: FromHelper },
  'to-seeker': { read: readToSeeker, schema: ToSeeker },
  'to-helper': { read: readToHelper, schema: ToHelper },
} as const
type Channel = keyof typeof channels

function framesOf(kind: 'valid' | 'invalid', channel: string): readonly [string, string][] {
  const folder = join(fixtures, kind, channel)
  return readdirSync(folder).map((file) => [basename(file, '.json'), readFileSync(join(folder, file), 'utf8')])
}
const typesIn = (frames: readonly [string, string][]) => new Set(frames.map(([, text]) => JSON.parse(text).type))

describe.each(Object.keys(channels) as Channel[])('%s', (channel) => {
  const { read, schema } = channels[channel]

  test.each(framesOf('valid', channel))('takes %s', (_, frame) => {
    expect(read(frame)).toEqual(JSON.parse(frame))
  })

  test.each(framesOf('invalid', channel))('refuses %s', (_, frame) => {
    expect(read(frame)).toBeUndefined()
  })

  test('has an example of every frame there is', () => {
    const types = schema.options.map(({ entries }) => entries.type.literal as string)

    expect([...typesIn(framesOf('valid', channel))].toSorted()).toEqual(types.toSorted())
  })

  test.each(['', 'hello', '{', 'null', '[]', '\u0000', '{"type":"ping"}{"type":"ping"}', '['.repeat(10_000)])(
    'refuses what is no frame at all: %s',
    (text) => {
      expect(read(text)).toBeUndefined()
    },
  )
})

test('a frame that is longer than a frame may be is not even looked at', () => {
  const ping = '{"type":"ping"}'

  expect(readFromSeeker(ping + ' '.repeat(FRAME_MAX - ping.length))).toEqual({ type: 'ping' })
  expect(readFromSeeker(ping + ' '.repeat(FRAME_MAX - ping.length + 1))).toBeUndefined()
})

describe('a seeker', () => {
  const helperOnly = framesOf('valid', 'from-helper').filter(([, frame]) =>
    ['go-on-duty', 'go-off-duty', 'follow'].includes(JSON.parse(frame).type),
  )

  test.each(helperOnly)('cannot say what only a helper may: %s', (_, frame) => {
    expect(readFromHelper(frame)).toBeDefined()
    expect(readFromSeeker(frame)).toBeUndefined()
  })

  test('is not told what only helpers are', () => {
    const helperNews = framesOf('valid', 'to-helper').filter(([, frame]) =>
      ['waiting', 'duty'].includes(JSON.parse(frame).type),
    )

    expect(helperNews.length).toBeGreaterThan(2)
    for (const [, frame] of helperNews) expect(readToSeeker(frame)).toBeUndefined()
  })
})
