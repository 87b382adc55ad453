/**
 * `npm run bench:toolkit`: the toolkit on a slow phone without a network: how soon the first step of a crisis can be read, what that
 * needs, and how a full plan and a full box open and scroll. Chromium at a sixth of the speed.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { launchBrowser, newPhone } from '../tests/browser.ts'
import { RunningServer } from '../tests/running-server.ts'
import { writeReport } from './report.ts'

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof newPhone>>['newPage']>>

const SLOWER = 6
const RUNS = 7
const ITEMS = 200
const PHOTOS = 500
const dist = fileURLToPath(new URL('../apps/seeker/dist/', import.meta.url))

const server = await RunningServer.start()
const browser = await launchBrowser()
const phone = await newPhone(browser)
const filling = await phone.newPage()
await filling.goto(`${server.origin}/houvast/box`)
await filling.getByRole('heading', { level: 1 }).waitFor()
await filling.evaluate(() => navigator.serviceWorker.ready)
await fill(filling)
await filling.close()
await phone.setOffline(true)

const scripts = new Set<string>()
const crisis: number[] = []
const plan: number[] = []
const box: number[] = []
for (let run = 0; run < RUNS; run++) {
  crisis.push(await timeUntil('/mijn-crisis', 'h1:has-text("Herken je dit?")', scripts))
  plan.push(await timeUntil('/houvast/plan', '.plan-step__things li'))
  box.push(await timeUntil('/houvast/box', '.media--picture img'))
}
const scrolling = { plan: await framesWhileScrolling('/houvast/plan'), box: await framesWhileScrolling('/houvast/box') }
await browser.close()
await server.stop()

const bytes = [...scripts].reduce((all, path) => all + gzipSync(readFileSync(join(dist, path)), { level: 9 }).length, 0)
const median = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
writeReport(`
## The toolkit on a slow phone, without a network

Chromium at a sixth of the speed, offline, from the service worker; a new page each time, median of ${RUNS}. ${ITEMS} things in the plan,
${PHOTOS} photos in the box.

| | measured | aim |
| --- | --- | --- |
| crisis view, until the first step can be read | ${median(crisis).toFixed(0)} ms | ≤ 500 ms |
| JavaScript it needs, gzip | ${(bytes / 1024).toFixed(1)} KB | ≤ 20 KB |
| plan, until its things stand there | ${median(plan).toFixed(0)} ms | ≤ 1,000 ms |
| box, until the first photo is seen | ${median(box).toFixed(0)} ms | ≤ 1,000 ms |
| scrolling the plan, frames later than 1/30 s | ${scrolling.plan} | none at 60 a second |
| scrolling the box, frames later than 1/30 s | ${scrolling.box} | none at 60 a second |
`)
process.exit()

async function slowPage(): Promise<Page> {
  const page = await phone.newPage()
  const session = await phone.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return page
}

async function timeUntil(path: string, selector: string, scriptsOf?: Set<string>): Promise<number> {
  const page = await slowPage()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (scriptsOf && pathname.endsWith('.js') && !pathname.includes('service-worker')) scriptsOf.add(pathname)
  })
  await page.goto(server.origin + path, { waitUntil: 'commit' })
  const wanted = selector.replace(/:has-text\("(.*)"\)/, '')
  const words = /:has-text\("(.*)"\)/.exec(selector)?.[1] ?? ''
  const time = await page.evaluate(
    ({ wanted, words }) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const found = [...document.querySelectorAll(wanted)].some((one) => one.textContent?.includes(words))
          if (found) requestAnimationFrame(() => resolve(performance.now()))
          else requestAnimationFrame(look)
        }
        look()
      }),
    { wanted, words },
  )
  await page.close()
  return time
}

/** Frames that came later than a thirtieth of a second while the page was moved down, of how many. */
async function framesWhileScrolling(path: string): Promise<string> {
  const page = await phone.newPage()
  await page.goto(server.origin + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const { late, all } = await page.evaluate(
    () =>
      new Promise<{ late: number; all: number }>((resolve) => {
        let last = performance.now()
        let late = 0
        let all = 0
        const step = (now: number) => {
          if (now - last > 1000 / 30) late++
          all++
          last = now
          window.scrollBy(0, 60)
          if (all < 180) requestAnimationFrame(step)
          else resolve({ late, all })
        }
        requestAnimationFrame(step)
      }),
  )
  await page.close()
  return `${late} of ${all}`
}

/** Straight into the databases: filling by hand would take longer than measuring. */
async function fill(page: Page) {
  await page.evaluate(
    async ({ items, photos }) => {
      const open = (name: string) =>
        new Promise<IDBDatabase>((resolve) => {
          const opening = indexedDB.open(name)
          opening.onsuccess = () => resolve(opening.result)
        })
      const put = (database: IDBDatabase, store: string, values: readonly unknown[]) =>
        new Promise<void>((resolve) => {
          const change = database.transaction(store, 'readwrite')
          for (const value of values) change.objectStore(store).put(value)
          change.oncomplete = () => resolve()
        })
      const canvas = document.createElement('canvas')
      canvas.width = 1600
      canvas.height = 1200
      const context = canvas.getContext('2d')
      for (let at = 0; at < 400; at++) {
        if (context) context.fillStyle = `hsl(${at} 60% 50%)`
        context?.fillRect((at * 97) % 1600, (at * 53) % 1200, 90, 90)
      }
      const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/webp', 0.82))
      const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
      const steps = ['signals', 'alone', 'distraction', 'ask-help', 'professionals', 'safer']
      const toolkit = await open('houvast-toolkit')
      await put(
        toolkit,
        'record',
        Array.from({ length: items }, (_, at) => ({
          kind: 'plan-item',
          id: `i${at}`,
          value: { id: `i${at}`, step: steps[at % 6], text: `ding ${at} dat helpt`, place: at },
        })),
      )
      await put(
        toolkit,
        'record',
        Array.from({ length: photos }, (_, at) => ({
          kind: 'box-entry',
          id: `p${at}`,
          value: { id: `p${at}`, type: 'picture', title: `foto ${at}`, text: '', place: at, media: `p${at}` },
        })),
      )
      const media = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('houvast-media', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('media', { keyPath: 'id' })
        opening.onsuccess = () => resolve(opening.result)
      })
      for (let from = 0; from < photos; from += 50)
        await put(
          media,
          'media',
          Array.from({ length: 50 }, (_, at) => ({ id: `p${from + at}`, type: 'image/webp', bytes, isSealed: false })),
        )
    },
    { items: ITEMS, photos: PHOTOS },
  )
}
