import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, newDesktop, newPhone } from '../browser.ts'
import { goOnDuty, signIn, startTalk, wordsOf, write } from '../people.ts'
import { RunningServer } from '../running-server.ts'

describe('a talk that is open in two tabs', () => {
  let server: RunningServer
  let browser: Browser
  let first: Page
  let second: Page
  let helper: Page

  beforeAll(async () => {
    server = await RunningServer.start()
    browser = await launchBrowser()
    const phone = await newPhone(browser)
    first = await phone.newPage()
    second = await phone.newPage()
    helper = await (await newDesktop(browser)).newPage()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('[R9] shows the same in both, takes words from both, and says each once', async () => {
    await signIn(helper, server.origin, 'Sam', 'Tele-Onthaal')
    await goOnDuty(helper)
    await startTalk(first, server.origin, 'Tele-Onthaal', 'ik begin in de eerste')
    await helper.getByText('ik begin in de eerste').waitFor()
    await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
    await first.getByText('Sam is er voor jou.').first().waitFor()
    await second.goto(first.url())
    await second.locator('.bubble', { hasText: 'ik begin in de eerste' }).waitFor()

    await write(first, 'uit de eerste')
    await second.locator('.bubble', { hasText: 'uit de eerste' }).waitFor()
    await write(second, 'uit de tweede')
    await second.locator('.bubble', { hasText: 'uit de tweede' }).waitFor()
    await write(second, 'en nog een')
    await write(first, 'en weer uit de eerste')
    // Also while nobody listens: both tabs keep it on one disk.
    await server.kill('SIGKILL')
    await write(first, 'tijdens de storing een')
    await write(second, 'tijdens de storing twee')
    await first.getByText('wordt verzonden').first().waitFor()
    await server.restart()

    for (const page of [first, second, helper]) {
      for (const last of ['tijdens de storing een', 'tijdens de storing twee'])
        await page.locator('.bubble', { hasText: last }).waitFor()
    }
    for (const page of [first, second]) {
      await expect.poll(() => page.getByText('wordt verzonden').count(), { timeout: 20_000 }).toBe(0)
    }
    const words = await wordsOf(helper)
    expect(words.toSorted()).toEqual(
      [
        ...['ik begin in de eerste', 'uit de eerste', 'uit de tweede', 'en nog een', 'en weer uit de eerste'],
        ...['tijdens de storing een', 'tijdens de storing twee'],
      ].toSorted(),
    )
    expect(await wordsOf(first)).toEqual(words)
    expect(await wordsOf(second)).toEqual(words)
  })
})
