import 'fake-indexeddb/auto'
import { type KeptFollowUps, keptFollowUps } from '@houvast/device-store/kept-follow-ups'
import type { WishSeen } from '@houvast/protocol/follow-up-requests'
import { describe, expect, test } from 'vitest'
import { createAfterTalk } from './after-talk-model.ts'

const talk = { line: 'psycholoog', conversation: 'talk', secret: 'secret' }
const yes = { says: 'yes', how: ['video'] } as const
let count = 0

type Answer<T> = { ok: true; value: T } | { ok: false; why: { reason: string } }
const no = (reason: string) => ({ ok: false, why: { reason } }) as const

function world(answers: {
  wish?: Answer<WishSeen>
  create?: Answer<{ line: string; id: string }>
  look?: Answer<never> | { ok: true; value: never }
  kept?: KeptFollowUps
}) {
  const asked: string[] = []
  const kept = answers.kept ?? keptFollowUps(`after-${++count}`)
  const model = createAfterTalk(talk, 'Lotte', {
    kept,
    newId: () => `id-${++count}`,
    newSecret: () => 'own',
    api: {
      async wish(_, wish) {
        asked.push(wish ? `say ${wish.says}` : 'look')
        return answers.wish ?? no('unreachable')
      },
      async create({ id }, ticket) {
        asked.push(`create with ${ticket}`)
        return answers.create ?? { ok: true, value: { line: talk.line, id } }
      },
      async look() {
        asked.push('find')
        return answers.look ?? no('not-found')
      },
    },
  })
  return { model, kept, asked }
}

describe('after a talk', () => {
  test.each<[string, WishSeen['state'], string]>([
    ['the question stands', 'asked', 'asked'],
    ['the other has not answered', 'waiting', 'waiting'],
    ['I said no', 'said-no', 'said-no'],
    ['the term is over', 'not-going-on', 'not-going-on'],
  ])('[F1] %s', async (_, state, step) => {
    const { model } = world({ wish: { ok: true, value: { state } } })
    await model.look()

    expect(model.step.value).toBe(step)
  })

  test.each(['not-found', 'too-late'])('[F2] a talk that is %s does not go on', async (reason) => {
    const { model } = world({ wish: no(reason) })
    await model.say(yes)

    expect(model.step.value).toBe('not-going-on')
  })

  test('[F19] both said yes: this device begins it, and forgets which talk it came from', async () => {
    const { model, kept, asked } = world({
      wish: { ok: true, value: { state: 'agreed', how: 'video', ticket: 'pass' } },
    })
    await model.say(yes)

    expect(asked).toEqual(['say yes', 'create with pass'])
    expect(model.step.value).toBe('begun')
    expect(await kept.all()).toEqual([
      { id: model.id.value, line: 'psycholoog', secret: 'own', professionalName: 'Lotte' },
    ])
    expect(await kept.beginningFrom('talk')).toBeUndefined()
  })

  test('[F19] an answer that was lost costs nothing: the same one is found again', async () => {
    const lost = world({
      wish: { ok: true, value: { state: 'agreed', how: 'video', ticket: 'pass' } },
      create: no('unreachable'),
    })
    await lost.model.say(yes)
    const before = await lost.kept.beginningFrom('talk')
    expect([lost.model.step.value, lost.model.problem.value]).toEqual(['looking', 'unreachable'])

    const again = world({
      kept: lost.kept,
      wish: { ok: true, value: { state: 'asked' } },
      look: { ok: true, value: {} as never },
    })
    await again.model.look()

    expect(again.model.step.value).toBe('begun')
    expect(again.model.id.value).toBe(before?.id)
  })

  test('without an answer it says so, and stays where it is', async () => {
    const { model } = world({})
    await model.say(yes)

    expect([model.step.value, model.problem.value]).toEqual(['looking', 'unreachable'])
  })

  test('a device that keeps nothing is told so before anything is promised', async () => {
    const none = { beginningFrom: () => Promise.reject(new Error('private')) } as unknown as KeptFollowUps
    const { model, asked } = world({ kept: none })
    await model.say(yes)

    expect([model.step.value, asked]).toEqual(['keeps-nothing', []])
  })
})
