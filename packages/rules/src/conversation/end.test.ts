import { expect, test } from 'vitest'
import { end, isLapsed, TALK_GRACE_MS, WAITING_GRACE_MS } from './end.ts'
import { openConversation } from './open-conversation.ts'

const waiting = openConversation({ seeker: 'seeker', duty: 'duty', commitHash: 'start' }, 0)
const talking = { ...waiting, phase: 'active', helper: 'sam' } as const

test('[C3] the first end is kept when both sides end it', () => {
  const first = end(talking, 'seeker', 10)
  const second = end(first, 'helper', 20)

  expect(second).toMatchObject({ phase: 'ended', by: 'seeker', at: 10 })
})

test('[C4] a place is kept for five minutes, a running talk for an hour', () => {
  expect(isLapsed(waiting, 0, WAITING_GRACE_MS)).toBe(false)
  expect(isLapsed(waiting, 0, WAITING_GRACE_MS + 1)).toBe(true)
  expect(isLapsed(talking, 0, WAITING_GRACE_MS + 1)).toBe(false)
  expect(isLapsed(talking, 0, TALK_GRACE_MS + 1)).toBe(true)
})

test('[C4] what has ended does not lapse', () => {
  expect(isLapsed(end(talking, 'helper', 1), 0, Number.MAX_SAFE_INTEGER)).toBe(false)
})
