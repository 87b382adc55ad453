import { describe, expect, test } from 'vitest'
import { newDesktop, newPhone } from '../browser.ts'
import { writeInStep } from '../own-toolkit.ts'
import { goOnDuty, signIn, startTalk } from '../people.ts'
import { serverAndBrowser } from '../server-and-browser.ts'

describe('my plan in a conversation with a helper', () => {
  const here = serverAndBrowser()

  test('[K9] the helper asks, the seeker says yes, both write; the helper’s device keeps nothing of it', async () => {
    const { origin } = here.server
    const desk = await newDesktop(here.browser)
    const helper = await desk.newPage()
    await signIn(helper, origin, 'Sam', 'Awel')
    await goOnDuty(helper)
    const phone = await newPhone(here.browser)
    const seeker = await phone.newPage()
    await writeInStep(seeker, origin, 'alone', 'tekenen op mijn kamer')
    await startTalk(seeker, origin, 'Awel', 'ik wil aan mijn plan werken')
    await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
    await seeker.getByText('Sam is er voor jou.').first().waitFor()

    await helper.getByRole('button', { name: 'Vraag om samen aan het veiligheidsplan te werken' }).click()
    await seeker.locator('.bubble', { hasText: 'Zullen we samen' }).waitFor()
    await seeker.getByText('Samen aan mijn plan', { exact: true }).click()
    await seeker.getByText('Sam kan dan je veiligheidsplan lezen').waitFor()
    await seeker.getByRole('button', { name: 'Deel mijn plan in dit gesprek' }).click()
    await seeker.locator('.bubble', { hasText: 'Je deelde je plan' }).waitFor()
    const [mine] = await Promise.all([
      phone.waitForEvent('page'),
      seeker.getByRole('link', { name: 'Open mijn plan' }).click(),
    ])
    const [together] = await Promise.all([
      desk.waitForEvent('page'),
      helper.getByRole('link', { name: 'Open het plan samen' }).click(),
    ])
    await together.getByLabel('Hoe mag je hier heten?').fill('Sam')
    await together.getByRole('button', { name: 'Open het plan' }).click()
    const text = together.getByRole('textbox', { name: 'In jouw woorden' })
    await expect.poll(() => text.first().inputValue()).toBe('tekenen op mijn kamer')
    await text.first().fill('tekenen op mijn kamer, met muziek')
    await expect
      .poll(() => mine.getByRole('textbox', { name: 'In jouw woorden' }).first().inputValue())
      .toBe('tekenen op mijn kamer, met muziek')

    const kept = await together.evaluate(async () => {
      const opening = indexedDB.open('houvast-toolkit')
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result)
      })
      return new Promise<unknown[]>((resolve) => {
        const asked = database.transaction('record').objectStore('record').getAll()
        asked.onsuccess = () => resolve(asked.result)
      })
    })
    expect(JSON.stringify(kept)).not.toContain('tekenen')
    expect(await seeker.locator('.bubble', { hasText: 'Zullen we samen' }).count()).toBe(1)
    await desk.close()
    await phone.close()
  })
})
