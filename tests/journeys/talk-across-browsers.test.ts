import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, test } from 'vitest'
import { launchBrowser, newDesktop, newPhone } from '../browser.ts'
import { pictureMoves } from '../call.ts'
import { handsOn, type OtherPage, otherEngines } from '../other-engines.ts'
import { answerQuestions, goOnDuty, signIn } from '../people.ts'
import { RunningServer } from '../running-server.ts'

const firefox = otherEngines.find(({ name }) => name === 'Firefox')

/** Skipped where the machine has no Firefox: it cannot come from npm. */
describe.skipIf(!firefox?.isHere)('a talk between Chromium and Firefox', () => {
  let server: RunningServer
  let browser: Browser
  let other: OtherPage
  let page: Page
  const { sees, press, check, until } = handsOn(() => other)
  const otherSeesMovement = () =>
    until(`
      const frames = document.querySelector('.call__other')?.mozPaintedFrames ?? 0
      window.framesAtFirst ??= frames
      return frames > window.framesAtFirst + 5`)

  beforeEach(async () => {
    server = await RunningServer.start()
    browser = await launchBrowser()
    if (firefox) other = await firefox.start()
  })
  afterEach(async () => {
    await other?.close()
    await browser?.close()
    await server?.stop()
  })

  test('[Z1] the person has Firefox, the professional Chromium: sound, pictures and words both ways', async () => {
    page = await (await newDesktop(browser)).newPage()
    await signIn(page, server.origin, 'Lotte', 'Praat met een psycholoog')
    await goOnDuty(page)
    await other.go(`${server.origin}/psycholoog`)
    for (const answer of ['26 tot 59', 'Gespannen of bang', 'Piekeren of angst', 'Maakt niet uit', 'Praat nu'])
      await press(answer)
    await page.getByRole('button', { name: 'Neem op' }).click()
    await sees('Je bent verbonden met Lotte.')
    await page.getByText(/^Verbonden met/).waitFor()
    await page.getByLabel('Camera').check()
    await check('Camera')
    await pictureMoves(page)
    await otherSeesMovement()
  })

  test('[Z1] the professional has Firefox, the person Chromium: sound, pictures and words both ways', async () => {
    await other.go(`${server.origin}/desk/`)
    await press('Lotte van Praat met een psycholoog')
    await until(`return [...document.querySelectorAll('input')].every((field) => field.value !== '')`)
    await press('Meld je aan')
    await press('Ga in dienst')
    await sees('Ga uit dienst')
    page = await (await newPhone(browser)).newPage()
    await answerQuestions(page, server.origin)
    await press('Neem op')
    await page.getByText('Je bent verbonden met Lotte.').waitFor()
    await sees('Verbonden met')
    await page.getByLabel('Vaag').check()
    await check('Camera')
    await pictureMoves(page)
    await otherSeesMovement()
  })
})
