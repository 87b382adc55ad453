import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { areConnected, type OwnRelay, openOwnRelay, type Pair, pictureMoves, serverWith, twoBrowsers } from '../call.ts'
import { answerQuestions, goOnDuty, signIn, write } from '../people.ts'
import type { RunningServer } from '../running-server.ts'

describe('a professional who writes first', () => {
  let relay: OwnRelay
  let server: RunningServer
  let pair: Pair

  beforeAll(async () => {
    relay = await openOwnRelay()
    server = await serverWith([relay])
    pair = await twoBrowsers()
  })
  afterAll(async () => {
    await pair?.close()
    await server?.stop()
    await relay?.relay.close()
  })

  test('[Z10] talks in words with whoever waits; nobody hears or sees anybody, also after a reload, until they begin', async () => {
    const { seeker, professional } = pair
    await signIn(professional, server.origin, 'Lotte', 'Praat met een psycholoog')
    await goOnDuty(professional)
    await answerQuestions(seeker, server.origin)
    await professional.getByRole('button', { name: 'Schrijf eerst' }).click()
    await seeker.getByText('Lotte schrijft eerst even met je. Niemand hoort of ziet je nu.').waitFor()
    await professional.getByText('Jullie schrijven nu alleen.').waitFor()
    await write(professional, 'dag, ik zet even thee')
    await seeker.locator('.bubble', { hasText: 'ik zet even thee' }).waitFor()

    await seeker.reload()
    await seeker.getByRole('button', { name: 'Ga terug naar het gesprek' }).click()
    await seeker.getByText('Lotte schrijft eerst even met je.').waitFor()
    await write(seeker, 'doe maar rustig')
    await professional.locator('.bubble', { hasText: 'doe maar rustig' }).waitFor()
    expect(await seeker.getByText('Je bent verbonden').count()).toBe(0)

    await professional.getByRole('button', { name: 'Begin met geluid en beeld' }).click()
    await areConnected(pair)
    for (const page of [seeker, professional]) await page.getByLabel('Getekend gezicht').check()
    await Promise.all([pictureMoves(seeker), pictureMoves(professional)])
  })
})
