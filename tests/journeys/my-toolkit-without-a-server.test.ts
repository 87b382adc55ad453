import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { killKeptPhone, startKeptPhone } from '../browser.ts'
import { addBackUp, isKept, open, writeInStep } from '../own-toolkit.ts'
import { RunningServer } from '../running-server.ts'

describe('my toolkit, with the server switched off', () => {
  let server: RunningServer
  let folder: string
  let phone: BrowserContext
  let page: Page

  /** One visit, then there is no server any more, and the phone is started anew. */
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'houvast-phone-'))
    server = await RunningServer.start()
    phone = await startKeptPhone(folder)
    page = await phone.newPage()
    await page.goto(server.origin)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await server.kill()
    await restartPhone()
  })
  afterAll(async () => {
    await phone?.close().catch(() => undefined)
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function restartPhone() {
    killKeptPhone(folder)
    await phone.close().catch(() => undefined)
    phone = await startKeptPhone(folder)
    page = await phone.newPage()
  }

  test('[V7] the crisis page has the numbers before there is any plan', async () => {
    await page.goto(`${server.origin}/mijn-crisis`)
    await page.getByRole('heading', { name: 'Bel iemand die kan helpen' }).waitFor()

    for (const number of ['1813', '112', '106'])
      expect(await page.locator(`a[href="tel:${number}"]`).first().isVisible()).toBe(true)
  })

  test('plan, BackUps, a text, cards and box are made, and are there after the phone was switched off', async () => {
    await writeInStep(page, server.origin, 'signals', 'ik antwoord niemand meer')
    await page.getByText('Ik weet niet goed wat').click()
    await page.getByRole('button', { name: 'Ik slaap slecht en lig te piekeren' }).click()
    await isKept(page)
    await writeInStep(page, server.origin, 'alone', 'met Blackie naar het bos')
    await addBackUp(page, server.origin, 'Mijn zus An', '0470 12 34 56')
    await open(page, `${server.origin}/houvast/plan/ask-help`)
    await page.getByRole('button', { name: 'Mijn zus An', exact: true }).click()
    await isKept(page)
    await open(page, `${server.origin}/houvast/nood-sms`)
    await page.getByLabel('Jouw bericht').fill('Kan je bellen? Het is zwaar & ik ben alleen.')
    await isKept(page)
    await open(page, `${server.origin}/houvast/kaarten`)
    await page.getByRole('button', { name: 'Rustig worden' }).click()
    await page
      .getByRole('button', { name: /^Favoriet/ })
      .first()
      .click()
    const favourite = await page.locator('.backup-card h2').first().innerText()
    await isKept(page)
    await open(page, `${server.origin}/houvast/box`)
    await page.getByRole('button', { name: 'Een zin' }).click()
    await page.getByLabel('De zin').fill('de zee in de winter')
    await isKept(page)

    await restartPhone()

    await open(page, `${server.origin}/houvast/plan`)
    for (const words of ['ik antwoord niemand meer', 'Ik slaap slecht', 'met Blackie naar het bos', 'Mijn zus An'])
      expect(await page.getByText(words).first().isVisible()).toBe(true)
    await open(page, `${server.origin}/houvast/nood-sms`)
    const sms = await page.getByRole('link', { name: 'Sms Mijn zus An' }).getAttribute('href')
    expect(decodeURIComponent(sms ?? '')).toContain(
      'sms:+32470123456?body=Kan je bellen? Het is zwaar & ik ben alleen.',
    )
    await open(page, `${server.origin}/houvast/kaarten`)
    await page.getByRole('button', { name: 'Mijn favorieten' }).click()
    expect(await page.locator('.backup-card h2').allInnerTexts()).toEqual([favourite])
    await open(page, `${server.origin}/houvast/box`)
    expect(await page.getByLabel('De zin').inputValue()).toBe('de zee in de winter')
  })

  test('[V7] in a crisis it goes step by step, and to the lines from anywhere', async () => {
    await page.goto(`${server.origin}/mijn-crisis`)
    await page.getByRole('heading', { name: 'Herken je dit?' }).waitFor()
    await page.getByRole('button', { name: 'Ja. Wat helpt nu?' }).click()
    await page.getByText('met Blackie naar het bos').waitFor()
    await page.getByRole('button', { name: 'Het helpt niet genoeg. Verder' }).click()
    expect(await page.getByRole('link', { name: 'Bel Mijn zus An' }).getAttribute('href')).toBe('tel:+32470123456')
    await page.getByRole('button', { name: 'Ik ben in gevaar' }).click()
    await page.getByRole('heading', { name: 'Bel iemand die kan helpen' }).waitFor()
    expect(await page.getByRole('link', { name: 'Bel 1813' }).isVisible()).toBe(true)
  })

  test.runIf(process.platform === 'linux')(
    '[V9] killed in the middle of typing, nothing that stood on the screen as kept is lost',
    async () => {
      await open(page, `${server.origin}/houvast/plan/reasons`)
      await page.getByRole('button', { name: 'Schrijf iets op' }).click()
      const field = page.getByRole('textbox', { name: 'In jouw woorden' }).last()
      await field.pressSequentially('mijn kleine broer wacht op mij en op de zom', { delay: 15 })
      await isKept(page)
      await field.pressSequentially('er', { delay: 15 })
      await isKept(page)

      await restartPhone()

      await open(page, `${server.origin}/houvast/plan/reasons`)
      const kept = await page.getByRole('textbox', { name: 'In jouw woorden' }).last().inputValue()
      expect(kept).toBe('mijn kleine broer wacht op mij en op de zomer')
    },
  )

  test('[V9] a tab that was open all the while shows what another one wrote, and neither loses a word', async () => {
    const other = await phone.newPage()
    await open(page, `${server.origin}/houvast/plan/alone`)
    await open(other, `${server.origin}/houvast/plan/alone`)
    await other.getByRole('button', { name: 'Nog iets' }).click()
    await other.getByRole('textbox', { name: 'In jouw woorden' }).last().fill('thee zetten')
    await isKept(other)
    await page.getByRole('textbox', { name: 'In jouw woorden' }).nth(1).waitFor()

    await page.getByRole('textbox', { name: 'In jouw woorden' }).first().fill('met Blackie naar zee')
    await isKept(page)
    await expect
      .poll(() => other.getByRole('textbox', { name: 'In jouw woorden' }).first().inputValue())
      .toBe('met Blackie naar zee')
    expect(await other.getByRole('textbox', { name: 'In jouw woorden' }).last().inputValue()).toBe('thee zetten')
    await other.close()
  })

  test('[V6] an earlier state can be brought back', async () => {
    await open(page, `${server.origin}/houvast/plan/vroeger`)
    expect(await page.getByText('Er is nog geen vroegere versie.').isVisible()).toBe(true)
    // Half an hour later the plan is worked on again.
    await page.clock.install({ time: Date.now() + 31 * 60_000 })
    await open(page, `${server.origin}/houvast/plan/alone`)
    await page.getByRole('button', { name: 'Haal weg: thee zetten' }).click()
    await isKept(page)
    await open(page, `${server.origin}/houvast/plan/vroeger`)
    await page.locator('summary').first().click()
    await page.getByRole('button', { name: 'Zet deze versie terug' }).first().click()
    await page.getByText('Je plan is weer zoals toen.').waitFor()
    await open(page, `${server.origin}/houvast/plan`)
    await page.getByText('thee zetten').waitFor()
  })

  test('the paper has all that is needed without the app, and can be empty', async () => {
    await open(page, `${server.origin}/houvast/plan/afdrukken`)
    await page.emulateMedia({ media: 'print' })
    const paper = await page.locator('.paper').innerText()
    for (const words of ['met Blackie naar zee', 'Mijn zus An · 0470 12 34 56', '1813', '112'])
      expect(paper).toContain(words)
    for (const onScreenOnly of ['.lifeline', '.not-on-paper', '.foot'])
      expect(await page.locator(onScreenOnly).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.getByLabel('Leeg afdrukken').check()
    expect(await page.locator('.paper').innerText()).not.toContain('Blackie')
  })

  test('[K6] «wis alles» leaves nothing', async () => {
    await open(page, `${server.origin}/houvast/bewaren`)
    await page.getByRole('button', { name: 'Wis alles' }).click()
    await page.getByRole('button', { name: 'Wis alles op dit toestel' }).click()
    await page.getByRole('heading', { name: 'Wat heb je nu nodig?' }).waitFor()

    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).not.toContain(
      'houvast-toolkit',
    )
    await open(page, `${server.origin}/houvast/plan`)
    expect(await page.getByText('Blackie').count()).toBe(0)
  })
})
