import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, newDesktop, newPhone } from '../browser.ts'
import { goOnDuty, signIn, startTalk, wordsOf, write } from '../people.ts'
import { RunningServer } from '../running-server.ts'

describe('a talk from a school or an office that blocks WebSockets', () => {
  let server: RunningServer
  let browser: Browser
  let seeker: Page
  let helper: Page
  let blocked = 0

  beforeAll(async () => {
    server = await RunningServer.start()
    browser = await launchBrowser()
    seeker = await (await newPhone(browser)).newPage()
    helper = await (await newDesktop(browser)).newPage()
    for (const page of [seeker, helper]) {
      await page.routeWebSocket(/\/api\//, (socket) => {
        blocked++
        void socket.close()
      })
    }
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('[R4] goes by posts: the same words in the same order, also after a reload and a killed server', async () => {
    await signIn(helper, server.origin, 'Sam', 'Tele-Onthaal')
    await goOnDuty(helper)
    await startTalk(seeker, server.origin, 'Tele-Onthaal', 'op school kan ik alleen dit')
    await helper.getByText('op school kan ik alleen dit').waitFor()
    await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
    await seeker.getByText('Sam is er voor jou.').first().waitFor()
    await write(seeker, 'kan je me horen')
    await helper.locator('.bubble--other', { hasText: 'kan je me horen' }).waitFor()
    await write(helper, 'Ja, ik lees je.')
    await seeker.locator('.bubble--other', { hasText: 'Ja, ik lees je.' }).waitFor()

    await seeker.reload()
    await seeker.locator('.bubble--other', { hasText: 'Ja, ik lees je.' }).waitFor()
    await server.kill('SIGKILL')
    await write(seeker, 'ben je er nog')
    await server.restart()
    await helper.locator('.bubble--other', { hasText: 'ben je er nog' }).waitFor()
    await seeker.getByText('wordt verzonden').waitFor({ state: 'detached' })

    const words = ['op school kan ik alleen dit', 'kan je me horen', 'Ja, ik lees je.', 'ben je er nog']
    expect(await wordsOf(seeker)).toEqual(words)
    expect(await wordsOf(helper)).toEqual(words)
    expect(blocked).toBeGreaterThan(3)
  })
})
