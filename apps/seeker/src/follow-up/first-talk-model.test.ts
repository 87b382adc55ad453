import 'fake-indexeddb/auto'
import { type KeptFollowUps, keptFollowUps } from '@houvast/device-store/kept-follow-ups'
import { expect, test } from 'vitest'
import { createFirstTalk } from './first-talk-model.ts'

let count = 0
const refused = (reason: string) => ({ ok: false, why: { reason } }) as const
type First = { ok: true; value: { line: string; id: string } } | ReturnType<typeof refused>

function world({
  slots = 'there',
  first,
  kept = keptFollowUps(`first-${++count}`),
}: {
  slots?: string
  first?: First
  kept?: KeptFollowUps
}) {
  const asked: { from: number; solution: number }[] = []
  const model = createFirstTalk(
    { line: 'psycholoog', professional: 'kid', professionalName: 'Lotte' },
    {
      kept,
      newId: () => 'id',
      newSecret: () => 'secret',
      api: {
        slots: async () =>
          slots === 'there' ? { ok: true, value: { free: [10, 20], challenge: 'x', bits: 4 } } : refused(slots),
        async first(mine, work) {
          asked.push(work)
          return first ?? { ok: true, value: { line: mine.line, id: mine.id } }
        },
      },
    },
  )
  return { model, kept, asked }
}

test('[F18] is booked after a little work, and kept on this device before it is asked for', async () => {
  const { model, kept, asked } = world({})
  await model.look()
  expect([model.step.value, model.free.value]).toEqual(['choosing', [10, 20]])
  await Promise.all([model.book(20), model.book(20)])

  expect(model.step.value).toBe('booked')
  expect(asked).toEqual([expect.objectContaining({ from: 20, solution: expect.any(Number) })])
  expect(await kept.find('id')).toEqual({ id: 'id', line: 'psycholoog', secret: 'secret', professionalName: 'Lotte' })
})

test('[F6] a moment that is taken is said, others are shown, and nothing is kept', async () => {
  const { model, kept } = world({ first: refused('taken') })
  await model.look()
  await model.book(10)

  expect([model.step.value, model.problem.value]).toEqual(['choosing', 'taken'])
  expect(await kept.all()).toEqual([])
})

test('[F18] what was lost on the way stays kept, since it may have arrived', async () => {
  const { model, kept } = world({ first: refused('unreachable') })
  await model.look()
  await model.book(10)

  expect([model.step.value, model.problem.value]).toEqual(['choosing', 'unreachable'])
  expect(await kept.find('id')).toBeDefined()
})

test.each([
  ['not-found', 'not-to-be-had'],
  ['unreachable', 'unreachable'],
])('[F18] without moments (%s) it says so', async (reason, step) => {
  const { model } = world({ slots: reason })
  await model.look()

  expect(model.step.value).toBe(step)
})

test('[F18] a device that keeps nothing books nothing', async () => {
  const none = { keep: () => Promise.reject(new Error('private')) } as unknown as KeptFollowUps
  const { model, asked } = world({ kept: none })
  await model.look()
  await model.book(10)

  expect([model.step.value, asked, model.isBusy.value]).toEqual(['keeps-nothing', [], false])
})
