import { describe, expect, test } from 'vitest'
import { areConnected, pictureMoves } from '../call.ts'
import { answerQuestions, goOnDuty, signIn, write } from '../people.ts'
import { twoInACall } from '../two-in-a-call.ts'

describe('a professional who writes first', () => {
  const here = twoInACall()

  test('[Z10] talks in words with whoever waits; nobody hears or sees anybody, also after a reload, until they begin', async () => {
    const { seeker, professional } = here.pair
    await signIn(professional, here.server.origin, 'Lotte', 'Praat met een psycholoog')
    await goOnDuty(professional)
    await answerQuestions(seeker, here.server.origin)
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
    await areConnected(here.pair)
    for (const page of [seeker, professional]) await page.getByLabel('Getekend gezicht').check()
    await Promise.all([pictureMoves(seeker), pictureMoves(professional)])
  })
})
