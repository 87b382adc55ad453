import { relayCredentials } from '@houvast/relay/relay-credentials'
import { openEmbedded } from '@houvast/server-store/embedded/open-embedded'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newPhone } from '../browser.ts'
import { type OwnRelay, openOwnRelay } from '../call.ts'
import { answerUpToTheLast, goOnDuty, signIn, talkNow } from '../people.ts'
import { RunningServer } from '../running-server.ts'
import { serverAndBrowser } from '../server-and-browser.ts'

const newcomer = async (browser: Browser): Promise<Page> => (await newPhone(browser)).newPage()

describe('before a talk with a psychologist', () => {
  const here = serverAndBrowser()

  test('[G11] who is under 18 is led to Awel and TEJO, kindly, before anything was sent', async () => {
    const page = await newcomer(here.browser)
    await page.goto(`${here.server.origin}/psycholoog`)
    await page.getByRole('button', { name: 'Jonger dan 18' }).waitFor()
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url())
    })
    page.on('websocket', (socket) => sent.push(socket.url()))
    await page.getByRole('button', { name: 'Jonger dan 18' }).click()
    await page.getByRole('link', { name: /^Awel/ }).waitFor()
    await page.getByRole('link', { name: /^TEJO/ }).waitFor()
    expect(await page.locator('main').getByRole('link', { name: /1813/ }).getAttribute('href')).toBe('tel:1813')
    expect(await page.locator('main').getByRole('link', { name: /112/ }).getAttribute('href')).toBe('tel:112')
    expect(sent).toEqual([])
    expect(await page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length)).toBe(0)
    await page.context().close()
  })

  test('[G11] who is in danger sees whom to call, and finds the way back', async () => {
    const page = await newcomer(here.browser)
    await page.goto(`${here.server.origin}/psycholoog`)
    await page.getByRole('button', { name: '26 tot 59' }).click()
    await page.getByRole('button', { name: /Ik wil niet meer leven/ }).click()
    await page.getByRole('heading', { name: 'Je veiligheid gaat voor' }).waitFor()
    expect(await page.locator('main').getByRole('link', { name: /112/ }).getAttribute('href')).toBe('tel:112')
    await page.getByRole('button', { name: 'Ik ben veilig. Terug naar de vragen' }).click()
    await page.getByRole('heading', { name: 'Hoe voel je je nu?' }).waitFor()
    await page.context().close()
  })

  test('[G2, G5] nobody of the wished gender: that is said, and the person lets go of it or chooses somebody', async () => {
    const desk = await (await here.browser.newContext()).newPage()
    await signIn(desk, here.server.origin, 'Veerle', 'Praat met een psycholoog')
    await goOnDuty(desk)
    const page = await newcomer(here.browser)
    await page.goto(`${here.server.origin}/psycholoog`)
    for (const answer of ['60 of ouder', 'Uitgeput', 'Mijn familie of gezin', 'Een man'])
      await page.getByRole('button', { name: answer }).click()
    await page.getByLabel(/Alleen met een vrouw of man/).check()
    await page.getByRole('button', { name: 'Praat nu' }).click()
    await page.getByText('Er is nu iemand vrij, maar niet zoals je vroeg.').waitFor()
    await page.getByRole('button', { name: 'Het mag ook iemand anders zijn' }).click()
    await page.getByText('We bellen Veerle').first().waitFor()
    await page.getByText('spreekt jouw taal · kent dit onderwerp').waitFor()
    await desk.getByRole('button', { name: 'Nu niet' }).click()
    await desk.getByText(/Je staat op even weg/).waitFor()
    await page.getByText('Er is nu niemand vrij die past.').waitFor()
    await goOnDuty(desk)
    await page.getByRole('button', { name: 'Kies zelf iemand' }).click()
    await page.getByRole('button', { name: 'Praat met Veerle' }).click()
    await desk.getByText('Iemand wil met je praten').waitFor()
    await page.getByText('jij koos').waitFor()

    await page.reload()
    await page.getByText('We bellen Veerle').first().waitFor()
    await page.getByRole('button', { name: 'Stop met zoeken en wis alles' }).click()
    await desk.getByText('Er is nu geen oproep.').waitFor()
    await desk.context().close()
    await page.context().close()
  })
})

describe('of who is under 18', () => {
  test.skipIf(process.env.DATABASE_URL)(
    '[G11] there is not one row (looked at in the embedded database, once its server is stopped)',
    async () => {
      const server = await RunningServer.start()
      const { launchBrowser } = await import('../browser.ts')
      const browser = await launchBrowser()
      const page = await (await newPhone(browser)).newPage()
      await page.goto(`${server.origin}/psycholoog`)
      await page.getByRole('button', { name: 'Jonger dan 18' }).click()
      await page.getByRole('link', { name: /^Awel/ }).waitFor()
      await browser.close()
      await server.kill('SIGTERM')
      const database = await openEmbedded(server.dataDir)
      for (const table of ['conversation', 'entry', 'ring', 'asked', 'match_decision', 'talk_figure'] as const) {
        const rows = await database.queries.selectFrom(table).selectAll().execute()
        expect(rows, table).toEqual([])
      }
      await database.close()
      await server.stop()
    },
  )
})

/** What can be wrong with a device and its network, and what is said of it. How soon: packages/call/src/way-verdict.test.ts. */
describe('a device and a network that do not go along', () => {
  const here = serverAndBrowser()
  let relay: OwnRelay
  let page: Page
  const secret = 'a secret of the tests, long enough'

  beforeAll(async () => {
    relay = await openOwnRelay()
    const desk = await (await here.browser.newContext()).newPage()
    await signIn(desk, here.server.origin, 'Lotte', 'Praat met een psycholoog')
    await goOnDuty(desk)
  })
  beforeEach(async () => {
    page = await newcomer(here.browser)
  })
  afterEach(() => page.context().close())
  afterAll(() => relay?.relay.close())

  /** In the waiting room, asking for somebody who is not there: it rings nowhere, and all the time is for the device. */
  async function waitForNobody() {
    await page.goto(`${here.server.origin}/psycholoog`)
    await answerUpToTheLast(page, 'Een man')
    await page.getByLabel(/Alleen met een vrouw of man/).check()
    await talkNow(page)
  }

  type Given = { urls: readonly string[]; username?: string; credential?: string }
  const good = () => relayCredentials(secret, Date.now(), 600)
  const giveOut = (given: () => readonly Given[]) =>
    page.route('**/api/seeker/relays', (route) =>
      route.fulfill({ json: { relays: given().map((one) => ({ ...good(), ...one })) } }),
    )
  const [udp, tcp] = [() => relay.urls[0] ?? '', () => relay.urls[1] ?? '']
  const shut = (transport: string) => `turn:127.0.0.1:9?transport=${transport}`
  const fine = 'De verbinding werkt.'
  const slow = 'De verbinding werkt langs een omweg.'
  const none = 'Geluid en beeld kunnen niet door dit netwerk.'

  test.each<[string, () => Given[], string]>([
    ['all is well', () => [{ urls: [udp(), tcp()] }], fine],
    ['UDP is shut', () => [{ urls: [shut('udp'), tcp()] }], slow],
    ['TCP is shut', () => [{ urls: [udp(), shut('tcp')] }], fine],
    ['both are shut', () => [{ urls: [shut('udp'), shut('tcp')] }], none],
    ['the relay has no name that can be found', () => [{ urls: ['turn:relay.invalid:3478?transport=udp'] }], none],
    ['the credentials are wrong', () => [{ urls: [udp()], credential: 'wrong' }], none],
    [
      'the credentials are of yesterday',
      () => [{ urls: [udp()], ...relayCredentials(secret, Date.now() - 86_400_000, 600) }],
      none,
    ],
    ['no relay is given out', () => [], none],
    ['one of two relays is dead', () => [{ urls: [shut('udp')] }, { urls: [udp()] }], fine],
  ])('[Z7] %s: said in words, and one can write', async (_, given, verdict) => {
    await giveOut(given)
    await waitForNobody()
    await page.getByText(verdict).waitFor()
    await page.getByRole('textbox').last().fill('schrijven kan altijd')
  })

  test.each([
    ['a relay that lets in and carries nothing', { drop: 1 }],
    ['a relay that answers nothing', { silent: true }],
  ])('[Z7] %s: said in words, and looked at again when asked', async (_, fault) => {
    await relay.relay.impair(fault)
    await giveOut(() => [{ urls: relay.urls }])
    await waitForNobody()
    await page.getByText(none).waitFor()
    // Asked before it is mended: a look that is still under way would tell of it by itself.
    await page.getByRole('button', { name: 'Kijk opnieuw' }).click()
    await relay.relay.impair(undefined)
    await page.getByText(fine).waitFor()
  })

  test.each([
    ['denied', 'NotAllowedError', 'Je browser mag je microfoon niet gebruiken.'],
    ['not there', 'NotFoundError', 'Er is geen microfoon gevonden.'],
    ['taken by another program', 'NotReadableError', 'Een ander programma gebruikt je microfoon.'],
  ])('[Z7] a microphone that is %s: said in words, and one can write', async (_, name, verdict) => {
    await page.addInitScript((error) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', error))
    }, name)
    await waitForNobody()
    await page.getByText(verdict).waitFor()
    await page.getByRole('textbox').last().fill('schrijven kan altijd')
  })
})
