import { describe, expect, test } from 'vitest'
import { newPhone } from '../browser.ts'
import { serverAndBrowser } from '../server-and-browser.ts'

describe('the crisis page', () => {
  const here = serverAndBrowser()

  test('goes step by step and calls without a line of script', async () => {
    const page = await (await newPhone(here.browser, { javaScriptEnabled: false })).newPage()
    await page.goto(`${here.server.origin}/crisis`)

    expect(await page.getByRole('heading', { name: 'Is iemand nu in gevaar?' }).isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: 'Bel 112' }).getAttribute('href')).toBe('tel:112')
    await page.getByRole('link', { name: 'Nee, nu niet' }).click()
    expect(await page.getByRole('heading', { name: 'Is iemand nu in gevaar?' }).isVisible()).toBe(false)
    expect(await page.locator('a[href="tel:1813"]').first().isVisible()).toBe(true)
  })

  test('opens without a network after one visit to the front page, and so does the front page', async () => {
    const context = await newPhone(here.browser)
    const page = await context.newPage()
    await page.goto(here.server.origin)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.reload()
    await context.setOffline(true)

    await page.goto(`${here.server.origin}/crisis`)
    expect(await page.getByRole('link', { name: 'Bel 112' }).isVisible()).toBe(true)
    await page.goto(`${here.server.origin}/`)
    await page.getByRole('heading', { name: 'Wat heb je nu nodig?' }).waitFor()
    expect(await page.locator('a[href="tel:1813"]').first().isVisible()).toBe(true)
  })
})
