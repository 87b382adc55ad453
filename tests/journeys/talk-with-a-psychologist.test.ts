import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { areConnected, pictureMoves } from '../call.ts'
import { answerQuestions, goOnDuty, signIn, wordsOf, write } from '../people.ts'
import { twoInACall } from '../two-in-a-call.ts'

/** What this page asks the device for, in order. */
async function noteWhatIsAskedFor(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const asked: string[] = []
    Object.assign(window, { asked })
    const devices = navigator.mediaDevices
    const get = devices.getUserMedia.bind(devices)
    devices.getUserMedia = (constraints) => {
      asked.push(...Object.keys(constraints ?? {}))
      return get(constraints)
    }
  })
  return () => page.evaluate(() => (window as never as { asked: string[] }).asked)
}

const fourWordsOn = async (page: Page) =>
  /Vier woorden: ([^.]+)\./.exec((await page.locator('main').textContent()) ?? '')?.[1]

describe('a talk with a psychologist', () => {
  const here = twoInACall()

  test('[Z2] six taps from the front page to the ring; accepted; sound and pictures; another network; words; the end', async () => {
    const { seeker, professional } = here.pair
    const askedOfSeeker = await noteWhatIsAskedFor(seeker)
    await signIn(professional, here.server.origin, 'Lotte', 'Praat met een psycholoog')
    await professional.getByRole('button', { name: 'Afspraken' }).click()
    await professional.getByText('Agenda en tarief').click()
    await professional.getByLabel('Mijn eigen tarief').check()
    await professional.getByLabel('Bedrag in euro').fill('60')
    await professional.getByRole('button', { name: 'Bewaar', exact: true }).first().click()
    await professional.getByText('Bewaard.').waitFor()
    await goOnDuty(professional)

    await answerQuestions(seeker, here.server.origin)
    await seeker.getByText('We bellen Lotte').first().waitFor()
    await seeker.getByText('De verbinding werkt.').waitFor()
    await seeker.getByText('Je microfoon werkt.').waitFor()
    await professional.getByText('Ik voel me: gespannen of bang.').waitFor()
    await professional.getByText('Waarom jij: jouw taal · jouw onderwerp').waitFor()
    await professional.getByRole('button', { name: 'Neem op' }).click()
    await areConnected(here.pair)
    // Z2: nobody is asked for a camera before they turn it on.
    expect(await askedOfSeeker()).toEqual(['audio'])

    await seeker.getByText(/Vier woorden: /).waitFor()
    await professional.getByText(/Vier woorden: /).waitFor()
    expect(await fourWordsOn(seeker)).toBe(await fourWordsOn(professional))

    const told: string[] = []
    seeker.on('websocket', (socket) => socket.on('framesent', ({ payload }) => told.push(String(payload))))
    await professional.getByLabel('Camera').check()
    await pictureMoves(seeker)
    for (const step of ['Getekend gezicht', 'Vaag', 'Camera']) {
      await seeker.getByLabel(step).check()
      await pictureMoves(professional)
    }
    await seeker.getByLabel('Geen').check()
    await professional.getByText('toont geen beeld').waitFor()
    expect(told.filter((frame) => frame.includes('"say"'))).toEqual([])

    await here.relay.relay.cut()
    await pictureMoves(seeker, 60)
    await areConnected(here.pair)

    await write(seeker, 'ik typ liever even')
    await professional.locator('.bubble', { hasText: 'ik typ liever even' }).waitFor()
    expect((await wordsOf(professional)).at(-1)).toBe('ik typ liever even')
    await professional.getByRole('button', { name: 'Rond het gesprek af' }).click()
    await seeker.getByText('Je gesprekspartner heeft het gesprek afgerond.').waitFor()
  })

  test('[F1] both say to go on: a moment, a payment, and a calendar that another program reads', async () => {
    const { seeker, professional } = here.pair
    await seeker.getByRole('heading', { name: 'Wil je verder met Lotte?' }).waitFor()
    await seeker.getByRole('button', { name: 'Ja, met video' }).click()
    await seeker.getByText('Zegt Lotte ook ja').waitFor()
    await professional.getByLabel('Met video').check()
    await professional.getByRole('button', { name: 'Ja, ik wil verder' }).click()
    await professional.getByText('Jullie willen allebei verder.').waitFor()

    await seeker.reload()
    await seeker.getByRole('button', { name: 'Leg dit moment vast' }).click()
    await seeker.getByText('Te betalen: € 60,00').waitFor()
    await seeker.getByRole('button', { name: 'Betaal online' }).click()
    await seeker.getByText('DIT IS GEEN ECHTE BETALING').waitFor()
    await seeker.getByRole('button', { name: /^Betaald/ }).click()
    await seeker.getByText('Betaald: € 60,00').waitFor()
    const [download] = await Promise.all([
      seeker.waitForEvent('download'),
      seeker.getByRole('button', { name: 'Zet in mijn agenda' }).click(),
    ])
    const event = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8'))).getFirstSubcomponent(
      'vevent',
    )
    expect(event?.getFirstPropertyValue('summary')).toBe('Afspraak')

    await professional.getByRole('button', { name: 'Afspraken' }).click()
    await professional
      .getByText(/Betaald|betaald/)
      .first()
      .waitFor()
  })

  test('[G10] the coordinator sees figures that name nobody, relays that carry, and choices that come out the same again', async () => {
    const context = await (await here.pair.professional.context().browser())?.newContext()
    const page = await context?.newPage()
    if (!page) throw new Error('There is no page.')
    await signIn(page, here.server.origin, 'Noor', 'Praat met een psycholoog')
    await page.getByRole('button', { name: 'Cijfers en techniek' }).click()
    await page.getByRole('row', { name: /Gesprekken, naar minuten/ }).waitFor()
    await page
      .getByText(/werkt \(\d+ ms\)/)
      .first()
      .waitFor()
    await page.getByText('Van de laatste 1 keuzes geven er 1 bij narekenen dezelfde persoon.').waitFor()
    await page.getByRole('button', { name: 'Erkenningen' }).click()
    await page
      .getByText(/Nagekeken door de demonstratie/)
      .first()
      .waitFor()
  })
})
