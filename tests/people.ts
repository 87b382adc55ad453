/** The people of the journeys, and what they do on the screen: by what is written on it, as people do. */
import type { Page } from 'playwright-core'

/** Signs in at the desk as one of the demonstration's people. */
export async function signIn(page: Page, origin: string, name: string, line: string) {
  await page.goto(`${origin}/desk/`)
  await page.getByRole('button', { name: `${name} van ${line}` }).click()
  await page.getByRole('button', { name: 'Meld je aan', exact: true }).click()
  await page.getByRole('button', { name: 'Meld je af' }).waitFor()
}

/** Comes back after a reload: still signed in, keys closed. */
export async function unlock(page: Page, passphrase: string) {
  await page.getByLabel('Wachtzin').fill(passphrase)
  await page.getByRole('button', { name: 'Open mijn gesprekken' }).click()
  await page.getByRole('button', { name: 'Meld je af' }).waitFor()
}

export async function goOnDuty(page: Page) {
  await page.getByRole('button', { name: 'Ga in dienst' }).click()
  await page.getByRole('button', { name: 'Ga uit dienst' }).waitFor()
}

/** Three taps from the front page: the door, the line, the start. */
export async function startTalk(page: Page, origin: string, line: string, intake?: string) {
  await page.goto(origin)
  await page.getByRole('link', { name: /Ik wil met iemand praten/ }).click()
  await page.getByRole('link', { name: `Chat met ${line}` }).click()
  if (intake) await page.getByLabel('Waar wil je over praten?').fill(intake)
  await page.getByRole('button', { name: 'Start het gesprek' }).click()
  await page.getByRole('heading', { name: 'Je staat in de wachtkamer' }).waitFor()
}

export async function write(page: Page, text: string) {
  const box = page.getByRole('textbox').last()
  await box.fill(text)
  await box.press('Enter')
}

/** The words of the conversation on the screen, in order, without names and states. */
export async function wordsOf(page: Page): Promise<string[]> {
  return page.locator('.bubble').evaluateAll((bubbles) =>
    bubbles.map((bubble) =>
      [...bubble.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent)
        .join(''),
    ),
  )
}

/** Six taps: the door, age, feeling, theme, with whom, begin. */
export async function answerQuestions(page: Page, origin: string, gender?: string) {
  await page.goto(origin)
  await page.getByRole('link', { name: /Praat met een psycholoog/ }).click()
  await answerUpToTheLast(page, gender)
  await talkNow(page)
}

/** The questions themselves, up to the last tap. */
export async function answerUpToTheLast(page: Page, gender = 'Maakt niet uit') {
  for (const answer of ['26 tot 59', 'Gespannen of bang', 'Piekeren of angst', gender])
    await page.getByRole('button', { name: answer }).click()
}

export async function talkNow(page: Page) {
  await page.getByRole('button', { name: 'Praat nu' }).click()
  await page.getByRole('heading', { name: 'We zoeken iemand voor jou' }).waitFor()
}
