import { describe, expect, test } from 'vitest'
import { type Side, say, seenBy, TERM_MS, type Wish, type Wishes } from './wishes.ts'

const yes = (...how: ('video' | 'on-site')[]): Wish => ({ says: 'yes', how })
const no: Wish = { says: 'no' }
const video = yes('video')
const wishes = (seeker?: Wish, professional?: Wish): Wishes => ({ seeker, professional, endedAt: 0 })
const other = (side: Side): Side => (side === 'seeker' ? 'professional' : 'seeker')

describe('after a talk', () => {
  test.each<[string, Wish | undefined, Wish | undefined, string]>([
    ['nobody said anything', undefined, undefined, 'asked'],
    ['I said yes and the other nothing', video, undefined, 'waiting'],
    ['I said yes and the other no', video, no, 'waiting'],
    ['I said no', no, undefined, 'said-no'],
    ['I said no and the other yes', no, video, 'said-no'],
    ['I said nothing and the other yes', undefined, video, 'asked'],
    ['I said nothing and the other no', undefined, no, 'asked'],
    ['both said yes', video, video, 'agreed'],
  ])('[F1] %s', (_, mine, theirs, state) => {
    for (const side of ['seeker', 'professional'] as const)
      expect(seenBy({ [side]: mine, [other(side)]: theirs, endedAt: 0 }, side, TERM_MS - 1).state).toBe(state)
  })

  test('[F2] a «no» looks like silence at every moment, whatever I said', () => {
    for (const side of ['seeker', 'professional'] as const)
      for (const mine of [undefined, video, no])
        for (const now of [0, 1, TERM_MS / 2, TERM_MS - 1, TERM_MS, TERM_MS * 9]) {
          const seen = (theirs: Wish | undefined) =>
            seenBy({ [side]: mine, [other(side)]: theirs, endedAt: 0 }, side, now)

          expect(seen(no)).toEqual(seen(undefined))
        }
  })

  test('[F2] after the term it does not go on, for either reason', () => {
    for (const pair of [wishes(), wishes(video), wishes(no), wishes(video, no), wishes(no, no)])
      expect(seenBy(pair, 'seeker', TERM_MS)).toEqual({ state: 'not-going-on' })
    expect(seenBy(wishes(video, video), 'seeker', TERM_MS)).toEqual({ state: 'agreed', how: 'video' })
  })

  test('[F3] one may change one’s mind until both say yes, or the term is over', () => {
    expect(say(wishes(no), 'seeker', video, 1)).toEqual({ ok: true, value: wishes(video) })
    expect(say(wishes(video), 'seeker', no, 1)).toEqual({ ok: true, value: wishes(no) })
    expect(say(wishes(video, video), 'seeker', no, 1)).toEqual({ ok: false, why: { reason: 'agreed-already' } })
    expect(say(wishes(), 'seeker', video, TERM_MS)).toEqual({ ok: false, why: { reason: 'too-late' } })
  })

  test.each<[string, Wish, Wish, string]>([
    ['as both say', yes('on-site'), yes('on-site'), 'on-site'],
    ['as the seeker says, of two that are offered', yes('on-site'), yes('video', 'on-site'), 'on-site'],
    ['as the professional offers, where the seeker’s way is not offered', yes('on-site'), yes('video'), 'video'],
  ])('[F4] it goes on %s', (_, seeker, professional, how) => {
    expect(seenBy(wishes(seeker, professional), 'seeker', 0)).toEqual({ state: 'agreed', how })
  })
})
