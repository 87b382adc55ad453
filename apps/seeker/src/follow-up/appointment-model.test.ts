import 'fake-indexeddb/auto'
import { keptFollowUps } from '@houvast/device-store/kept-follow-ups'
import type { FollowUpShown } from '@houvast/protocol/follow-up-requests'
import { codeOf } from '@houvast/rules/follow-up/code'
import { beforeEach, describe, expect, test } from 'vitest'
import { createAppointment } from './appointment-model.ts'
import type { FollowUpApi } from './follow-up-api.ts'

const shown = { phase: 'arranging', professional: 'Lotte' } as unknown as FollowUpShown
const booked = { ...shown, phase: 'booked' } as FollowUpShown
const no = (reason: string) => ({ ok: false, why: { reason } }) as const
const yes = <T>(value: T) => ({ ok: true, value }) as const

let count = 0
let asked: string[]
beforeEach(() => {
  asked = []
})

async function open(answers: Partial<FollowUpApi>) {
  const kept = keptFollowUps(`appointment-${++count}`)
  await kept.keep({ id: 'a', line: 'psycholoog', secret: 'own', professionalName: 'Lotte' })
  const api = { look: async () => yes(shown), ...answers } as FollowUpApi
  const model = createAppointment('a', { api, kept, goTo: (address) => asked.push(address) })
  await model.look()
  return { model, kept }
}

describe('an appointment on this device', () => {
  test('is shown to who has its secret here', async () => {
    const { model } = await open({})
    expect([model.step.value, model.shown.value]).toEqual(['shown', shown])
  })

  test('is not to be had on another device, nor when it is erased', async () => {
    const elsewhere = createAppointment('b', {
      api: {} as FollowUpApi,
      kept: keptFollowUps(`none-${++count}`),
      goTo() {},
    })
    await elsewhere.look()

    expect(elsewhere.step.value).toBe('gone')
    expect((await open({ look: async () => no('not-found') })).model.step.value).toBe('gone')
  })

  test('what is shown stays when the network is gone for a while', async () => {
    let isThere = true
    const { model } = await open({ look: async () => (isThere ? yes(shown) : no('unreachable')) })
    isThere = false
    await model.look()

    expect([model.step.value, model.shown.value]).toEqual(['shown', shown])
    expect((await open({ look: async () => no('unreachable') })).model.step.value).toBe('unreachable')
  })

  test('[F6] a moment that is just taken is said, and what is free now is shown', async () => {
    let looks = 0
    const look = async () => {
      looks++
      return yes(shown)
    }
    const { model } = await open({ look, pick: async () => no('taken') })
    await model.pick(1)

    expect([model.problem.value, looks]).toEqual(['taken', 2])
  })

  test('[F7] a second tap while the first is asked does nothing', async () => {
    let picks = 0
    const { model } = await open({
      async pick() {
        picks++
        return yes(booked)
      },
    })
    await Promise.all([model.pick(1), model.pick(1)])

    expect([picks, model.shown.value]).toEqual([1, booked])
  })

  test('[F14] paying online goes to the provider’s page, by transfer stays here', async () => {
    const { model } = await open({
      pay: async (_, by) =>
        yes(by === 'online' ? { checkoutUrl: 'https://pay.example/x', shown: booked } : { shown: booked }),
    })
    await model.pay('transfer')
    expect(asked).toEqual([])
    await model.pay('online')
    expect(asked).toEqual(['https://pay.example/x'])
  })

  test('forgetting it leaves nothing of it on the device', async () => {
    const { model, kept } = await open({})
    await model.forget()

    expect(await kept.all()).toEqual([])
    expect([model.step.value, model.shown.value]).toEqual(['forgotten', undefined])
  })
})

test('both sides name it by the same four letters', () => {
  expect(codeOf('9f_aB-cD3e012345678901')).toBe('FABC')
})
