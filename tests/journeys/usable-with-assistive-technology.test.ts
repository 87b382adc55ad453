import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations } from '../axe.ts'
import { launchBrowser, newDesktop, newPhone } from '../browser.ts'
import { goOnDuty, signIn, startTalk, write } from '../people.ts'
import { RunningServer } from '../running-server.ts'
import { seekerPages } from '../seeker-pages.ts'

const looks = [
  { name: 'on a small phone, light', width: 320, height: 640, colorScheme: 'light' },
  { name: 'on a desktop, dark', width: 1280, height: 800, colorScheme: 'dark' },
] as const

describe.each(looks)('$name', ({ width, height, colorScheme }) => {
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext

  beforeAll(async () => {
    server = await RunningServer.start()
    browser = await launchBrowser()
    context = await newDesktop(browser, { viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const isWiderThanScreen = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

  test.each(seekerPages)('%s has nothing that stands in the way, and does not scroll sideways', async (path) => {
    const page = await context.newPage()
    await page.goto(server.origin + path)
    await page.getByRole('heading', { level: 1 }).waitFor()

    expect(await axeViolations(page)).toEqual([])
    expect(await isWiderThanScreen(page)).toBe(false)
    await page.close()
  })

  test('the check notices a button without a name', async () => {
    const page = await context.newPage()
    await page.goto(server.origin)
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))

    expect((await axeViolations(page)).join()).toContain('button-name')
    await page.close()
  })

  test('nor have the search and the guide, whatever they show', async () => {
    const page = await context.newPage()
    const states: Record<string, readonly string[]> = {}
    const look = async (name: string) => {
      states[name] = [...(await axeViolations(page)), ...((await isWiderThanScreen(page)) ? ['scrolls sideways'] : [])]
    }

    await page.goto(server.origin)
    const box = page.getByRole('textbox', { name: 'Waarover wil je praten?' })
    await box.fill('ik word gepest en ben 13')
    await page.getByRole('heading', { name: 'Awel' }).waitFor()
    await look('suggestions')
    await box.fill('ik wil dood')
    await page.getByRole('region', { name: 'Eerst dit' }).waitFor()
    await look('danger')
    await page.goto(`${server.origin}/gids`)
    await page.getByRole('button', { name: 'Iemand doet mij of een ander pijn' }).click()
    await page.getByRole('region', { name: 'Eerst dit' }).waitFor()
    await look('danger in the guide')
    for (const choice of ['Verder zoeken', 'Voor mezelf', '12 tot en met 17']) {
      await page.getByRole('button', { name: choice }).click()
    }
    await look('themes')
    for (const choice of ['Ouders en thuis', 'Met beeld praten'])
      await page.getByRole('button', { name: choice }).click()
    await page.getByRole('heading', { name: 'Hier kan je terecht' }).waitFor()
    await look('the end of the guide')

    expect(states).toEqual(Object.fromEntries(Object.keys(states).map((name) => [name, []])))
    await page.close()
  })

  test('nor has any state of a conversation, on either side', async () => {
    const helper = await context.newPage()
    const seeker = await (
      await newPhone(browser, { viewport: { width: Math.min(width, 390), height: 844 }, colorScheme })
    ).newPage()
    const states: Record<string, readonly string[]> = {}
    const look = async (name: string, page: Page) => {
      states[name] = [...(await axeViolations(page)), ...((await isWiderThanScreen(page)) ? ['scrolls sideways'] : [])]
    }

    await helper.goto(`${server.origin}/desk/`)
    await helper.getByRole('button', { name: 'Sam van Awel' }).waitFor()
    await look('signing in', helper)
    await signIn(helper, server.origin, 'Sam', 'Awel')
    await look('an empty desk', helper)
    await goOnDuty(helper)
    await startTalk(seeker, server.origin, 'Awel', 'ik word gepest')
    await seeker.getByText('Jij bent de volgende').first().waitFor()
    await look('waiting', seeker)
    await helper.getByText('ik word gepest').waitFor()
    await look('somebody waits', helper)
    await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
    await seeker.getByText('Sam is er voor jou.').first().waitFor()
    await write(helper, 'Vertel maar.')
    await seeker.locator('.bubble', { hasText: 'Vertel maar.' }).waitFor()
    await look('talking', seeker)
    await look('talking, at the desk', helper)
    await seeker.getByRole('button', { name: 'Gesprek stoppen' }).click()
    await look('asked whether to stop', seeker)
    await seeker.getByRole('button', { name: 'Stop het gesprek' }).click()
    await seeker.getByRole('button', { name: 'Wis dit gesprek' }).waitFor()
    await look('ended', seeker)
    await seeker.getByRole('button', { name: 'Wis dit gesprek' }).click()
    await seeker.getByText('Bewijs van wissen').waitFor()
    await look('erased', seeker)
    await helper.getByText('Dit gesprek is gewist').waitFor()
    await look('erased, at the desk', helper)
    await helper.reload()
    await helper.getByRole('button', { name: 'Open mijn gesprekken' }).waitFor()
    await look('coming back', helper)

    expect(states).toEqual(Object.fromEntries(Object.keys(states).map((name) => [name, []])))
  })
})
