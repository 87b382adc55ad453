import { describe, expect, test } from 'vitest'
import { newDesktop, newPhone } from '../browser.ts'
import { goOnDuty, signIn, startTalk } from '../people.ts'
import { serverAndBrowser } from '../server-and-browser.ts'

describe('writing while waiting', () => {
  const here = serverAndBrowser()

  test('goes on in the same box when a helper comes, keys and nothing else: no word and no letter is lost', async () => {
    const helper = await (await newDesktop(here.browser)).newPage()
    await signIn(helper, here.server.origin, 'Mila', 'Tele-Onthaal')
    await goOnDuty(helper)
    const seeker = await (await newPhone(here.browser)).newPage()
    await startTalk(seeker, here.server.origin, 'Tele-Onthaal')
    await seeker.getByLabel('Je mag al verder schrijven').focus()
    await seeker.keyboard.type('ik begon al')

    await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
    await seeker.getByText('Mila is er voor jou.').first().waitFor()
    await seeker.keyboard.type(' te schrijven')
    await seeker.keyboard.press('Enter')

    await helper.locator('.bubble', { hasText: 'ik begon al te schrijven' }).waitFor()
    expect(await seeker.getByLabel('Schrijf wat je kwijt wil').inputValue()).toBe('')
  })
})
