import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, newDesktop, newPhone } from '../browser.ts'
import { pictureMoves } from '../call.ts'
import { answerQuestions, goOnDuty, signIn, wordsOf, write } from '../people.ts'
import { RunningServer } from '../running-server.ts'

describe('a talk with a psychologist', () => {
  let server: RunningServer
  let browsers: readonly Browser[] = []
  let seeker: Page
  let professional: Page

  beforeAll(async () => {
    server = await RunningServer.start()
    const [phone, desktop] = await Promise.all([launchBrowser(), launchBrowser()])
    browsers = [phone, desktop]
    seeker = await (await newPhone(phone)).newPage()
    professional = await (await newDesktop(desktop)).newPage()
  })
  afterAll(async () => {
    for (const browser of browsers) await browser.close()
    await server?.stop()
  })

  test('six taps from the front page to the ring; accepted; sound and pictures both ways; words beside it; the end', async () => {
    await signIn(professional, server.origin, 'Lotte', 'Praat met een psycholoog')
    await goOnDuty(professional)

    await answerQuestions(seeker, server.origin)
    await seeker.getByText('We bellen Lotte').first().waitFor()
    await seeker.getByText('De verbinding werkt.').waitFor()
    await seeker.getByText('Je microfoon werkt.').waitFor()

    await professional.getByText('Ik voel me: gespannen of bang.').waitFor()
    await professional.getByRole('button', { name: 'Neem op' }).click()
    await seeker.getByText('Je bent verbonden met Lotte.').waitFor()
    await professional.getByText(/Verbonden met/).waitFor()

    await seeker.getByText(/Vier woorden: /).waitFor()
    await professional.getByText(/Vier woorden: /).waitFor()
    expect(await fourWordsOn(seeker)).toBe(await fourWordsOn(professional))

    await professional.getByLabel('Camera').check()
    await pictureMoves(seeker)
    await seeker.getByLabel('Getekend gezicht').check()
    await pictureMoves(professional)

    await write(seeker, 'ik typ liever even')
    await professional.locator('.bubble', { hasText: 'ik typ liever even' }).waitFor()
    expect((await wordsOf(professional)).at(-1)).toBe('ik typ liever even')

    await professional.getByRole('button', { name: 'Rond het gesprek af' }).click()
    await seeker
      .getByText(/afgerond/)
      .first()
      .waitFor()
  })
})

const fourWordsOn = async (page: Page) =>
  /Vier woorden: ([^.]+)\./.exec((await page.locator('main').textContent()) ?? '')?.[1]
