import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stretch } from './argon2id.ts'
import { randomBytes, utf8 } from './bytes.ts'
import { depositKeys, openDeposit, sealDeposit } from './deposit-keys.ts'
import { createLock, openWithPasskey, openWithPin, openWithWords, withPasskey, withPin } from './device-lock.ts'
import { LIST_LENGTH, readRecoveryWords, rootOfWords, WORDS, wordsOf } from './recovery-words.ts'

/** Words that sort and start as a list must, without being one. */
const letters = 'bcdfghjklmnpqrst'
const list = Array.from({ length: LIST_LENGTH }, (_, at) => {
  const [a, b, c] = [at >> 6, (at >> 2) & 15, at & 3].map((part) => letters.charAt(part))
  return `${a}a${b}${c}en`
})

describe('the lock', () => {
  test('[K1] opens with the PIN, with the words and with a passkey, and all open the same', async () => {
    const root = randomBytes(32)
    const made = await createLock('4711', root, stretch)
    const sealed = await made.cipher.seal('mijn plan', 'plan/1')
    const prfOutput = randomBytes(32)
    const lock = await withPasskey(made, { id: randomBytes(16), prfSalt: randomBytes(32), prfOutput })

    for (const open of [
      await openWithPin(lock, '4711', stretch),
      await openWithWords(lock, root),
      await openWithPasskey(lock, prfOutput),
    ])
      expect(await open?.cipher.open(sealed, 'plan/1')).toBe('mijn plan')
    expect(await made.cipher.open(sealed, 'plan/2')).toBeUndefined()
  })

  test('[K3] a wrong PIN opens nothing and spoils nothing, however often; a changed one takes the place of the old', async () => {
    const made = await createLock('4711', randomBytes(32), stretch)
    for (const pin of ['', '4712', '47110', '1813']) expect(await openWithPin(made.lock, pin, stretch)).toBeUndefined()
    const changed = await withPin(made, 'een zin mag ook', stretch)

    expect(await openWithPin(made.lock, '4711', stretch)).toBeDefined()
    expect(await openWithPin(changed, '4711', stretch)).toBeUndefined()
    expect((await openWithPin(changed, 'een zin mag ook', stretch))?.dataKey).toEqual(made.dataKey)
  })
})

describe('the twelve words', () => {
  test('[K4] come back from every spelling a person may give them', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 14, maxLength: 14 }), async (bytes) => {
        const random = new Uint8Array(bytes)
        const words = await wordsOf(random, list)
        expect(words).toHaveLength(WORDS)
        for (const typed of [
          words.join(' '),
          words.join(', ').toUpperCase(),
          words.map((word) => word.slice(0, 4)).join('\n'),
        ])
          expect(await readRecoveryWords(typed, list)).toEqual({ ok: true, random })
      }),
      { numRuns: 50 },
    ))

  test('[K4] a mistake is said before anything is tried: which word, how many, or that they do not belong together', async () => {
    const words = await wordsOf(new Uint8Array(14).fill(7), list)
    const [first, second, ...others] = words
    const why = async (typed: readonly unknown[]) => {
      const read = await readRecoveryWords(typed.join(' '), list)
      return read.ok ? 'ok' : read.why
    }

    expect(await why(words.slice(1))).toEqual({ reason: 'too-few', count: 11 })
    expect(await why([...words, first])).toEqual({ reason: 'too-many', count: 13 })
    expect(await why([first, 'zzzz', ...others])).toEqual({ reason: 'unknown-words', places: [2] })
    expect(await why([list[5], second, ...others])).toEqual({ reason: 'not-these' })
  })

  test('[K4] another word nearly always means other keys: of 255 changed words at most a few pass', async () => {
    const words = await wordsOf(new Uint8Array(14).fill(9), list)
    let passed = 0
    for (const other of list.slice(0, 255))
      if (other !== words[3] && (await readRecoveryWords(words.with(3, other).join(' '), list)).ok) passed++
    expect(passed).toBeLessThan(8)
  })

  test('lead to one root, and it is not the words themselves', async () => {
    const random = new Uint8Array(14).fill(1)
    expect(await rootOfWords(random, stretch)).toEqual(await rootOfWords(random, stretch))
    expect(await rootOfWords(random, stretch)).not.toEqual(await rootOfWords(new Uint8Array(14), stretch))
  })
})

describe('what lies sealed on a server', () => {
  test('[K5] opens with its secret only, and its size says little', async () => {
    const [mine, other] = [await depositKeys(randomBytes(16), 'copy'), await depositKeys(randomBytes(16), 'copy')]
    const sealed = await sealDeposit(utf8('mijn plan'), mine)

    expect(await openDeposit(sealed, mine)).toEqual(utf8('mijn plan'))
    expect(await openDeposit(sealed, { ...mine, key: other.key })).toBeUndefined()
    expect((await sealDeposit(utf8('x'.repeat(4000)), mine)).length).toBe(sealed.length)
    expect((await sealDeposit(utf8('x'.repeat(5000)), mine)).length).toBe(sealed.length + 4096)
  })

  test('[K8] a move has one place, and another word and key for every code that is typed', async () => {
    const secret = randomBytes(16)
    const [right, wrong] = [await depositKeys(secret, 'move', '482913'), await depositKeys(secret, 'move', '482914')]

    expect(right.place).toBe(wrong.place)
    expect(right.mayRead).not.toBe(wrong.mayRead)
    expect(await openDeposit(await sealDeposit(utf8('x'), right), wrong)).toBeUndefined()
  })

  test('copy, link and move of one secret have nothing in common', async () => {
    const secret = randomBytes(16)
    const all = await Promise.all((['copy', 'link', 'move'] as const).map((use) => depositKeys(secret, use)))
    expect(new Set(all.flatMap(({ place, mayRead, mayChange }) => [place, mayRead, mayChange])).size).toBe(9)
  })
})
