/** Anything that was changed on its way, however little, is refused; untouched, it is taken (the control). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bytes, concat, fromBase64Url, toBase64Url } from './bytes.ts'
import { readStart } from './conversation-start.ts'
import { openDutyWrap, readDutyKey } from './duty-key.ts'
import { readCommit } from './epoch-commit.ts'
import { createEpochs } from './epochs.ts'
import { hashOf } from './hash.ts'
import type { LogEntry } from './heard.ts'
import { readKeyBook } from './key-book.ts'
import {
  createHelpline,
  createTalk,
  createWaitingConversation,
  LINE,
  NOON,
  type Talk,
  value,
} from './testing/helpline.ts'
import type { Wrap } from './wrap.ts'

const RUNS = 300

type Mutation = { readonly name: string; readonly mutate: (text: string) => string }

const onBytes = (change: (bytes: Bytes) => Bytes) => (text: string) => toBase64Url(change(fromBase64Url(text) as Bytes))
const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const at = (bytes: Bytes, where: number) => Math.floor(where * bytes.length)

const flipped = fc.tuple(part, fc.integer({ min: 1, max: 255 })).map(([where, bits]) => ({
  name: `byte at ${where} xor ${bits}`,
  mutate: onBytes((bytes) => bytes.map((byte, i) => (i === at(bytes, where) ? byte ^ bits : byte))),
}))
const cut = part.map((where) => ({
  name: `cut at ${where}`,
  mutate: onBytes((bytes) => bytes.slice(0, at(bytes, where))),
}))
const grown = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((more) => ({
  name: `grown by ${more.length}`,
  mutate: onBytes((bytes) => concat(bytes, more)),
}))
const moved = fc.tuple(part, part, fc.integer({ min: 1, max: 64 })).map(([from, to, length]) => ({
  name: `${length} bytes copied from ${from} to ${to}`,
  mutate: onBytes((bytes) => {
    const copy = bytes.slice()
    copy.set(
      bytes
        .subarray(at(bytes, from), Math.min(at(bytes, from) + length, bytes.length))
        .slice(0, bytes.length - at(bytes, to)),
      at(bytes, to),
    )
    return copy
  }),
}))
const respelled = fc.tuple(part, fc.constantFrom(...'AZaz09-_+/= ')).map(([where, character]) => ({
  name: `«${character}» at ${where}`,
  mutate: (text: string) => {
    const i = Math.floor(where * text.length)
    return text.slice(0, i) + character + text.slice(i + 1)
  },
}))
const mutations: fc.Arbitrary<Mutation> = fc.oneof({ weight: 4, arbitrary: flipped }, cut, grown, moved, respelled)

/** How many of `RUNS` changed forms are accepted, by name. */
async function accepted(original: string, isAccepted: (text: string) => Promise<boolean>): Promise<string[]> {
  const through: string[] = []
  await fc.assert(
    fc.asyncProperty(mutations, async ({ name, mutate }) => {
      const text = mutate(original)
      if (text !== original && (await isAccepted(text))) through.push(name)
    }),
    { numRuns: RUNS },
  )
  return through
}

/** Put before the seeker at the next place; every refused one takes a place, as it would on the server. */
function hears(talk: Talk, kind: LogEntry['kind'], wraps: readonly Wrap[] = []) {
  let seq = talk.log.rows.length
  return async (body: string) => {
    seq += 1
    return (await talk.seeker.receive({ seq, kind, body, wraps })).ok
  }
}

describe('changed on its way', () => {
  test('an envelope is never heard', async () => {
    const talk = await createTalk()
    const sealed = value(
      await talk.helper.seal({ ...talk.helper.position(), type: 'say', text: 'Dag.', id: talk.log.conversation }),
    )
    const isHeard = hears(talk, 'envelope')

    expect(await accepted(sealed.envelope, isHeard)).toEqual([])
    expect(await isHeard(sealed.envelope)).toBe(true)
  })

  test('a commit changes nobody’s place', async () => {
    const talk = await createTalk()
    const { commit, wraps } = value(await talk.helper.letReadAlong(talk.lead.member))
    const isHeard = hears(talk, 'commit', wraps)

    expect(await accepted(commit, isHeard)).toEqual([])
    expect(talk.seeker.members).toHaveLength(2)
    expect(await isHeard(commit)).toBe(true)
  })

  test('a start begins no conversation', async () => {
    const { started } = await createWaitingConversation()

    expect(await accepted(started.start, async (text) => (await readStart(text)).ok)).toEqual([])
    expect((await readStart(started.start)).ok).toBe(true)
  })

  test('a wrap gives no key', async () => {
    const talk = await createTalk()
    const row = talk.log.rows[2] as LogEntry
    const wrap = row.wraps?.find((one) => one.for === talk.keys.kid) as Wrap
    const commit = value(readCommit(row.body))
    const epoch = { ...commit, hash: await hashOf(commit.bytes) }
    const epochs = createEpochs([{ kid: talk.keys.kid, keys: talk.keys.kem }])
    const givesKey = async (sealed: string) => (await epochs.keysFrom(epoch, [{ ...wrap, sealed }])).size > 0

    expect(await accepted(wrap.sealed, givesKey)).toEqual([])
    expect(await givesKey(wrap.sealed)).toBe(true)
  })

  test('a duty key is used by no seeker, and its wrap opens nothing', async () => {
    const line = await createHelpline()
    const { identity } = line.coordinator
    const { record, wraps, duty } = await line.makeDuty(identity)
    const isUsed = async (text: string) => (await readDutyKey(text, line.book, NOON)).ok
    const [wrap] = wraps as [Wrap]
    const opens = async (sealed: string) => (await openDutyWrap(duty, { ...wrap, sealed }, identity)).ok

    expect(await accepted(record, isUsed)).toEqual([])
    expect(await isUsed(record)).toBe(true)
    expect(await accepted(wrap.sealed, opens)).toEqual([])
    expect(await opens(wrap.sealed)).toBe(true)
  })

  test('no entry of a key book is believed', async () => {
    const line = await createHelpline()
    await line.hire('Hanne')
    await line.hire('Bram')
    for (const i of line.entries.keys()) {
      const isRead = async (text: string) => (await readKeyBook(LINE, line.entries.with(i, text), line.book.head)).ok

      expect(await accepted(line.entries[i] as string, isRead)).toEqual([])
    }
    expect((await readKeyBook(LINE, line.entries, line.book.head)).ok).toBe(true)
  })
})

describe('a log that is shown in another order', () => {
  test('is heard as it was, or not as a whole', async () => {
    const talk = await createTalk()
    for (const text of ['Eén.', 'Twee.', 'Drie.']) {
      await talk.seeker.say(text)
      await talk.helper.catchUp()
      await talk.helper.say(`${text} Ja.`)
      await talk.seeker.catchUp()
    }
    const rows = talk.log.rows
    // Places of the log, some left out, some twice, in any order.
    const shown = fc.array(fc.nat(rows.length - 1), { minLength: rows.length, maxLength: rows.length })
    const shuffled = fc.shuffledSubarray([...rows.keys()], { minLength: rows.length - 1 })
    await fc.assert(
      fc.asyncProperty(fc.oneof(shown, shuffled), async (order) => {
        if (order.every((from, i) => from === i)) return
        const reader = await talk.readerFor(talk.hanne, false)
        const heard = []
        for (const [i, from] of order.entries()) {
          heard.push(await reader.receive({ ...(rows[from] as LogEntry), seq: i + 1 }))
        }

        expect(heard.every(({ ok }) => ok)).toBe(false)
      }),
      { numRuns: 100 },
    )
    const again = await talk.readerFor(talk.hanne, false)
    expect((await again.catchUp()).every(({ ok }) => ok)).toBe(true)
  })
})
