/** What comes after a talk: booked, paid at the demonstration's own provider, put in a calendar, cancelled and given back. */
import { readFileSync } from 'node:fs'
import { solveWork } from '@houvast/connection/solve-work'
import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeViolations } from '../axe.ts'
import { newDesktop } from '../browser.ts'
import { serverAndBrowser } from '../server-and-browser.ts'
import { type Ask, asked, askOf } from '../wire/ask.ts'
import { goOnDuty, type Helper, helperHello, signInHelper, take } from '../wire/helper.ts'
import { openPolled } from '../wire/link.ts'
import { newSecret, startSeeker } from '../wire/seeker.ts'

const LINE = 'awel'
type Mine = { readonly id: string; readonly line: string; readonly secret: string }

const profile = {
  ...{ title: 'clinical-psychologist', gender: 'woman', languages: ['nl'], themes: ['sleep'], about: 'Ik luister.' },
  weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' })),
}
const settings = {
  agenda: { slotMinutes: 50, gapMinutes: 10, noticeHours: 48, days: 14, away: [] },
  tariff: { kind: 'own', cents: 6_000 },
  account: { iban: 'BE68539007547034', holder: 'Mila' },
}

/** A talk with Mila that is over, both said yes, and what the seeker's device made of it. */
async function followUpOf(ask: Ask, mila: Helper): Promise<Mine> {
  const link = await openPolled(ask, 'desk')
  await helperHello(ask, link, mila)
  const duty = await goOnDuty(ask, link, mila)
  const { conversation, secret } = await startSeeker(ask, LINE)
  await take(link, mila, duty, conversation)
  await link.send({ type: 'end', conversation })
  await link.until((frame) => frame.conversation === conversation && frame.phase === 'ended', 'its end')
  link.close()
  const wish = { says: 'yes', how: ['video'] }
  const { cookie } = mila
  await asked(ask('/api/desk/follow-ups/wish', { cookie, body: { conversation, wish } }))
  const talk = { line: LINE, conversation, secret }
  const { ticket } = await asked<{ ticket: string }>(ask('/api/seeker/follow-ups/wish', { body: { ...talk, wish } }))
  const mine = { line: LINE, id: newSecret().slice(0, 22), secret: newSecret() }
  await asked(ask('/api/seeker/follow-ups/create', { body: { ...mine, ticket } }))
  return mine
}

/** As the device kept it when it began. */
async function keepOnDevice(page: Page, origin: string, { id, line, secret }: Mine) {
  await page.goto(`${origin}/afspraak/nergens`)
  await page.getByText('Ze is gemaakt op een ander toestel').waitFor()
  await page.evaluate(
    (one) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('houvast-follow-ups')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const change = opening.result.transaction('follow-up', 'readwrite')
          change.objectStore('follow-up').put(one)
          change.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    { id, line, secret, professionalName: 'Mila' },
  )
  await page.goto(`${origin}/afspraak/${id}`)
}

describe('after a talk', () => {
  const here = serverAndBrowser()

  async function world() {
    const { server, browser } = here
    const ask = askOf(server.origin)
    const context = await newDesktop(browser, { viewport: { width: 320, height: 640 }, acceptDownloads: true })
    const page = await context.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    return { origin: server.origin, ask, page, requests, close: () => context.close() }
  }
  const isFine = async (page: Page) => {
    expect(await axeViolations(page)).toEqual([])
    const [inner, outer] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(inner).toBe(outer)
  }

  test('[F6, F7, F10, F14, F20, F21] somebody books, pays, keeps, moves and cancels', async () => {
    const { origin, ask, page, requests, close } = await world()
    const mila = await signInHelper(ask, LINE, 'Mila')
    const { cookie } = mila
    await asked(ask('/api/desk/profile', { cookie, body: { profile } }))
    await asked(ask('/api/desk/follow-ups/settings', { cookie, body: settings }))
    const mine = await followUpOf(ask, mila)
    await keepOnDevice(page, origin, mine)

    await page.getByRole('heading', { name: 'Kies een moment' }).waitFor()
    await isFine(page)
    await page.getByRole('button', { name: 'Leg dit moment vast' }).click()
    await page.getByRole('heading', { name: 'Je afspraak' }).waitFor()
    await page.getByText('Te betalen: € 60,00').waitFor()
    await isFine(page)

    await page.getByRole('button', { name: 'Betaal online' }).click()
    await page.getByText('DIT IS GEEN ECHTE BETALING').waitFor()
    await page.getByRole('button', { name: /^Betaald/ }).click()
    await page.getByText('Betaald: € 60,00').waitFor()
    expect(page.url()).toBe(`${origin}/afspraak/${mine.id}`)

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Zet in mijn agenda' }).click(),
    ])
    const ics = readFileSync(await download.path(), 'utf8')
    const event = new ICAL.Component(ICAL.parse(ics)).getFirstSubcomponent('vevent')
    expect([event?.getFirstPropertyValue('summary'), event?.getFirstPropertyValue('sequence')]).toEqual(['Afspraak', 0])
    expect(ics).not.toContain(mine.secret)

    await page.getByText('Verplaatsen', { exact: true }).click()
    await page.getByRole('button', { name: 'Verplaats naar dit moment' }).click()
    await page.getByRole('button', { name: 'Annuleer deze afspraak' }).click()
    await page.getByRole('button', { name: 'Ja, annuleer' }).click()
    await page.getByRole('heading', { name: 'Deze afspraak gaat niet door' }).waitFor()
    await page.getByText('Terugbetaald: € 60,00').waitFor()
    await isFine(page)

    expect(requests.filter((url) => url.includes(mine.secret))).toEqual([])
    expect(requests.filter((url) => !url.startsWith(origin) && !url.startsWith('blob:'))).toEqual([])
    await close()
  })

  test('[F18] a first talk with somebody who is recognised is booked without a name or a payment', async () => {
    const { origin, ask, page, close } = await world()
    const [noor, joris] = [await signInHelper(ask, LINE, 'Noor'), await signInHelper(ask, LINE, 'Joris')]
    const { kid } = await asked<{ kid: string }>(ask('/api/desk/me', { cookie: joris.cookie }))
    await asked(ask('/api/desk/profile', { cookie: joris.cookie, body: { profile } }))
    const numbers = { commissionNumber: '123456789' }
    await asked(ask('/api/desk/recognition', { cookie: noor.cookie, body: { kid, numbers } }))
    const { free, challenge, bits } = await asked<{ free: number[]; challenge: string; bits: number }>(
      ask('/api/seeker/follow-ups/slots', { body: { line: LINE, professional: kid } }),
    )
    const mine = { line: LINE, id: newSecret().slice(0, 22), secret: newSecret() }
    const work = { challenge, solution: await solveWork(challenge, bits) }
    await asked(ask('/api/seeker/follow-ups/first', { body: { ...mine, ...work, professional: kid, from: free[0] } }))
    await keepOnDevice(page, origin, mine)

    await page.getByText('Kennismaking met Joris, een kwartier, gratis').waitFor()
    await page.getByText('Dit gesprek is gratis.').waitFor()
    await page.getByRole('button', { name: 'Vergeet deze afspraak op dit toestel' }).click()
    await page.getByRole('button', { name: 'Ja, vergeet ze' }).click()
    await page.getByText('Op dit toestel staat niets meer over deze afspraak.').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Deze afspraak kunnen we hier niet openen' }).waitFor()
    await close()
  })
})
