/**
 * The pictures of the README, from the running product: one conversation, seen from both sides, light and dark.
 * `npm run screenshots` writes docs/images.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

type Page = import('playwright-core').Page

import { launchBrowser, newDesktop, newPhone } from '../tests/browser.ts'
import { areConnected, pictureMoves } from '../tests/call.ts'
import { addBackUp, open, writeInStep } from '../tests/own-toolkit.ts'
import { answerQuestions, goOnDuty, signIn, startTalk, write } from '../tests/people.ts'
import { RunningServer } from '../tests/running-server.ts'

const folder = join(import.meta.dirname, '../docs/images')
mkdirSync(folder, { recursive: true })

const server = await RunningServer.start()
const browser = await launchBrowser()

for (const colorScheme of ['light', 'dark'] as const) {
  const line = colorScheme === 'light' ? 'Tele-Onthaal' : 'Awel'
  const helper = await (await newDesktop(browser, { colorScheme })).newPage()
  const seeker = await (await newPhone(browser, { colorScheme })).newPage()
  const shot = (page: typeof seeker, name: string) =>
    page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' })

  await helper.goto(`${server.origin}/desk/`, { waitUntil: 'networkidle' })
  await helper.reload()
  await helper.getByRole('button', { name: `Sam van ${line}` }).waitFor()
  await shot(helper, 'desk-sign-in')
  await signIn(helper, server.origin, 'Sam', line)
  await goOnDuty(helper)
  await seeker.goto(server.origin)
  await shot(seeker, 'front')
  await seeker
    .getByRole('textbox', { name: 'Waarover wil je praten?' })
    .fill('k pieker elke nacht en kan er met niemand over praten')
  await seeker.getByRole('heading', { name: 'Hier kan je terecht' }).scrollIntoViewIfNeeded()
  await seeker.locator('.search').evaluate((search) => search.scrollIntoView({ block: 'start' }))
  await shot(seeker, 'search')
  await seeker.goto(`${server.origin}/hulplijnen`)
  await seeker.getByRole('link', { name: `Chat met ${line}` }).waitFor()
  await shot(seeker, 'lines')
  await seeker.goto(`${server.origin}/praten/${line.toLowerCase()}`)
  await seeker.getByRole('button', { name: 'Start het gesprek' }).waitFor()
  await shot(seeker, 'intake')
  await startTalk(seeker, server.origin, line, 'Ik slaap al weken slecht en pieker veel.')
  await seeker.getByText('Jij bent de volgende').first().waitFor()
  await shot(seeker, 'waiting')
  await helper.getByText('Ik slaap al weken slecht').waitFor()
  await shot(helper, 'desk-waiting')
  await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
  await seeker.getByText('Sam is er voor jou.').first().waitFor()
  await write(helper, 'Dag, fijn dat je er bent. Weken slecht slapen, dat is zwaar. Wil je er iets over vertellen?')
  await seeker.locator('.bubble', { hasText: 'fijn dat je er bent' }).waitFor()
  await write(seeker, 'Het begon toen ik van werk veranderde.')
  await helper.locator('.bubble', { hasText: 'van werk veranderde' }).waitFor()
  await write(helper, 'Wat gaat er door je hoofd als je wakker ligt?')
  await seeker.locator('.bubble', { hasText: 'door je hoofd' }).waitFor()
  await helper.getByText('gelezen').waitFor()
  await shot(seeker, 'talk')
  await shot(helper, 'desk-talk')
  await seeker.getByRole('button', { name: 'Gesprek stoppen' }).click()
  await shot(seeker, 'end')
  await seeker.getByRole('button', { name: 'Stop het gesprek' }).click()
  await seeker.getByRole('button', { name: 'Wis dit gesprek' }).click()
  await seeker.getByText('Bewijs van wissen').waitFor()
  await shot(seeker, 'erased')
  await seeker.goto(`${server.origin}/psycholoog`)
  await seeker.getByRole('button', { name: '26 tot 59' }).waitFor()
  await shot(seeker, 'psychologist')
  const psychologist = colorScheme === 'light' ? 'Lotte' : 'Karim'
  const professional = await (await newDesktop(browser, { colorScheme })).newPage()
  // Once before, so that the letters are there the second time.
  await professional.goto(`${server.origin}/desk/`, { waitUntil: 'networkidle' })
  await signIn(professional, server.origin, psychologist, 'Praat met een psycholoog')
  await goOnDuty(professional)
  await answerQuestions(seeker, server.origin)
  await seeker.getByText('De verbinding werkt.').waitFor()
  await shot(seeker, 'ring')
  await professional.getByRole('button', { name: 'Neem op' }).waitFor()
  await shot(professional, 'desk-ring')
  await professional.getByRole('button', { name: 'Neem op' }).click()
  await areConnected({ seeker, professional }, psychologist)
  for (const page of [seeker, professional]) await page.getByLabel('Getekend gezicht').check()
  for (const page of [seeker, professional]) await pictureMoves(page)
  await write(professional, 'Neem je tijd. Je mag praten of typen, wat het best gaat.')
  await seeker.locator('.bubble', { hasText: 'Neem je tijd' }).waitFor()
  await shot(seeker, 'call')
  await shot(professional, 'desk-call')
  await professional.getByRole('button', { name: 'Rond het gesprek af' }).click()
  await professional.getByRole('button', { name: 'Ga uit dienst' }).click()
  await seeker.getByRole('button', { name: 'Wis dit gesprek' }).click()
  await seeker.getByText('Bewijs van wissen').waitFor()
  await seeker.goto(`${server.origin}/crisis`)
  await shot(seeker, 'crisis')
  await makeToolkit(seeker, server.origin, shot)
  await seeker.goto(`${server.origin}/privacy`)
  await shot(seeker, 'privacy')
  await helper.context().close()
  await seeker.context().close()
}

async function makeToolkit(page: Page, origin: string, shot: (page: Page, name: string) => Promise<unknown>) {
  await writeInStep(page, origin, 'signals', 'Ik antwoord niemand meer')
  await writeInStep(page, origin, 'signals', 'Ik lig wakker en pieker')
  await writeInStep(page, origin, 'alone', 'Met Blackie naar het bos')
  await writeInStep(page, origin, 'alone', 'Douchen en thee zetten')
  await shot(page, 'step')
  await addBackUp(page, origin, 'An', '0470 12 34 56')
  await shot(page, 'backups')
  await open(page, `${origin}/houvast`)
  await shot(page, 'toolkit')
  await open(page, `${origin}/houvast/plan`)
  await shot(page, 'plan')
  await open(page, `${origin}/houvast/kaarten`)
  await page.getByRole('button', { name: 'Rustig worden' }).click()
  await page.locator('.cards').scrollIntoViewIfNeeded()
  await shot(page, 'cards')
  await page.goto(`${origin}/mijn-crisis`)
  await page.getByRole('heading', { name: 'Herken je dit?' }).waitFor()
  await shot(page, 'crisis-plan')
}

await browser.close()
await server.stop()
