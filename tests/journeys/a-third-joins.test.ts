import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { newDesktop } from '../browser.ts'
import { callEachOther, pictureMoves } from '../call.ts'
import { goOnDuty, signIn, wordsOf, write } from '../people.ts'
import { twoInACall } from '../two-in-a-call.ts'

/** Resolves when each picture of others on this page moves on; there are `count` of them. */
async function picturesMove(page: Page, count: number) {
  await expect.poll(() => page.locator('.call__other:visible').count()).toBe(count)
  const frames = () =>
    page
      .locator('.call__other')
      .evaluateAll((videos) =>
        videos.map((one) => (one as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames),
      )
  const from = await frames()
  await expect
    .poll(async () => (await frames()).every((now, at) => now > (from[at] ?? 0) + 3), { timeout: 30_000 })
    .toBe(true)
}

const fourWordsOn = async (page: Page) =>
  [...((await page.locator('main').textContent()) ?? '').matchAll(/Vier woorden(?: met \w+)?: ([^.]+)\./g)]
    .map(([, words]) => words)
    .sort()

describe('a third in a talk', () => {
  const here = twoInACall()
  let third: Page

  beforeAll(async () => {
    await callEachOther(here.pair, here.server.origin)
    const browser = here.pair.professional.context().browser()
    if (!browser) throw new Error('There is no browser.')
    third = await (await newDesktop(browser)).newPage()
    await signIn(third, here.server.origin, 'Karim', 'Praat met een psycholoog')
    await goOnDuty(third)
  })

  async function ask() {
    await here.pair.professional.getByRole('button', { name: 'Vraag er iemand bij' }).click()
    await here.pair.professional.getByRole('button', { name: 'Vraag of Karim erbij mag' }).click()
    await here.pair.seeker.getByText(/Lotte vraagt of Karim erbij mag komen/).waitFor()
  }

  test('[Z9] comes in only when the person in the talk says so', async () => {
    const { seeker, professional } = here.pair
    await write(seeker, 'dit is voor Lotte alleen')
    await professional.locator('.bubble', { hasText: 'dit is voor Lotte alleen' }).waitFor()
    await ask()
    await seeker.getByRole('button', { name: 'Nee, liever niet' }).click()
    await professional.getByText('Karim is er niet bij.').waitFor()
    await seeker.getByText('Karim is er niet bij.').waitFor()
    expect(await third.getByRole('button', { name: 'Doe mee' }).count()).toBe(0)
  })

  test('[C10, Z9] comes in with a yes: three hear and see each other, and what was said before stays between two', async () => {
    const { seeker, professional } = here.pair
    await ask()
    await seeker.getByRole('button', { name: 'Ja, dat mag' }).click()
    await third.getByRole('list', { name: 'Mijn gesprekken' }).getByRole('button').click()
    await third.getByText(/Lotte vraagt je erbij/).waitFor()
    await third.getByRole('button', { name: 'Doe mee' }).click()
    await third.getByRole('button', { name: 'Ga in dienst' }).waitFor()
    await seeker.getByText('Je bent verbonden met Karim.').waitFor()
    await professional.getByText('Verbonden met Karim.').waitFor()
    await third.getByText('Verbonden met Lotte.').waitFor()

    for (const page of [seeker, professional, third]) await page.getByLabel('Getekend gezicht').check()
    await Promise.all([seeker, professional, third].map((page) => picturesMove(page, 2)))
    for (const page of [seeker, professional, third])
      await expect.poll(async () => (await fourWordsOn(page)).length).toBe(2)
    const [seekers, lottes, karims] = await Promise.all([seeker, professional, third].map(fourWordsOn))
    expect(new Set([...(seekers ?? []), ...(lottes ?? []), ...(karims ?? [])]).size).toBe(3)

    await write(third, 'dag, ik ben Karim')
    await seeker.locator('.bubble', { hasText: 'dag, ik ben Karim' }).waitFor()
    await professional.locator('.bubble', { hasText: 'dag, ik ben Karim' }).waitFor()
    expect((await wordsOf(third)).join()).not.toContain('Lotte alleen')
  })

  test('[Z8, Z9] is there again after a reload of the person in the talk', async () => {
    const { seeker } = here.pair
    await seeker.reload()
    await seeker.getByRole('button', { name: 'Ga terug naar het gesprek' }).click()
    await seeker.getByText('Je bent verbonden met Lotte.').waitFor()
    await seeker.getByText('Je bent verbonden met Karim.').waitFor()
    await picturesMove(seeker, 2)
  })

  test('[C10, Z9] goes as soon as the person in the talk does not want it any more; the two go on', async () => {
    const { seeker, professional } = here.pair
    await seeker.getByRole('button', { name: 'Ik wil verder zonder Karim' }).click()
    await seeker.getByText('Karim is er niet bij.').waitFor()
    await expect.poll(() => third.getByText('Verbonden met').count()).toBe(0)
    await third.getByText('Kies een gesprek.').waitFor()
    await pictureMoves(seeker)
    await write(seeker, 'nu weer met twee')
    await professional.locator('.bubble', { hasText: 'nu weer met twee' }).waitFor()
    expect(await third.getByText('nu weer met twee').count()).toBe(0)
  })

  test('[C10] may say that it does not suit now, and is not brought in again unasked', async () => {
    const { seeker, professional } = here.pair
    await goOnDuty(third)
    await ask()
    await seeker.getByRole('button', { name: 'Ja, dat mag' }).click()
    await third.getByRole('list', { name: 'Mijn gesprekken' }).getByRole('button').click()
    await third.getByRole('button', { name: 'Niet nu' }).click()
    await third.getByText('Kies een gesprek.').waitFor()
    await professional.getByText('Iemand die erbij was, is weg.').last().waitFor()
    await professional.getByRole('button', { name: 'Vraag er iemand bij' }).waitFor()
    await write(professional, 'we gaan met twee verder')
    await seeker.locator('.bubble', { hasText: 'we gaan met twee verder' }).waitFor()
    expect(await third.getByText('we gaan met twee verder').count()).toBe(0)
    expect(await third.getByRole('list', { name: 'Mijn gesprekken' }).getByRole('button').count()).toBe(0)
    await pictureMoves(seeker)
  })
})
