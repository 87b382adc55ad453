import { describe, expect, test } from 'vitest'
import { axeViolations } from '../axe.ts'
import { newPhone } from '../browser.ts'
import { serverAndBrowser } from '../server-and-browser.ts'

describe('a browser without the ciphers a talk is sealed with', () => {
  const here = serverAndBrowser()

  test('says so before a word is written, offers no box, and keeps the numbers in sight', async () => {
    const context = await newPhone(here.browser)
    await context.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException('', 'NotSupportedError'))
      Object.defineProperty(crypto.subtle, 'generateKey', { value: refuse })
    })
    const page = await context.newPage()
    await page.goto(`${here.server.origin}/praten/awel`)

    await page.getByText('Deze browser is te oud').waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
    expect(await page.getByRole('link', { name: /1813/ }).first().isVisible()).toBe(true)
    expect(await axeViolations(page)).toEqual([])
  })
})
