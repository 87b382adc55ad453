import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { newDesktop, newPhone } from '../browser.ts'
import { goOnDuty, signIn, startTalk, write } from '../people.ts'
import { serverAndBrowser } from '../server-and-browser.ts'

describe('a helper with a passkey', () => {
  const here = serverAndBrowser()

  /** A laptop that can say who holds it, with or without a secret of its own to give (PRF). */
  async function withAuthenticator(page: Page, hasPrf: boolean) {
    const session = await page.context().newCDPSession(page)
    await session.send('WebAuthn.enable')
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' },
        ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, hasPrf },
        automaticPresenceSimulation: true,
      },
    })
  }

  async function addPasskey(page: Page, passphrase: string) {
    await page.getByRole('button', { name: 'Toegangssleutel toevoegen' }).click()
    await page.getByLabel('Wachtzin').fill(passphrase)
    await page.getByRole('button', { name: 'Maak de toegangssleutel' }).click()
  }

  test('adds one, signs in with it alone, and reads the conversations that were there before', async () => {
    const helper = await (await newDesktop(here.browser)).newPage()
    await withAuthenticator(helper, true)
    await signIn(helper, here.server.origin, 'Sam', 'Awel')
    await addPasskey(helper, 'zeven boten in de haven')
    await helper.getByText('Je toegangssleutel is toegevoegd.').waitFor()
    await helper.getByRole('button', { name: 'Sluit' }).click()
    await goOnDuty(helper)
    const seeker = await (await newPhone(here.browser)).newPage()
    await startTalk(seeker, here.server.origin, 'Awel', 'ruzie thuis')
    await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
    await write(seeker, 'het was weer zover')
    await helper.locator('.bubble', { hasText: 'het was weer zover' }).waitFor()

    await helper.getByRole('button', { name: 'Meld je af' }).click()
    await helper.getByRole('button', { name: 'Meld je aan met een toegangssleutel' }).click()

    await helper.getByRole('navigation').getByRole('button', { name: 'Iemand' }).click()
    await helper.locator('.bubble', { hasText: 'het was weer zover' }).waitFor()
    expect(await helper.locator('.bubble', { hasText: 'ruzie thuis' }).count()).toBe(1)
  })

  test('with a wrong passphrase nothing is added, and it is said', async () => {
    const helper = await (await newDesktop(here.browser)).newPage()
    await withAuthenticator(helper, true)
    await signIn(helper, here.server.origin, 'Mila', 'Awel')
    await addPasskey(helper, 'iets anders')

    await helper.getByText('Deze wachtzin klopt niet').waitFor()
  })

  test('on a device that gives no secret, the passphrase stays the way, and it is said', async () => {
    const helper = await (await newDesktop(here.browser)).newPage()
    await withAuthenticator(helper, false)
    await signIn(helper, here.server.origin, 'Joris', 'Awel')
    await addPasskey(helper, 'koffie en een oude krant')

    await helper.getByText('Dit toestel kan je sleutels niet openen').waitFor()
  })
})
