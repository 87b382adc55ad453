import type { WishSeen } from '@houvast/protocol/follow-up-requests'
import { expect, test } from 'vitest'
import { createAfterTalk } from './after-talk-model.ts'

const yes = { says: 'yes', how: ['video'] } as const

function modelOf(...states: (WishSeen['state'] | 'not-found' | 'unreachable')[]) {
  return createAfterTalk('talk', {
    async wish() {
      const state = states.shift() ?? 'unreachable'
      return state === 'not-found' || state === 'unreachable'
        ? { ok: false, why: { reason: state } }
        : { ok: true, value: { state } }
    },
  })
}

test.each(['asked', 'waiting', 'said-no', 'agreed', 'not-going-on'] as const)('[F1] it shows %s', async (state) => {
  const model = modelOf(state)
  await model.look()

  expect(model.step.value).toBe(state)
})

test('[F19] a «yes» that is there no more has become an appointment', async () => {
  const model = modelOf('waiting', 'asked')
  await model.say(yes)
  await model.look()

  expect(model.step.value).toBe('agreed')
})

test('[F3] who takes back a «yes» is asked again', async () => {
  const model = modelOf('waiting', 'asked')
  await model.say(yes)
  model.reconsider()
  await model.look()

  expect(model.step.value).toBe('asked')
})

test('[F2] an erased talk does not go on; a lost answer is said', async () => {
  const gone = modelOf('not-found')
  await gone.look()
  const lost = modelOf('unreachable')
  await lost.say(yes)

  expect(gone.step.value).toBe('not-going-on')
  expect([lost.step.value, lost.problem.value]).toEqual(['looking', 'unreachable'])
})
