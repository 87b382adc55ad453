import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { newDesktop, newPhone } from '../browser.ts'
import { goOnDuty, signIn } from '../people.ts'
import { serverAndBrowser } from '../server-and-browser.ts'

const SENTENCE = 'ze pesten mij op school en ik durf niks zeggen, ben 13'
const box = (page: Page) => page.getByRole('textbox', { name: 'Waarover wil je praten?' })
const answer = (page: Page) => page.getByRole('heading', { name: 'Hier kan je terecht' })

/** Everything that leaves the browser, from any page or worker: addresses, headers, bodies, frames. */
function listen(context: BrowserContext): string[] {
  const sent: string[] = []
  context.on('request', async (request) => {
    sent.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers()))
  })
  context.on('page', (page) =>
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(payload.toString()))),
  )
  return sent
}

/** Words of more than three letters, so that «ze» in an address is no alarm. */
const words = SENTENCE.split(/\W+/).filter((word) => word.length > 3)

function wordsIn(sent: readonly string[]): readonly string[] {
  const all = decodeURIComponent(sent.join('\n').replaceAll('%', '%25')).toLowerCase()
  return words.filter((word) => all.includes(word))
}

describe('someone who types what it is about', () => {
  const here = serverAndBrowser()

  test('[S7, S8] is at the composer of the right line in two taps and one sentence, and no word of it left the phone', async () => {
    const helper = await (await newDesktop(here.browser)).newPage()
    await signIn(helper, here.server.origin, 'Sam', 'Awel')
    await goOnDuty(helper)
    const context = await newPhone(here.browser)
    const sent = listen(context)
    const page = await context.newPage()
    await page.goto(here.server.origin)

    await box(page).tap()
    await box(page).pressSequentially(SENTENCE)
    const first = page.getByRole('region', { name: 'Awel' })
    await first.getByText('Omdat het gaat over: pesten. En je bent 13.').waitFor()
    await first.getByText('Nu open').waitFor()
    await first.getByRole('link', { name: 'Chat met Awel' }).tap()
    await page.getByRole('button', { name: 'Start het gesprek' }).waitFor()

    expect(page.url()).toBe(`${here.server.origin}/praten/awel`)
    expect(wordsIn(sent)).toEqual([])
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie]),
    )
    expect(wordsIn([kept])).toEqual([])
    expect(wordsIn([...sent, `q=${encodeURIComponent(SENTENCE)}`]), 'the check sees a word that is sent').toEqual(words)
    await context.close()
  })

  test('[S7, S9] is asked back when it is not clear, and one tap sets it right; the tap stays on the phone too', async () => {
    const context = await newPhone(here.browser)
    const sent = listen(context)
    const page = await context.newPage()
    await page.goto(here.server.origin)
    await box(page).fill('mijn man is weg')
    const about = page.getByRole('group', { name: 'Gaat het vooral over iets van dit? Tik wat past.' })
    await about.waitFor()
    const choices = await about.getByRole('button').allTextContents()
    expect(choices.length).toBeGreaterThan(1)
    expect(choices.length).toBeLessThanOrEqual(5)

    const last = choices.findLast((one) => one !== 'Iets anders') ?? ''
    const why = page.locator('.suggestion--first').getByText(`Omdat het gaat over: ${last.toLowerCase()}.`)
    await about.getByRole('button', { name: last }).tap()
    await why.waitFor()
    expect(await about.getByRole('button', { name: last }).getAttribute('aria-pressed')).toBe('true')
    await about.getByRole('button', { name: last }).tap()
    await why.waitFor({ state: 'detached' })

    await box(page).fill('ik voel mij niet goed')
    const age = page.getByRole('group', { name: 'Hoe oud ben jij?' })
    await age.getByRole('button', { name: '25 of ouder' }).tap()
    await expect.poll(() => page.getByRole('region', { name: /^(Awel|JAC online)$/ }).count()).toBe(0)
    await age.getByRole('button', { name: '12 tot en met 17' }).tap()
    await expect.poll(() => page.locator('.suggestion--first').textContent()).toMatch(/Awel|JAC/)
    expect(decodeURIComponent(sent.join(' ').replaceAll('%', '%25')).toLowerCase()).not.toContain(last.toLowerCase())
    await context.close()
  })

  test('[S5] sees whom to call above the suggestions when there may be danger', async () => {
    const page = await (await newPhone(here.browser)).newPage()
    await page.goto(here.server.origin)
    await box(page).fill('ik wil dood, de pillen liggen klaar')
    const danger = page.getByRole('region', { name: 'Eerst dit' })
    await danger.waitFor()

    expect(await danger.locator('a[href="tel:112"]').count()).toBe(1)
    expect(await danger.locator('a[href="tel:1813"]').count()).toBe(1)
    const above = await danger.boundingBox()
    const below = await answer(page).boundingBox()
    expect(above?.y).toBeLessThan(below?.y ?? 0)
    await page.context().close()
  })

  test('is answered without a network too, after one visit', async () => {
    const phone = await newPhone(here.browser)
    const page = await phone.newPage()
    await page.goto(here.server.origin)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await phone.setOffline(true)
    await page.reload()
    await box(page).fill('mijn man drinkt elke avond')

    await page.getByRole('heading', { name: 'De Druglijn' }).waitFor()
    await phone.close()
  })

  test('with the keyboard alone gets from the box to the first suggestion, and hears of it once', async () => {
    const page = await (await newDesktop(here.browser)).newPage()
    await page.goto(here.server.origin)
    await page.evaluate(() => {
      const said: string[] = []
      Object.assign(window, { said })
      new MutationObserver(() => {
        const words = document.querySelector('.search [role="status"]')?.textContent ?? ''
        if (words && words !== said.at(-1)) said.push(words)
      }).observe(document.body, { childList: true, subtree: true, characterData: true })
    })
    await box(page).focus()
    await page.keyboard.type('mijn man drinkt elke avond', { delay: 20 })
    await page.keyboard.press('Enter')
    await page.locator('.search [role="status"]', { hasText: 'Voorstel: De Druglijn.' }).waitFor({ state: 'attached' })

    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Hier kan je terecht')
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toHaveLength(1)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Bel 078 15 10 20')
    await page.context().close()
  })

  test('and would rather tap, is led there by five taps', async () => {
    const page = await (await newPhone(here.browser)).newPage()
    await page.goto(here.server.origin)
    await page.getByRole('link', { name: 'Liever tikken? We zoeken samen' }).tap()
    for (const choice of [
      'Nee, er is nu geen gevaar',
      'Voor mezelf',
      '25 of ouder',
      'Geld, schulden, papieren',
      'Maakt niet uit',
    ])
      await page.getByRole('button', { name: choice }).tap()
    await answer(page).waitFor()

    expect(await page.locator('.suggestion--first h3').textContent()).toBe('CAW online')
    expect(page.url()).toBe(`${here.server.origin}/gids`)
    await page.getByRole('button', { name: 'Terug' }).tap()
    await page.getByRole('heading', { name: 'Hoe wil je hulp?' }).waitFor()
    await page.context().close()
  })

  test('[S3] and has exams, is told that Teleblok may not be there', async () => {
    const page = await (await newPhone(here.browser)).newPage()
    await page.goto(here.server.origin)
    await box(page).fill('ik ben 19 en heb stress voor mijn examens')

    await page.getByText('Teleblok is er alleen in examenperiodes.').waitFor()
    expect(await page.getByRole('heading', { name: 'Teleblok' }).count()).toBe(0)
    await page.context().close()
  })
})

describe('while nobody is on duty, someone', () => {
  const here = serverAndBrowser()

  test('[S6] whose suggestions are all closed sees numbers that answer day and night', async () => {
    const page = await (await newPhone(here.browser)).newPage()
    await page.goto(here.server.origin)
    await box(page).fill('ik ben 13, welke richting moet ik kiezen in het derde middelbaar')
    await page.getByRole('heading', { name: 'CLBch@t' }).waitFor()
    await page.getByText('Er is nu even niemand van deze lijn.').first().waitFor()

    expect(await page.locator('.search a[href="tel:106"]').isVisible()).toBe(true)
    await page.context().close()
  })
})
