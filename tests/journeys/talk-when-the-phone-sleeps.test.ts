import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, newDesktop, newPhone } from '../browser.ts'
import { goOnDuty, signIn, startTalk, wordsOf, write } from '../people.ts'
import { type FaultProxy, openFaultProxy } from '../proof/delivery/fault-proxy.ts'
import { RunningServer } from '../running-server.ts'

const LATE = 'Je bericht is nog niet aangekomen.'

describe('a talk on a phone that loses its network', () => {
  let server: RunningServer
  let proxy: FaultProxy
  let browser: Browser
  let seeker: Page
  let helper: Page

  beforeAll(async () => {
    server = await RunningServer.start()
    proxy = await openFaultProxy({ port: Number(new URL(server.origin).port) })
    browser = await launchBrowser()
    seeker = await (await newPhone(browser)).newPage()
    helper = await (await newDesktop(browser)).newPage()
  })
  afterAll(async () => {
    await browser?.close()
    proxy?.close()
    await server?.stop()
  })

  test('[R13, R14] says after fifteen seconds that it is late, with numbers to call; back in view nothing is lost', async () => {
    await signIn(helper, server.origin, 'Sam', 'Tele-Onthaal')
    await goOnDuty(helper)
    await startTalk(seeker, proxy.origin, 'Tele-Onthaal', 'ik zit op de trein')
    await helper.getByText('ik zit op de trein').waitFor()
    await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
    await seeker.getByText('Sam is er voor jou.').first().waitFor()

    await seeker.context().setOffline(true)
    proxy.reset(() => true)
    await write(seeker, 'het gaat niet goed')
    await seeker.locator('.bubble', { hasText: 'het gaat niet goed' }).waitFor()
    await seeker.getByRole('textbox').fill('en ik wou nog')
    await write(helper, 'Ik blijf hier.')
    await seeker.getByText('wordt verzonden').waitFor()
    const late = seeker.getByText(LATE)
    expect(await late.count()).toBe(0)
    await late.waitFor({ timeout: 20_000 })
    expect(await seeker.locator('a[href^="tel:"]:visible').count()).toBeGreaterThan(0)
    await seeker.locator('.bubble', { hasText: 'het gaat niet goed' }).waitFor()
    expect(await seeker.getByRole('textbox').inputValue()).toBe('en ik wou nog')

    await seeker.context().setOffline(false)
    await seeker.locator('.bubble--other', { hasText: 'Ik blijf hier.' }).waitFor()
    await helper.locator('.bubble--other', { hasText: 'het gaat niet goed' }).waitFor()
    await seeker.getByText('wordt verzonden').waitFor({ state: 'detached' })
    await late.waitFor({ state: 'detached' })
    const words = await wordsOf(helper)
    expect(words.toSorted()).toEqual(['Ik blijf hier.', 'het gaat niet goed', 'ik zit op de trein'])
    expect(await wordsOf(seeker)).toEqual(words)
    expect(await seeker.getByRole('textbox').inputValue()).toBe('en ik wou nog')
  })
})
