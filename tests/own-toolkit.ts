/** What people do in their own toolkit, by what is written on the screen. */
import type { Page } from 'playwright-core'

/** Opens a page of the app and waits for its heading. */
export async function open(page: Page, address: string) {
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** All that was typed is on the disk. */
export async function isKept(page: Page) {
  await page.getByText('Bewaard op dit toestel').waitFor()
}

export async function writeInStep(page: Page, origin: string, step: string, text: string) {
  await open(page, `${origin}/houvast/plan/${step}`)
  await page.getByRole('button', { name: /^(?:Schrijf iets op|Nog iets)$/ }).click()
  await page.getByRole('textbox', { name: 'In jouw woorden' }).last().fill(text)
  await isKept(page)
}

export async function addBackUp(page: Page, origin: string, name: string, phone: string) {
  await open(page, `${origin}/houvast/backups`)
  await page.getByRole('button', { name: 'Zet iemand erbij' }).click()
  await page.getByLabel('Naam').last().fill(name)
  await page.getByLabel('Telefoonnummer').last().fill(phone)
  await isKept(page)
}

/** Makes the twelve words and writes them down. */
export async function makeWords(page: Page, origin: string): Promise<string> {
  await open(page, `${origin}/houvast/bewaren`)
  await page.getByRole('button', { name: 'Maak mijn twaalf woorden' }).click()
  const words = await page.locator('.own-words li').allInnerTexts()
  await page.getByRole('button', { name: 'Ik heb ze opgeschreven' }).click()
  await page.getByText('Je hebt twaalf woorden gemaakt.').waitFor()
  return words.join(' ')
}
