/** Who is put before people as a professional, at the real server. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ask, asked } from '../../wire/ask.ts'
import { type Helper, signInHelper } from '../../wire/helper.ts'
import { type ServerHere, serverHere } from '../../wire/server-here.ts'

const LINE = 'psycholoog'

describe('recognition', () => {
  let here: ServerHere
  let ask: Ask
  let lotte: Helper
  let noor: Helper
  beforeAll(async () => {
    here = await serverHere()
    ask = here.ask
    lotte = await signInHelper(ask, LINE, 'Lotte')
    noor = await signInHelper(ask, LINE, 'Noor')
  })
  afterAll(() => here?.close())

  type Own = { profile: { title: string }; recognition?: { checkedBy: string; validUntil: number } }
  const own = () => asked<Own>(ask('/api/desk/profile', { cookie: lotte.cookie }))
  const recognise = (kid: string, commissionNumber: string, by: Helper) =>
    ask('/api/desk/recognition', { cookie: by.cookie, body: { kid, numbers: { commissionNumber } } })

  test('[G8] who calls themselves another profession is no longer recognised, until a coordinator compared it anew', async () => {
    const { profile, recognition } = await own()
    expect(recognition?.checkedBy).toBe('de demonstratie')
    await asked(ask('/api/desk/profile', { cookie: lotte.cookie, body: { profile: { ...profile, about: 'Anders.' } } }))
    expect((await own()).recognition).toBeDefined()
    await asked(
      ask('/api/desk/profile', { cookie: lotte.cookie, body: { profile: { ...profile, title: 'psychologist' } } }),
    )
    expect((await own()).recognition).toBeUndefined()
    await asked(recognise(lotte.identity.kid, '123 456 789', noor))
    expect((await own()).recognition?.checkedBy).toBe('Noor')
  })

  test('[G8] nobody recognises themselves, and what is no number is refused', async () => {
    expect((await recognise(noor.identity.kid, '123456789', noor)).status).toBe(403)
    expect((await recognise(lotte.identity.kid, '123456789', lotte)).status).toBe(403)
    expect((await recognise(lotte.identity.kid, 'geen nummer', noor)).status).toBe(400)
  })
})
