import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations } from '../axe.ts'
import { launchBrowser, newDesktop } from '../browser.ts'
import { areConnected, pictureMoves } from '../call.ts'
import { answerQuestions, goOnDuty, signIn, write } from '../people.ts'
import { RunningServer } from '../running-server.ts'

const line = 'Praat met een psycholoog'

const looks = [
  { name: 'on a small phone, light', width: 320, height: 640, colorScheme: 'light' },
  { name: 'on a desktop, dark', width: 1280, height: 800, colorScheme: 'dark' },
] as const

describe.each(looks)('a talk with a psychologist, $name', ({ width, height, colorScheme }) => {
  let server: RunningServer
  let browsers: readonly [Browser, Browser]

  beforeAll(async () => {
    server = await RunningServer.start()
    browsers = await Promise.all([launchBrowser(), launchBrowser()])
  })
  afterAll(async () => {
    for (const browser of browsers ?? []) await browser.close()
    await server?.stop()
  })

  const newPage = async (browser: Browser) =>
    (await newDesktop(browser, { viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })).newPage()

  function lookingAt() {
    const states: Record<string, readonly string[]> = {}
    const look = async (name: string, page: Page) => {
      const isWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
      states[name] = [...(await axeViolations(page)), ...(isWide ? ['scrolls sideways'] : [])]
    }
    const nothing = () => Object.fromEntries(Object.keys(states).map((name) => [name, []]))
    return { states, look, nothing }
  }

  test('has nothing that stands in the way, on either side, whatever it shows', async () => {
    const { states, look, nothing } = lookingAt()
    const seeker = await newPage(browsers[0])
    const desk = await newPage(browsers[1])
    const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

    await signIn(desk, server.origin, 'Lotte', line)
    await tap(desk, 'Mijn profiel')
    await desk.getByText(/^Erkend: /).waitFor()
    await look('the profile', desk)
    await goOnDuty(desk)
    await desk.getByText('Er is nu geen oproep.').waitFor()
    await look('nothing rings', desk)

    await seeker.goto(server.origin)
    await seeker.getByRole('link', { name: /Praat met een psycholoog/ }).click()
    await seeker.getByRole('button', { name: 'Jonger dan 18' }).waitFor()
    await look('how old', seeker)
    await tap(seeker, 'Jonger dan 18')
    await seeker.getByRole('link', { name: /^TEJO/ }).waitFor()
    await look('under 18', seeker)
    await tap(seeker, 'Terug')
    await tap(seeker, '26 tot 59')
    await look('how one feels', seeker)
    await tap(seeker, /Ik wil niet meer leven/)
    await seeker.getByRole('heading', { name: 'Je veiligheid gaat voor' }).waitFor()
    await look('danger', seeker)
    await tap(seeker, 'Ik ben veilig. Terug naar de vragen')
    await tap(seeker, 'Gespannen of bang')
    await look('what it is about', seeker)
    await tap(seeker, 'Piekeren of angst')
    await look('with whom', seeker)
    await tap(seeker, 'Een vrouw')
    await look('the last screen', seeker)
    await tap(seeker, 'Kies zelf iemand')
    await seeker.getByRole('button', { name: 'Praat met Lotte' }).waitFor()
    await look('whom one can choose', seeker)
    await tap(seeker, 'Praat nu')
    await seeker.getByText('We bellen Lotte').first().waitFor()
    await seeker.getByText('De verbinding werkt.').waitFor()
    await seeker.getByLabel('Getekend gezicht').check()
    await seeker.getByText('Je toont een beeld').waitFor()
    await look('it rings', seeker)
    await desk.getByRole('button', { name: 'Neem op' }).waitFor()
    await look('it rings at the desk', desk)

    await tap(desk, 'Nu niet')
    await seeker.getByText('Er is nu niemand vrij die past.').waitFor()
    await look('nobody is free', seeker)
    await desk.getByText(/Je staat op even weg/).waitFor()
    await look('away', desk)
    await goOnDuty(desk)
    await tap(seeker, 'Kies zelf iemand')
    await seeker.getByRole('button', { name: 'Praat met Lotte' }).waitFor()
    await look('choosing while one waits', seeker)
    await tap(seeker, 'Praat met Lotte')
    await tap(desk, 'Neem op')
    await areConnected({ seeker, professional: desk })
    await seeker.getByText('Lotte toont geen beeld.').waitFor()
    await look('a talk without a picture', seeker)
    await desk.getByLabel('Camera').check()
    await pictureMoves(seeker)
    await pictureMoves(desk)
    await write(desk, 'Dag, fijn dat je er bent.')
    await seeker.locator('.bubble', { hasText: 'fijn dat je er bent' }).waitFor()
    await look('a talk with pictures', seeker)
    await look('a talk with pictures, at the desk', desk)
    await seeker.getByText('Samen aan mijn plan').click()
    await look('asked whether to share the plan', seeker)
    await expectPictureAndWordsInSight(seeker)

    const third = await newPage(browsers[1])
    await signIn(third, server.origin, 'Karim', line)
    await goOnDuty(third)
    await tap(desk, 'Vraag er iemand bij')
    await desk.getByRole('button', { name: 'Vraag of Karim erbij mag' }).waitFor()
    await look('whom to ask to join', desk)
    await tap(desk, 'Vraag of Karim erbij mag')
    await seeker.getByRole('button', { name: 'Ja, dat mag' }).waitFor()
    await look('asked whether a third may join', seeker)
    await tap(seeker, 'Ja, dat mag')
    await third.getByRole('list', { name: 'Mijn gesprekken' }).getByRole('button').click()
    await third.getByRole('button', { name: 'Doe mee' }).waitFor()
    await look('asked to join, at the desk', third)
    await tap(third, 'Doe mee')
    await seeker.getByText('Je bent verbonden met Karim.').waitFor()
    await third.getByText('Verbonden met Lotte.').waitFor()
    await third.getByLabel('Getekend gezicht').check()
    await expect.poll(() => seeker.locator('.call__other:visible').count()).toBe(2)
    await look('three', seeker)
    await look('three, at the desk', desk)
    await look('three, for the third', third)
    await tap(third, 'Ga weg uit dit gesprek')
    await expect.poll(() => seeker.locator('.call__other:visible').count()).toBe(1)
    await third.context().close()

    await tap(seeker, 'Gesprek stoppen')
    await look('asked whether to stop', seeker)
    await tap(seeker, 'Stop het gesprek')
    await seeker.getByRole('heading', { name: 'Nog twee vragen, als je wil' }).waitFor()
    await look('after the talk', seeker)
    for (const group of await seeker.getByRole('group', { name: /Had je iets aan|Kon je vlot/ }).all())
      await group.getByLabel('Een beetje').check()
    await tap(seeker, 'Verstuur')
    await seeker.getByText('We tellen alle antwoorden van een dag op.').waitFor()
    await look('after the two questions', seeker)
    await desk.getByRole('button', { name: 'Sluit' }).waitFor()
    await look('after the talk, at the desk', desk)
    await tap(desk, 'Mijn profiel')
    await desk.getByRole('table').waitFor()
    await look('the profile, with weeks', desk)

    expect(states).toEqual(nothing())
    await seeker.context().close()
    await desk.context().close()
  })

  /** Neither lies under something else: the picture beside the words where there is room, else small above them. */
  async function expectPictureAndWordsInSight(seeker: Page) {
    const picture = seeker.locator('.call__stage')
    const box = seeker.getByLabel('Schrijf wat je kwijt wil')
    await box.scrollIntoViewIfNeeded()
    const isOnTop = (element: Element) => {
      const { left, top, width: wide, height: high } = element.getBoundingClientRect()
      return element.contains(document.elementFromPoint(left + wide / 2, top + high / 2))
    }
    expect(await picture.evaluate(isOnTop)).toBe(true)
    expect(await box.evaluate(isOnTop)).toBe(true)
    const [seen, written] = [await picture.boundingBox(), await box.boundingBox()]
    if (!seen || !written) throw new Error('Something is not on the screen.')
    if (width >= 1000) expect(written.x).toBeGreaterThanOrEqual(seen.x + seen.width)
    else expect(written.y).toBeGreaterThanOrEqual(seen.y + seen.height)
  }

  test('has nothing that stands in the way when the microphone is denied', async () => {
    const { states, look, nothing } = lookingAt()
    const desk = await newPage(browsers[1])
    const seeker = await newPage(browsers[0])
    await seeker.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    })
    await signIn(desk, server.origin, 'Veerle', line)
    await goOnDuty(desk)

    await answerQuestions(seeker, server.origin)
    await seeker.getByText('Je browser mag je microfoon niet gebruiken.').waitFor()
    await look('waiting', seeker)
    await desk.getByRole('button', { name: 'Neem op' }).click()
    await areConnected({ seeker, professional: desk }, 'Veerle')
    await seeker.getByText('Je browser mag je microfoon of camera niet gebruiken.').waitFor()
    await look('talking', seeker)

    expect(states).toEqual(nothing())
    await seeker.context().close()
    await desk.context().close()
  })

  test('nor has what the coordinator opens', async () => {
    const { states, look, nothing } = lookingAt()
    const desk = await newPage(browsers[1])
    await signIn(desk, server.origin, 'Noor', line)
    await desk.getByRole('button', { name: 'Erkenningen' }).click()
    await desk.getByRole('heading', { name: 'Lotte' }).waitFor()
    await look('recognitions', desk)
    await desk.getByRole('button', { name: 'Cijfers en techniek' }).click()
    await desk.getByRole('heading', { name: 'Relais voor beeld en geluid' }).waitFor()
    await look('figures', desk)

    expect(states).toEqual(nothing())
    await desk.context().close()
  })
})

describe('a talk with a psychologist, with a keyboard and a screen reader', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await RunningServer.start()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  /** Goes on with Tab until the focus is on something of that name, and presses Enter on it. */
  async function go(page: Page, name: RegExp) {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const on = document.activeElement
        return (on as HTMLInputElement | null)?.labels?.[0]?.textContent || on?.textContent || ''
      })
      if (name.test(label)) return page.keyboard.press('Enter')
    }
    throw new Error(`Tab never came to ${name}`)
  }

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

  /** Writes down what every live region says, whenever it says something else. */
  async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
    await page.evaluate(() => {
      const said: string[] = []
      const last = new Map<Element, string>()
      const hear = () => {
        for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
          const words = region.textContent ?? ''
          if (words !== '' && last.get(region) !== words) said.push(words)
          last.set(region, words)
        }
      }
      hear()
      said.length = 0
      new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true })
      ;(window as { said?: string[] }).said = said
    })
    return () => page.evaluate(() => (window as { said?: string[] }).said ?? [])
  }

  test('each question takes the focus, it is said once that it rings, and writing goes on when somebody answers', async () => {
    const desk = await (await newDesktop(browser)).newPage()
    await signIn(desk, server.origin, 'Lotte', line)
    await goOnDuty(desk)
    const heardAtDesk = await listen(desk)
    const page = await (await newDesktop(browser)).newPage()
    await page.goto(server.origin)
    await page.getByRole('link', { name: /Praat met een psycholoog/ }).waitFor()
    const heard = await listen(page)

    await go(page, /^Praat met een psycholoog/)
    await page.getByRole('heading', { name: 'Hoe oud ben je?' }).waitFor()
    expect(await focused(page)).toBe('Praat met een psycholoog')
    await go(page, /^Jonger dan 18$/)
    expect(await focused(page)).toBe('Voor jou is er iets beters')
    await go(page, /^Terug$/)
    expect(await focused(page)).toBe('Hoe oud ben je?')
    await go(page, /^26 tot 59$/)
    expect(await focused(page)).toBe('Hoe voel je je nu?')
    await go(page, /^Ik wil niet meer leven/)
    expect(await focused(page)).toBe('Je veiligheid gaat voor')
    await go(page, /^Ik ben veilig/)
    expect(await focused(page)).toBe('Hoe voel je je nu?')
    await go(page, /^Uitgeput$/)
    await go(page, /^Slapen$/)
    await go(page, /^Maakt niet uit$/)
    expect(await focused(page)).toBe('Alles klaar?')
    await go(page, /^Praat nu$/)
    await page.getByText('We bellen Lotte').waitFor()
    expect(await focused(page)).toBe('We zoeken iemand voor jou')
    // Long enough for seconds to have been counted down on both sides.
    await desk.getByText(/^Nog 1?\d seconden$/).waitFor()

    expect((await heard()).filter((words) => words.includes('We bellen Lotte'))).toEqual([
      'We bellen Lotte. Dat duurt hooguit 25 seconden.',
    ])
    expect((await heardAtDesk()).filter((words) => words.includes('wil met je praten'))).toEqual([
      'Iemand wil met je praten',
    ])

    await go(page, /^Je mag al verder schrijven$/)
    await page.keyboard.type('ik begon al')
    await go(desk, /^Neem op$/)
    await areConnected({ seeker: page, professional: desk })
    await page.keyboard.type(' te schrijven')
    await page.keyboard.press('Enter')
    await desk.locator('.bubble', { hasText: 'ik begon al te schrijven' }).waitFor()
    expect((await heard()).filter((words) => words === 'Lotte is er voor jou.')).toHaveLength(1)
  })
})
