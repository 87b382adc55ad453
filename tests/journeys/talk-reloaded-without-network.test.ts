import { describe, expect, test } from 'vitest'
import { newDesktop, newPhone } from '../browser.ts'
import { goOnDuty, signIn, startTalk } from '../people.ts'
import { serverAndBrowser } from '../server-and-browser.ts'

describe('a talk that is reloaded without a network', () => {
  const here = serverAndBrowser()

  test('does not say that one waits; it looks, keeps the numbers in sight, and goes on when the network is back', async () => {
    const helper = await (await newDesktop(here.browser)).newPage()
    await signIn(helper, here.server.origin, 'Sam', 'Awel')
    await goOnDuty(helper)
    const phone = await newPhone(here.browser)
    const seeker = await phone.newPage()
    await startTalk(seeker, here.server.origin, 'Awel', 'ik ben bang')
    await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
    await seeker.getByText('Sam is er voor jou.').first().waitFor()
    await seeker.evaluate(() => navigator.serviceWorker.ready)

    await phone.setOffline(true)
    await seeker.reload()
    await seeker.getByText('De verbinding is even weg.').waitFor()

    expect(await seeker.getByText('Even kijken').isVisible()).toBe(true)
    expect(await seeker.getByText('wachtkamer').count()).toBe(0)
    expect(await seeker.getByRole('textbox').count()).toBe(0)
    expect(await seeker.locator('a[href="tel:1813"]').first().isVisible()).toBe(true)
    await phone.setOffline(false)
    await seeker.locator('.bubble', { hasText: 'ik ben bang' }).waitFor()
  })
})
