import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, newPhone } from '../browser.ts'
import { addBackUp, isKept, makeWords, open, writeInStep } from '../own-toolkit.ts'
import { databaseText, filesWith, textWith } from '../proof/canary/where-found.ts'
import { RunningServer } from '../running-server.ts'

/** Words of plan, people, box and shared writing that must be nowhere on the server. */
const canaries = {
  plan: 'kanarie één bij het open raam',
  person: 'Tante Kanariepiet',
  box: 'een kanarie in de kerselaar',
  live: 'samen met de kanarie naar buiten',
  erased: 'deze kanarie vliegt weg',
}

describe('my toolkit, with others and on other devices', () => {
  let server: RunningServer
  let browser: Browser
  let mine: BrowserContext
  let me: Page
  let words: string

  beforeAll(async () => {
    server = await RunningServer.start()
    browser = await launchBrowser()
    mine = await newPhone(browser)
    me = await mine.newPage()
    await writeInStep(me, server.origin, 'signals', canaries.plan)
    await addBackUp(me, server.origin, canaries.person, '0470 12 34 56')
    await open(me, `${server.origin}/houvast/box`)
    await me.getByRole('button', { name: 'Een zin' }).click()
    await me.getByLabel('De zin').fill(canaries.box)
    await isKept(me)
    words = await makeWords(me, server.origin)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('[K4, K5] on another browser the words alone bring everything back; a mistyped word is said', async () => {
    await me.getByRole('button', { name: 'Maak een kopie' }).click()
    await me.getByText('De kopie is bijgewerkt.').waitFor()
    const other = await (await newPhone(browser)).newPage()
    await open(other, `${server.origin}/houvast/bewaren`)
    await other.getByText('Zet een kopie terug op dit toestel').click()
    const field = other.locator('#kopie-woorden')
    const typed = words.split(' ')
    await field.fill(['xxxx', ...typed.slice(1)].join(' '))
    await other.getByRole('button', { name: 'Zet terug' }).first().click()
    await other.getByText('nummer 1').waitFor()
    expect(await field.inputValue()).toContain('xxxx')
    await field.fill(words)
    await other.getByRole('button', { name: 'Zet terug' }).first().click()
    await other.getByText('Teruggezet').waitFor()

    await open(other, `${server.origin}/houvast/plan`)
    await other.getByText(canaries.plan).waitFor()
    await open(other, `${server.origin}/houvast/backups`)
    await other.getByRole('heading', { name: canaries.person }).waitFor()
    await other.context().close()
  })

  test('[K1, K3] under a lock the numbers are there, a wrong code wipes nothing, code and words both open', async () => {
    await open(me, `${server.origin}/houvast/bewaren`)
    await me.getByLabel('Kies een pincode of wachtzin').fill('blauwe deur')
    await me.getByLabel('Nog een keer').fill('blauwe deur')
    await me.getByRole('button', { name: 'Zet het slot erop' }).click()
    await me.getByText('Klaar. Het slot staat erop.').waitFor()
    await me.getByRole('button', { name: 'Sluit nu' }).click()
    await me.getByRole('heading', { name: 'Op slot' }).waitFor()
    for (const number of ['1813', '112'])
      expect(await me.locator(`a[href="tel:${number}"]`).first().isVisible()).toBe(true)
    await me.goto(`${server.origin}/mijn-crisis`)
    await me.getByRole('heading', { name: 'Je plan is op slot' }).waitFor()
    expect(await me.getByRole('link', { name: 'Bel 1813' }).isVisible()).toBe(true)

    await open(me, `${server.origin}/houvast/plan`)
    for (const wrong of ['1234', 'rode deur']) {
      await me.getByLabel('Je pincode of wachtzin').fill(wrong)
      await me.getByRole('button', { name: 'Open', exact: true }).click()
      await me.getByText('Deze pincode is het niet.').waitFor()
    }
    await me.getByRole('button', { name: 'Pincode vergeten?' }).click()
    await me.getByLabel('Je twaalf woorden').fill(words)
    await me.getByRole('button', { name: 'Open', exact: true }).click()
    await me.getByText(canaries.plan).waitFor()
    await me.reload()
    await me.getByLabel('Je pincode of wachtzin').fill('blauwe deur')
    await me.getByRole('button', { name: 'Open', exact: true }).click()
    await me.getByText(canaries.plan).waitFor()
  })

  test('[K1] the lock opens with a passkey as well, where the device has one', async () => {
    const keys = await mine.newCDPSession(me)
    await keys.send('WebAuthn.enable')
    await keys.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasPrf: true },
        ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
      },
    })
    await me.goto(`${server.origin}/houvast/bewaren`)
    await unlock(me)
    await me.getByRole('button', { name: 'Open ook met vinger of gezicht' }).click()
    await me.getByText('Je kan nu ook zo openen.').waitFor()
    await me.goto(`${server.origin}/houvast/plan`)
    await me.getByRole('button', { name: 'Open met passkey' }).click()
    await me.getByText(canaries.plan).waitFor()
  })

  test('[K1] what lies on the disk of a locked phone holds no word of it', async () => {
    const kept = await me.evaluate(async () => {
      const read = (name: string) =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open(name)
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = async () => {
            const stores = [...opening.result.objectStoreNames]
            const all = stores.map(
              (store) =>
                new Promise<unknown[]>((done) => {
                  const asked = opening.result.transaction(store).objectStore(store).getAll()
                  asked.onsuccess = () => done(asked.result)
                }),
            )
            const bytes = (value: unknown) =>
              value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value
            resolve(JSON.stringify(await Promise.all(all), (_, value) => bytes(value)))
          }
        })
      return (await read('houvast-toolkit')) + (await read('houvast-media'))
    })

    expect(kept.length).toBeGreaterThan(1_000)
    for (const canary of Object.values(canaries)) expect(kept).not.toContain(canary)
  })

  test('[K7] a link shows what was chosen, and is dead at once when it is withdrawn', async () => {
    await me.goto(`${server.origin}/houvast/samen`)
    await unlock(me)
    await me.getByLabel('Jouw naam bij dit plan').fill('Noor')
    await me.getByLabel('Hulpverleners en hulplijnen').uncheck()
    await me.getByRole('button', { name: 'Maak een link' }).click()
    await me.getByText('De link staat hieronder.').waitFor()
    const address = await me.locator('.people .quoted').first().innerText()
    const friend = await (await newPhone(browser)).newPage()
    await friend.goto(address)
    await friend.getByRole('heading', { name: 'Het plan van Noor' }).waitFor()
    await friend.getByText(canaries.plan).waitFor()
    expect(await friend.getByRole('heading', { name: 'Hulpverleners en hulplijnen' }).count()).toBe(0)
    expect(friend.url()).not.toContain('#')

    await me.getByRole('button', { name: 'Trek deze link in' }).click()
    await expect.poll(() => me.getByRole('button', { name: 'Trek deze link in' }).count()).toBe(0)
    await friend.goto('about:blank')
    await friend.goto(address)
    await friend.getByRole('heading', { name: 'Deze link werkt niet meer' }).waitFor()
    await friend.context().close()
  })

  test('[K8] a move needs the code that is scanned and the one that is typed, and works once', async () => {
    await me.goto(`${server.origin}/houvast/bewaren`)
    await unlock(me)
    await me.getByRole('button', { name: 'Toon de code' }).click()
    await me.getByText('Geen camera?').click()
    const address = await me.locator('.quoted').innerText()
    const code = await me.locator('.move-code').innerText()
    const next = await (await newPhone(browser)).newPage()
    await next.goto(address)
    await next.getByLabel('Getal:').fill(code === '000000' ? '111111' : '000000')
    await next.getByRole('button', { name: 'Haal op' }).click()
    await next.getByText('Dit getal klopt niet').waitFor()
    await next.getByLabel('Getal:').fill(code)
    await next.getByRole('button', { name: 'Haal op' }).click()
    await next.getByText('Alles staat nu hier.').waitFor()
    await open(next, `${server.origin}/houvast/plan`)
    await next.getByText(canaries.plan).waitFor()

    await next.goto(address)
    await next.getByLabel('Getal:').fill(code)
    await next.getByRole('button', { name: 'Haal op' }).click()
    await next.getByText('Dit getal klopt niet').waitFor()
    await next.context().close()
  })

  test('[K9] two write in one plan at once, also through a network cut; what is erased is gone on both', async () => {
    await me.goto(`${server.origin}/houvast/samen`)
    await unlock(me)
    await me.getByLabel('Hoe mag je hier heten?').fill('Noor')
    await me.getByRole('button', { name: 'Begin samen' }).click()
    const address = await me.locator('[aria-labelledby="live"] .quoted').innerText()
    await me.getByRole('link', { name: 'Open het plan' }).click()
    await me.getByText('Verbonden.').waitFor()
    const friends = await newPhone(browser)
    const friend = await friends.newPage()
    await friend.goto(address)
    await friend.getByLabel('Hoe mag je hier heten?').fill('Sam')
    await friend.getByRole('button', { name: 'Open het plan' }).click()
    await friend.getByText('Hier: Noor.').waitFor()
    await me.getByText('Hier: Sam.').waitFor()

    await friend.getByRole('button', { name: 'Schrijf iets op Wat ik zelf kan doen' }).click()
    const hers = friend.getByRole('textbox', { name: 'In jouw woorden' })
    const ours = me.getByRole('textbox', { name: 'In jouw woorden' })
    await hers.last().fill(`${canaries.live} ${canaries.erased}`)
    await expect.poll(() => ours.last().inputValue()).toBe(`${canaries.live} ${canaries.erased}`)

    await friends.setOffline(true)
    await friend.getByText('Geen verbinding.').waitFor()
    await hers.last().fill(`${canaries.live}`)
    await ours.first().fill(`${canaries.plan}, elke dag`)
    await friends.setOffline(false)
    await expect.poll(() => hers.first().inputValue(), { timeout: 15_000 }).toBe(`${canaries.plan}, elke dag`)
    await expect.poll(() => ours.last().inputValue(), { timeout: 15_000 }).toBe(canaries.live)

    await me.goto(`${server.origin}/houvast/plan`)
    await unlock(me)
    await me.getByText(canaries.live).waitFor()
    await friends.close()
  })

  test('[K5] no word of plan, people, box or shared writing is anywhere on the server', async () => {
    await server.kill('SIGKILL')
    const secret = [...Object.values(canaries), words]
    expect(filesWith(server.dataDir, secret)).toEqual([])
    expect(textWith(server.output, secret)).toEqual([])
    if (server.databaseUrl) expect(textWith(await databaseText(server.databaseUrl), secret)).toEqual([])
  })
})

async function unlock(page: Page) {
  await page.getByLabel('Je pincode of wachtzin').fill('blauwe deur')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByLabel('Je pincode of wachtzin').waitFor({ state: 'detached' })
}
