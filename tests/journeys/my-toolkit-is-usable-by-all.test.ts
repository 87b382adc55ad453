import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeViolations } from '../axe.ts'
import { newDesktop } from '../browser.ts'
import { addBackUp, isKept, makeWords, open, writeInStep } from '../own-toolkit.ts'
import { serverAndBrowser } from '../server-and-browser.ts'

const looks = [
  { name: 'on a small phone, light', width: 320, height: 640, colorScheme: 'light' },
  { name: 'on a desktop, dark', width: 1280, height: 800, colorScheme: 'dark' },
] as const

describe.each(looks)('my toolkit, filled, $name', ({ width, height, colorScheme }) => {
  const here = serverAndBrowser()

  test('has nothing that stands in the way, whatever it shows', async () => {
    const { origin } = here.server
    const context = await newDesktop(here.browser, {
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    const states: Record<string, readonly string[]> = {}
    const look = async (name: string) => {
      const isWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
      states[name] = [...(await axeViolations(page)), ...(isWide ? ['scrolls sideways'] : [])]
    }

    await writeInStep(page, origin, 'alone', `${'heellangwoordzonderspaties'.repeat(6)} en dan wandelen`)
    await page.getByText('Zal dit werken?').click()
    await page.getByLabel('Klein').check()
    await page.getByText('Ik weet niet goed wat').click()
    await look('a step, with everything open')
    await addBackUp(page, origin, 'Tante An', '0470 12 34 56')
    await page.getByText('Vraag om je BackUp te zijn').click()
    await page.getByRole('button', { name: 'Toon als code' }).click()
    await page.getByRole('img', { name: 'Code om te scannen' }).waitFor()
    await look('a BackUp, with an invitation')
    await open(page, `${origin}/houvast/plan/ask-help`)
    await page.getByRole('button', { name: 'Tante An', exact: true }).click()
    await isKept(page)
    await open(page, `${origin}/houvast/plan`)
    await page.getByLabel('Toon ook').check()
    await look('the plan')
    await open(page, `${origin}/houvast/nood-sms`)
    await page.getByText('Voor wie, en met plaats of zonder').click()
    await page.getByLabel('Vraag op het moment zelf').check()
    await look('texts')
    await open(page, `${origin}/houvast/kaarten`)
    await page.getByRole('button', { name: 'Lichaam' }).click()
    await page.getByRole('button', { name: 'Trek een kaart' }).click()
    await page.getByText('Maak een eigen kaart').click()
    await look('cards')
    await open(page, `${origin}/houvast/oefening/breath-calm`)
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByText('Adem in').waitFor()
    await look('an exercise')
    await open(page, `${origin}/houvast/box`)
    for (const what of ['Een zin', 'Een brief aan mezelf', 'Een link', 'Iets om naar uit te kijken'])
      await page.getByRole('button', { name: what }).click()
    await look('the box')
    await page.getByRole('button', { name: 'Bekijk rustig' }).click()
    await look('the box, one thing at a time')
    await open(page, `${origin}/houvast/samen`)
    await page.getByRole('button', { name: 'Maak een link' }).click()
    await page.getByText('De link staat hieronder.').waitFor()
    await page.getByRole('button', { name: 'Begin samen' }).click()
    await page.getByRole('link', { name: 'Open het plan' }).waitFor()
    await look('together')
    const shared = await page.locator('.people .quoted').first().innerText()
    await page.getByRole('link', { name: 'Open het plan' }).click()
    await page.getByText('Verbonden.').waitFor()
    await look('writing together')
    await makeWords(page, origin)
    await page.getByRole('button', { name: 'Wis alles' }).click()
    await look('asked whether to wipe')
    await page.getByRole('button', { name: 'Niet wissen' }).click()
    await page.getByLabel('Kies een pincode').fill('blauw')
    await page.getByLabel('Nog een keer').fill('blauw')
    await page.getByRole('button', { name: 'Zet het slot erop' }).click()
    await page.getByText('Klaar. Het slot staat erop.').waitFor()
    await look('keeping safe')
    await open(page, `${origin}/houvast/plan`)
    await look('locked')
    await page.goto(`${origin}/mijn-crisis`)
    await page.getByRole('heading', { name: 'Je plan is op slot' }).waitFor()
    await look('the crisis page, locked')
    await page.goto(shared)
    await page.getByText('Is die persoon nu in gevaar?').waitFor()
    await look('a plan that was shared')

    expect(states).toEqual(Object.fromEntries(Object.keys(states).map((name) => [name, []])))
    await context.close()
  })
})

describe('my toolkit, with a keyboard only', () => {
  const here = serverAndBrowser()

  /** Goes on with Tab until the focus is on something of that name, as who has no mouse does. */
  async function tabTo(page: Page, name: RegExp) {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const on = document.activeElement
        return (
          on?.getAttribute('aria-label') || (on as HTMLInputElement)?.labels?.[0]?.textContent || on?.textContent || ''
        )
      })
      if (name.test(label)) return
    }
    throw new Error(`Tab never came to ${name}`)
  }

  test('a thing is written, moved and taken away, and the crisis page is gone through', async () => {
    const context: BrowserContext = await newDesktop(here.browser)
    const page = await context.newPage()
    await open(page, `${here.server.origin}/houvast/plan/alone`)
    for (const words of ['eerst dit', 'dan dat']) {
      await tabTo(page, /^(?:Schrijf iets op|Nog iets)$/)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
      await page.keyboard.type(words)
    }
    await isKept(page)
    await tabTo(page, /^Zet hoger: dan dat/)
    await page.keyboard.press('Enter')
    const texts = () =>
      page
        .getByRole('textbox', { name: 'In jouw woorden' })
        .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))
    await expect.poll(texts).toEqual(['dan dat', 'eerst dit'])
    await isKept(page)

    await page.goto(`${here.server.origin}/mijn-crisis`)
    await page.getByRole('heading', { name: 'Dit kan je zelf doen' }).waitFor()
    await tabTo(page, /^Ik ben in gevaar/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Bel iemand die kan helpen' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Bel iemand die kan helpen')
    await context.close()
  })
})
