import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBeat, writeBeat } from './beat.ts'
import { readSignal, writeSignal } from './call-signal.ts'
import { commitTo, createNonce, fourWords, isRevealed } from './four-words.ts'
import { type Health, heal, LOST_AFTER_MS, type Remedy } from './healing.ts'
import { atFirst, nextQuality, type Quality } from './quality.ts'

describe('a way that falls silent', () => {
  /** A look every half second. */
  function watch(silentFrom: number, until: number, isReachable: (at: number) => boolean = () => true) {
    let health: Health = { is: 'well' }
    const did: (readonly [number, Remedy])[] = []
    for (let now = 0; now <= until; now += 500) {
      const next = heal(health, { now, lastHeard: Math.min(now, silentFrom), isReachable: isReachable(now) })
      health = next.health
      if (next.remedy) did.push([now, next.remedy])
    }
    return { health, did }
  }

  test('[Z5] is noticed within two seconds, and looked for: twice another way, then a new connection', () => {
    const { did } = watch(10_000, 22_000)

    expect(did[0]).toEqual([11_500, 'restart'])
    expect(did.map(([, remedy]) => remedy)).toEqual(['restart', 'restart', 'anew', 'anew'])
  })

  test('[Z5] is not looked for in vain while nothing can be told to the other side, and at once when it can', () => {
    const { did } = watch(10_000, 22_000, (at) => at >= 20_000)

    expect(did).toEqual([[20_000, 'restart']])
  })

  test('[Z8] is called lost after two minutes, not before', () => {
    expect(watch(0, LOST_AFTER_MS - 500).health.is).toBe('silent')
    expect(watch(0, LOST_AFTER_MS).health.is).toBe('lost')
  })

  test('[Z8] is well again as soon as something is heard, even after that', () => {
    const again = heal({ is: 'lost' }, { now: 200_000, lastHeard: 199_900, isReachable: true })

    expect(again).toEqual({ health: { is: 'well' }, remedy: undefined })
  })
})

describe('quality', () => {
  const sample = { roundTripMs: 40, lost: 0, outgoing: 800_000 }
  const after = (samples: readonly (readonly [number, Partial<typeof sample>])[]): Quality =>
    samples.reduce((now, [at, change]) => nextQuality(now, { ...sample, ...change, at }), atFirst).shown

  test.each<[string, readonly (readonly [number, Partial<typeof sample>])[], Quality]>([
    [
      '[Z6] stays good through a hitch',
      [
        [1_000, { lost: 0.5 }],
        [2_000, {}],
        [9_000, {}],
      ],
      'good',
    ],
    [
      '[Z6] is weak after five seconds of loss',
      [
        [1_000, { lost: 0.08 }],
        [6_000, { lost: 0.08 }],
      ],
      'weak',
    ],
    [
      '[Z6] is bad when it cannot carry a picture',
      [
        [1_000, { outgoing: 60_000 }],
        [6_100, { outgoing: 60_000 }],
      ],
      'bad',
    ],
    [
      '[Z6] is bad when answers take a second',
      [
        [1_000, { roundTripMs: 1_500 }],
        [6_100, { roundTripMs: 1_500 }],
      ],
      'bad',
    ],
    [
      '[Z6] comes back after five good seconds',
      [
        [1_000, { lost: 0.2 }],
        [6_000, { lost: 0.2 }],
        [7_000, {}],
        [12_000, {}],
      ],
      'good',
    ],
    [
      '[Z6] does not flutter',
      [
        [1_000, { lost: 0.2 }],
        [3_000, {}],
        [5_000, { lost: 0.2 }],
        [7_000, {}],
      ],
      'good',
    ],
  ])('%s', (_, samples, shown) => {
    expect(after(samples)).toBe(shown)
  })
})

describe('four words', () => {
  const list = Array.from({ length: 1024 }, (_, at) => `woord-${at}`)
  const side = (fingerprints: string) => ({ nonce: createNonce(), fingerprints })

  test('[Z4] are the same for both, and others for every other connection', async () => {
    const [offerer, answerer] = [side('sha-256 aa'), side('sha-256 bb')]
    const words = await fourWords({ offerer, answerer }, list)

    expect(words).toHaveLength(4)
    expect(await fourWords({ offerer, answerer }, list)).toEqual(words)
    expect(await fourWords({ offerer: { ...offerer, fingerprints: 'sha-256 cc' }, answerer }, list)).not.toEqual(words)
    expect(await fourWords({ offerer, answerer: { ...answerer, nonce: createNonce() } }, list)).not.toEqual(words)
  })

  test('[Z4] who shows another number than they committed to is noticed', async () => {
    const nonce = createNonce()
    const commit = await commitTo(nonce)

    expect(await isRevealed(commit, nonce)).toBe(true)
    expect(await isRevealed(commit, createNonce())).toBe(false)
  })
})

describe('what is not from one of ours', () => {
  test('[Z3] signals come out as they went in', async () => {
    const signal = {
      kind: 'description',
      from: 'a',
      to: 'b',
      type: 'offer',
      sdp: 'v=0\r\n'.repeat(900),
      commit: 'c',
    } as const

    expect(await readSignal(await writeSignal(signal))).toEqual(signal)
  })

  test('[Z3] a long description fits into one sealed message', async () => {
    const line = (at: number) => `a=rtpmap:${at} codec-${at * 7919}/90000\r\na=fmtp:${at} level=${at * 31}`
    const sdp = Array.from({ length: 90 }, (_, at) => line(at)).join('\r\n')
    const written = await writeSignal({ kind: 'description', from: 'a', type: 'offer', sdp })

    expect(sdp.length).toBeGreaterThan(3_500)
    expect(written.length).toBeLessThan(8_190)
  })

  test('[Z3] anything else is no signal and no beat, and breaks nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String(), fc.json()), async (text) => {
        expect(await readSignal(text)).toBeUndefined()
        expect(readBeat(text)).toBeUndefined()
      }),
      { numRuns: 200 },
    )
    const bomb = await writeSignal({ kind: 'description', from: 'a', type: 'offer', sdp: 'x'.repeat(5_000_000) })
    expect(await readSignal(bomb)).toBeUndefined()
    expect(readBeat(writeBeat({ picture: 'camera', isMuted: false }))).toEqual({ picture: 'camera', isMuted: false })
    expect(readBeat('{"picture":"window","isMuted":false}')).toBeUndefined()
  })
})
