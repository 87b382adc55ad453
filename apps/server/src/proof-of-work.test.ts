import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { FLOOD_BITS, ProofOfWork, QUIET_BITS } from './proof-of-work.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const key = (of: string) => createHash('sha256').update(of).digest()

/** Independently of the code: how many bits in front are zero. */
function zeroBits(challenge: string, solution: number): number {
  const bits = [...createHash('sha256').update(`${challenge}${solution}`).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
  return bits.indexOf('1')
}

function solve(challenge: string, bits: number): number {
  let solution = 0
  while (zeroBits(challenge, solution) < bits) solution++
  return solution
}

describe('a little work', () => {
  let now = 0
  let work: ProofOfWork
  beforeEach(() => {
    now = 1_000_000
    work = new ProofOfWork(key('ours'), () => now)
  })

  test('is little when it is quiet', () => {
    expect(work.challenge('awel').bits).toBe(QUIET_BITS)
  })

  test('done, is a place', () => {
    const { challenge, bits } = work.challenge('awel')

    expect(work.isSolved('awel', challenge, solve(challenge, bits))).toBe(true)
  })

  test('not done, is none', () => {
    const { challenge, bits } = work.challenge('awel')
    let wrong = 0
    while (zeroBits(challenge, wrong) >= bits) wrong++

    expect(work.isSolved('awel', challenge, wrong)).toBe(false)
  })

  test('done for one line, is no place at another', () => {
    const { challenge, bits } = work.challenge('awel')

    expect(work.isSolved('tele-onthaal', challenge, solve(challenge, bits))).toBe(false)
  })

  test('is good for ten minutes', () => {
    const { challenge, bits } = work.challenge('awel')
    const solution = solve(challenge, bits)
    now += 10 * 60_000
    expect(work.isSolved('awel', challenge, solution)).toBe(true)
    now += 1
    expect(work.isSolved('awel', challenge, solution)).toBe(false)
  })

  test('that nobody asked for, is none', () => {
    const { challenge } = new ProofOfWork(key('theirs'), () => now).challenge('awel')
    const easier = Buffer.from(work.challenge('awel').challenge, 'base64url')
    easier.writeUInt8(0, 20)

    for (const forged of [challenge, easier.toString('base64url'), '', 'A', 'A'.repeat(50), 'A'.repeat(200)])
      expect(work.isSolved('awel', forged, solve(forged, 1))).toBe(false)
  })

  test('is one place, however the challenge is spelled', () => {
    const { challenge, bits } = work.challenge('awel')
    const others = [...ALPHABET].map((last) => challenge.slice(0, -1) + last).filter((other) => other !== challenge)

    expect(others.filter((other) => work.isSolved('awel', other, solve(other, bits)))).toEqual([])
  }, 20_000)

  test('becomes more under pressure, up to a limit, and little again a minute later', () => {
    const asked = Array.from({ length: 2_000 }, () => work.challenge('awel').bits)
    expect(asked[0]).toBe(QUIET_BITS)
    expect(asked[130]).toBe(QUIET_BITS + 2)
    expect(asked.at(-1)).toBe(FLOOD_BITS)
    now += 60_000

    expect(work.challenge('awel').bits).toBe(QUIET_BITS)
  })

  test('costs the server as much in a flood as when it is quiet', () => {
    const timeOf = (many: number) => {
      const start = performance.now()
      for (let i = 0; i < many; i++) work.challenge('awel')
      return performance.now() - start
    }
    timeOf(20_000)

    expect(timeOf(10_000)).toBeLessThan(1_000)
  })
})
