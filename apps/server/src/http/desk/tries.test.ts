import { beforeEach, describe, expect, test } from 'vitest'
import { NAMES_MOST, Tries } from './tries.ts'

describe('tries to sign in', () => {
  let now = 0
  let tries: Tries
  beforeEach(() => {
    now = 1_000_000
    tries = new Tries(() => now)
  })
  const many = (name: string, howMany: number) => Array.from({ length: howMany }, () => tries.mayTry(name))

  test('are ten in five minutes', () => {
    expect(many('Mila', 11)).toEqual([...Array(10).fill(true), false])
    expect(tries.mayTry('Sam')).toBe(true)
    now += 5 * 60_000

    expect(tries.mayTry('Mila')).toBe(true)
  })

  test('that were refused do not count, so that nobody is shut out by somebody who goes on', () => {
    many('Mila', 10)
    now += 4 * 60_000
    many('Mila', 100)
    now += 60_000

    expect(tries.mayTry('Mila')).toBe(true)
  })

  test('are forgotten when one goes well', () => {
    many('Mila', 9)
    tries.forget('Mila')

    expect(many('Mila', 10)).not.toContain(false)
  })

  test('are forgotten when they are old, whoever asks', () => {
    for (let i = 0; i < 100; i++) tries.mayTry(`name ${i}`)
    now += 5 * 60_000
    tries.mayTry('Mila')

    expect(tries.size).toBe(1)
  })

  test('with ever new names do not fill the memory', () => {
    for (let i = 0; i < NAMES_MOST + 5_000; i++) tries.mayTry(`name ${i}`)

    expect(tries.size).toBe(NAMES_MOST)
  })
})
