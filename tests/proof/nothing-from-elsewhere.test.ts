/** 0 requests to anybody else and 0 cookies, over every page of the seeker app and through a whole conversation. */
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { newDesktop, newPhone } from '../browser.ts'
import { goOnDuty, signIn, startTalk, write } from '../people.ts'
import { seekerPages } from '../seeker-pages.ts'
import { serverAndBrowser } from '../server-and-browser.ts'

describe('a seeker’s browser', () => {
  const here = serverAndBrowser()

  /** All hosts that were asked for anything, by page or by socket. */
  function listen(context: BrowserContext): Set<string> {
    const hosts = new Set<string>()
    context.on('request', (request) => hosts.add(new URL(request.url()).host))
    context.on('page', (page) => page.on('websocket', (socket) => hosts.add(new URL(socket.url()).host)))
    return hosts
  }

  test('asks nobody but this site, and keeps no cookie, on any page', async () => {
    const context = await newPhone(here.browser)
    const hosts = listen(context)
    const page = await context.newPage()
    const problems: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    page.on('pageerror', (error) => problems.push(error.message))

    for (const path of seekerPages) {
      await page.goto(here.server.origin + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
    }

    expect([...hosts]).toEqual([new URL(here.server.origin).host])
    expect(await context.cookies()).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  })

  test('keeps no cookie and asks nobody else through a whole conversation', async () => {
    const helper = await (await newDesktop(here.browser)).newPage()
    await signIn(helper, here.server.origin, 'Mila', 'Awel')
    await goOnDuty(helper)
    const context = await newPhone(here.browser)
    const hosts = listen(context)
    const seeker = await context.newPage()
    await startTalk(seeker, here.server.origin, 'Awel', 'hallo')
    await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
    await write(seeker, 'ben je daar')
    await helper.locator('.bubble', { hasText: 'ben je daar' }).waitFor()

    expect([...hosts]).toEqual([new URL(here.server.origin).host])
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  test('the check notices a page that asks somebody else, and one that keeps a cookie', async () => {
    const context = await newPhone(here.browser)
    const hosts = listen(context)
    const page = await context.newPage()
    await page.route('http://elsewhere.test/**', (route) => route.fulfill({ body: '' }))
    await page.goto(`${here.server.origin}/`)
    await addImageFrom(page, 'http://elsewhere.test/pixel.gif')
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: the fault that the check must see
      document.cookie = 'seen=1'
    })

    expect([...hosts]).toContain('elsewhere.test')
    // The browser writes a cookie down a moment after the page has set it.
    await expect.poll(() => context.cookies()).not.toEqual([])
    await context.close()
  })
})

/** As a careless embed would. The page's own policy is what stops it; the request is looked at before that. */
async function addImageFrom(page: Page, url: string) {
  const context = page.context()
  const asked = context.waitForEvent('request', (request) => request.url() === url)
  const other = await context.newPage()
  await other.route('http://elsewhere.test/**', (route) => route.fulfill({ body: '' }))
  await other.goto(url).catch(() => {})
  await asked
  await other.close()
}
