import { describe, expect, test } from 'vitest'
import { bugFields } from './log.ts'

const secret = 'ik wil niet meer'

describe('what is written down about a bug', () => {
  test('is its kind and where it happened', () => {
    const { event, error, at } = bugFields(new RangeError('x'))

    expect({ event, error }).toEqual({ event: 'bug', error: 'RangeError' })
    expect(at).toMatch(/log\.test\.ts/)
  })

  test('and the code that the database gave it', () => {
    expect(bugFields(Object.assign(new Error('x'), { code: '22021' })).error).toBe('Error 22021')
  })

  test.each([
    ['its message', new Error(secret)],
    ['a message of several lines', new Error(`invalid input:\n${secret}\n${secret}`)],
    ['a message that looks like a place', new Error(`invalid input:\n    at ${secret} (file.ts:1:1)\n  at ${secret}`)],
    ['the cause of it', new Error('x', { cause: new Error(secret) })],
    ['what a database adds', Object.assign(new Error('x'), { detail: secret, where: secret })],
    ['a thrown text', secret],
    ['a thrown object', { message: secret, stack: `at ${secret}` }],
    ['nothing at all', undefined],
  ])('is never %s', (_, thrown) => {
    expect(JSON.stringify(bugFields(thrown))).not.toContain('niet meer')
  })
})
