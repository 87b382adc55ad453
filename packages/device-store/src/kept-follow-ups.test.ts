import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { type KeptFollowUp, keptFollowUps } from './kept-follow-ups.ts'

const one: KeptFollowUp = { id: 'a', line: 'psycholoog', secret: 'secret', professionalName: 'Lotte' }

test('[F19] an appointment is there for whoever opens the device again, until it is forgotten', async () => {
  await keptFollowUps('again').keep(one)
  await keptFollowUps('again').keep({ ...one, id: 'b' })

  const kept = keptFollowUps('again')
  expect(await kept.find('a')).toEqual(one)
  await kept.forget('a')
  expect(await kept.find('a')).toBeUndefined()
  expect((await kept.all()).map(({ id }) => id)).toEqual(['b'])
})

test('[F19] it names its talk only until it has begun', async () => {
  const kept = keptFollowUps('begins')
  await kept.keep({ ...one, beginsFrom: 'talk' })
  expect((await kept.beginningFrom('talk'))?.id).toBe('a')

  await kept.keep(one)

  expect(await kept.beginningFrom('talk')).toBeUndefined()
  expect(await kept.find('a')).toEqual(one)
})
