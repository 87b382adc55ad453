/** What a phone downloads before the first composer, and once a conversation starts. In bytes, gzip level 9. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { launchBrowser, newPhone } from '../tests/browser.ts'
import { RunningServer } from '../tests/running-server.ts'

const dist = fileURLToPath(new URL('../apps/seeker/dist/', import.meta.url))

export type Sizes = { readonly front: number; readonly composer: number; readonly conversation: number }

/** Counts the scripts that a real browser asks for on the way, from an empty cache. */
export async function measureSizes(): Promise<Sizes> {
  const server = await RunningServer.start()
  const browser = await launchBrowser()
  const page = await (await newPhone(browser, { serviceWorkers: 'block' })).newPage()
  const scripts = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) scripts.add(pathname)
  })
  const sum = () =>
    [...scripts].reduce((all, path) => all + gzipSync(readFileSync(join(dist, path)), { level: 9 }).length, 0)

  await page.goto(server.origin, { waitUntil: 'networkidle' })
  const front = sum()
  await page.goto(`${server.origin}/praten/tele-onthaal`)
  await page.getByRole('button', { name: 'Start het gesprek' }).waitFor()
  const composer = sum()
  await page.getByRole('button', { name: 'Start het gesprek' }).click()
  await page.getByText('Deze lijn neemt nu geen gesprekken op').waitFor()
  const conversation = sum()
  await browser.close()
  await server.stop()
  return { front, composer, conversation }
}
