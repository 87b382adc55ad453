import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, newDesktop, newPhone } from '../browser.ts'
import { goOnDuty, signIn, startTalk, unlock, wordsOf, write } from '../people.ts'
import { RunningServer } from '../running-server.ts'

describe('a talk, from the first word to the receipt', () => {
  let server: RunningServer
  /** Two browsers, each its own: a phone and a desktop share nothing. */
  let browsers: readonly Browser[] = []
  let seeker: Page
  let helper: Page

  beforeAll(async () => {
    server = await RunningServer.start()
    const [phone, desktop] = await Promise.all([launchBrowser(), launchBrowser()])
    browsers = [phone, desktop]
    seeker = await (await newPhone(phone)).newPage()
    helper = await (await newDesktop(desktop)).newPage()
  })
  afterAll(async () => {
    for (const browser of browsers) await browser.close()
    await server?.stop()
  })

  test('three taps to the waiting room; the helper takes it; words go both ways; reloads and a killed server lose nothing; end; erased', async () => {
    await signIn(helper, server.origin, 'Sam', 'Tele-Onthaal')
    await goOnDuty(helper)
    await startTalk(seeker, server.origin, 'Tele-Onthaal', 'ik slaap slecht')
    await seeker.getByText('Jij bent de volgende').first().waitFor()

    await helper.getByText('ik slaap slecht').waitFor()
    await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
    await seeker.getByText('Sam is er voor jou.').first().waitFor()

    await write(helper, 'Dag, fijn dat je er bent.')
    await seeker.getByText('Dag, fijn dat je er bent.').first().waitFor()
    await write(seeker, 'het is al weken zo')
    await helper.locator('.bubble', { hasText: 'het is al weken zo' }).waitFor()

    await seeker.reload()
    await helper.reload()
    await unlock(helper, 'zeven boten in de haven')
    await helper.getByRole('navigation').getByRole('button', { name: 'Iemand' }).click()
    const before = ['ik slaap slecht', 'Dag, fijn dat je er bent.', 'het is al weken zo']
    await seeker.locator('.bubble', { hasText: 'het is al weken zo' }).waitFor()
    await helper.locator('.bubble', { hasText: 'het is al weken zo' }).waitFor()
    expect(await wordsOf(seeker)).toEqual(before)
    expect(await wordsOf(helper)).toEqual(before)

    // Killed in the middle of a sentence: half of it is typed, one is sent while nobody listens.
    await seeker.getByRole('textbox').fill('en dan lig ik')
    await server.kill('SIGKILL')
    await write(seeker, 'en dan lig ik wakker')
    await seeker.getByText('wordt verzonden').waitFor()
    await write(helper, 'Ik lees mee.')
    await helper.getByText('wordt verzonden').waitFor()
    await server.restart()
    const after = ['en dan lig ik wakker', 'Ik lees mee.']
    await helper.locator('.bubble--other', { hasText: 'en dan lig ik wakker' }).waitFor()
    await seeker.locator('.bubble--other', { hasText: 'Ik lees mee.' }).waitFor()
    await seeker.getByText('wordt verzonden').waitFor({ state: 'detached' })
    const all = await wordsOf(seeker)
    expect(all.slice(0, 3)).toEqual(before)
    expect(all.slice(3).toSorted()).toEqual(after.toSorted())
    expect(await wordsOf(helper)).toEqual(all)

    await seeker.getByRole('button', { name: 'Gesprek stoppen' }).click()
    await seeker.getByRole('button', { name: 'Stop het gesprek' }).click()
    await helper.getByText('Dit gesprek is voorbij.').waitFor()
    await seeker.getByRole('button', { name: 'Wis dit gesprek' }).click()
    await seeker.getByText('Bewijs van wissen').waitFor()
    await helper.getByText('Dit gesprek is gewist').waitFor()
    expect(await wordsOf(helper)).toEqual([])
  })
})
