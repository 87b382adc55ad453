import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { newDesktop, newPhone } from '../browser.ts'
import { goOnDuty, signIn, startTalk, wordsOf, write } from '../people.ts'
import { serverAndBrowser } from '../server-and-browser.ts'

describe('a helper with several conversations', () => {
  const here = serverAndBrowser()

  async function aSeeker(words: string): Promise<Page> {
    const page = await (await newPhone(here.browser)).newPage()
    await startTalk(page, here.server.origin, 'Awel', words)
    return page
  }

  test('keeps them apart: each reads their own, what is half written stays with whom it was for, who waits is told', async () => {
    const helper = await (await newDesktop(here.browser)).newPage()
    await signIn(helper, here.server.origin, 'Mila', 'Awel')
    await goOnDuty(helper)
    const list = helper.getByRole('navigation')
    const first = await aSeeker('over thuis')
    await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
    await write(helper, 'Vertel eens over thuis.')
    await helper.getByRole('textbox').fill('half geschreven')
    const second = await aSeeker('over school')
    await second.getByText('Jij bent de volgende').first().waitFor()
    await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
    await second.getByText('Mila is er voor jou.').first().waitFor()
    await write(helper, 'Vertel eens over school.')
    await second.locator('.bubble', { hasText: 'Vertel eens over school.' }).waitFor()
    await write(first, 'er is veel ruzie')

    await list.getByText('één nieuw').waitFor()
    await list.getByRole('button', { name: 'Iemand' }).first().click()
    await helper.locator('.bubble', { hasText: 'er is veel ruzie' }).waitFor()

    expect(await wordsOf(helper)).toEqual(['over thuis', 'Vertel eens over thuis.', 'er is veel ruzie'])
    expect(await helper.getByRole('textbox').inputValue()).toBe('half geschreven')
    expect(await wordsOf(second)).toEqual(['over school', 'Vertel eens over school.'])

    await first.close()
    await helper.getByText('Je gesprekspartner is even weg.').waitFor()
  })
})
