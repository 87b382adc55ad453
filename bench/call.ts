/**
 * `npm run bench:call`: how soon two people see each other, how soon a lost way is found again, and whether a long talk has
 * gaps while its relay takes back what it gave every minute. Two browsers, all through the relay in this process.
 * `npm run bench:call -- 300` makes the long talk that many seconds long.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { areConnected, openOwnRelay, pictureMoves, serverWith, twoBrowsers } from '../tests/call.ts'
import { answerQuestions, goOnDuty, signIn } from '../tests/people.ts'
import { writeReport } from './report.ts'

type Page = Awaited<ReturnType<typeof twoBrowsers>>['seeker']

const TALKS = 12
const LOSSES = 12
const LIFETIME_SECONDS = 60
const LONG_SECONDS = Number(process.argv[2] ?? 300)
const dist = fileURLToPath(new URL('../apps/seeker/dist/assets/', import.meta.url))

const relay = await openOwnRelay({ limits: { lifetimeSeconds: LIFETIME_SECONDS } })
const server = await serverWith([relay])
const pair = await twoBrowsers()
const { seeker, professional } = pair
await signIn(professional, server.origin, 'Lotte', 'Praat met een psycholoog')
await goOnDuty(professional)

const warm: number[] = []
for (let talk = 0; talk < TALKS; talk++) {
  warm.push(await acceptToFrame())
  if (talk < TALKS - 1) await endTalk()
}
await professional.getByLabel('Getekend gezicht').check()
await pictureMoves(seeker)

const cold: number[] = []
for (let run = 0; run < 5; run++) {
  await seeker.reload()
  const button = seeker.getByRole('button', { name: 'Ga terug naar het gesprek' })
  await button.waitFor()
  await watchFrames(seeker)
  const from = await now(seeker)
  await button.click()
  cold.push((await firstFrameAfter(seeker, from)) - from)
  await areConnected(pair)
}

const recovery: number[] = []
for (let loss = 0; loss < LOSSES; loss++) {
  await pictureMoves(seeker, 30)
  const from = await now(seeker)
  await relay.relay.cut()
  await pictureMoves(seeker, 60)
  recovery.push(await longestGap(seeker, from))
}

const from = await now(seeker)
let allocationsMost = 0
for (let second = 0; second < LONG_SECONDS; second++) {
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  allocationsMost = Math.max(allocationsMost, (await relay.relay.figures()).allocations)
}
const gap = await longestGap(seeker, from)
const killed = Date.now()
await pair.close()
let left = (await relay.relay.figures()).allocations
while (left > 0 && Date.now() - killed < (LIFETIME_SECONDS + 5) * 1_000) {
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  left = (await relay.relay.figures()).allocations
}
await server.stop()
await relay.relay.close()

const sorted = (times: readonly number[]) => [...times].sort((a, b) => a - b)
const at = (times: readonly number[], part: number) => sorted(times)[Math.ceil(times.length * part) - 1] ?? Number.NaN
const ms = (value: number) => `${value.toFixed(0)} ms`
writeReport(`
## A talk with sound and picture

Two Chromiums with made-up cameras and the relay on one machine of two cores; relayed only. ${TALKS} talks, ${LOSSES} losses of all that was allocated, one talk of ${LONG_SECONDS} seconds with allocations of ${LIFETIME_SECONDS} seconds.

| | measured | aim |
| --- | --- | --- |
| yes → first frame of the other, warm: median · p95 | ${ms(at(warm, 0.5))} · ${ms(at(warm, 0.95))} | ≤ 500 ms · ≤ 1,500 ms |
| page loaded again → first frame, all from cold: longest of ${cold.length} | ${ms(at(cold, 1))} | ≤ 3,000 ms |
| all that was allocated lost → picture goes on: median · p95 | ${ms(at(recovery, 0.5))} · ${ms(at(recovery, 0.95))} | p95 ≤ 3,000 ms |
| longest gap in the picture of the long talk | ${ms(gap)} | ≤ 500 ms |
| allocations during it, most · left after its lifetime, browsers killed | ${allocationsMost} · ${left} | · 0 |
| the call itself, gzip | ${(callBytes() / 1024).toFixed(1)} KB | ≤ 40 KB |
`)

/** The person waits with a drawn face on; from the professional's tap until it is seen there. */
async function acceptToFrame(): Promise<number> {
  if (await professional.getByRole('button', { name: 'Ga in dienst' }).isVisible()) await goOnDuty(professional)
  await answerQuestions(seeker, server.origin)
  await seeker.getByLabel('Getekend gezicht').check()
  await seeker.getByText('De verbinding werkt.').waitFor()
  const accept = professional.getByRole('button', { name: 'Neem op' })
  await accept.waitFor()
  await watchFrames(professional)
  const tapped = professional.evaluate(
    () =>
      new Promise<number>((resolve) =>
        document.addEventListener('click', () => resolve(performance.timeOrigin + performance.now()), {
          capture: true,
          once: true,
        }),
      ),
  )
  await accept.click()
  const from = await tapped
  return (await firstFrameAfter(professional, from)) - from
}

async function endTalk() {
  await professional.getByRole('button', { name: 'Rond het gesprek af' }).click()
  await professional.getByRole('button', { name: 'Sluit' }).click()
  await seeker.getByRole('button', { name: 'Wis dit gesprek' }).click()
  await seeker.getByText('Bewijs van wissen').waitFor()
}

/** From here the page notes when each frame of the other side is shown, in milliseconds of the wall's clock. */
function watchFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { frameTimes: times })
    const watch = (video: HTMLVideoElement) => {
      const next = () => {
        times.push(performance.timeOrigin + performance.now())
        video.requestVideoFrameCallback(next)
      }
      video.requestVideoFrameCallback(next)
    }
    const look = () => {
      const video = document.querySelector<HTMLVideoElement>('.call__other')
      if (video) watch(video)
      else requestAnimationFrame(look)
    }
    look()
  })
}

function now(page: Page): Promise<number> {
  return page.evaluate(() => performance.timeOrigin + performance.now())
}

async function firstFrameAfter(page: Page, from: number): Promise<number> {
  const frame = await page.waitForFunction(
    (after) => (window as never as { frameTimes: number[] }).frameTimes.find((time) => time > after),
    from,
    { polling: 10 },
  )
  return (await frame.jsonValue()) ?? Number.NaN
}

function longestGap(page: Page, from: number): Promise<number> {
  return page.evaluate((after) => {
    const times = (window as never as { frameTimes: number[] }).frameTimes.filter((time) => time >= after)
    return times.reduce((most, time, at) => Math.max(most, at > 0 ? time - (times[at - 1] ?? time) : 0), 0)
  }, from)
}

/** The scripts that hold the call: what a phone fetches for a talk with sound and picture beside the page itself. */
function callBytes(): number {
  return readdirSync(dist)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(dist, name)))
    .filter((script) => script.includes('iceTransportPolicy'))
    .reduce((all, script) => all + gzipSync(script, { level: 9 }).length, 0)
}
