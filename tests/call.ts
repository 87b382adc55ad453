/** What the journeys of talks share: two people in a call, through relays of the test's own that can be broken. */

import type { Limits } from '@houvast/relay/limits'
import { openRelay } from '@houvast/relay/open-relay'
import type { Relay } from '@houvast/relay/relay'
import { relayCredentials } from '@houvast/relay/relay-credentials'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newDesktop, newPhone } from './browser.ts'
import { answerQuestions, goOnDuty, signIn } from './people.ts'
import { RunningServer } from './running-server.ts'

const secret = 'a secret of the tests, long enough'

export type OwnRelay = { readonly relay: Relay; readonly urls: readonly string[] }

export async function openOwnRelay(options: { host?: string; limits?: Partial<Limits> } = {}): Promise<OwnRelay> {
  const { host = '127.0.0.1', limits = {} } = options
  const relay = await openRelay({ secret, listen: { host, udp: 0, tcp: 0 }, limits })
  const { udp, tcp } = relay.ports
  return { relay, urls: [`turn:${host}:${udp}?transport=udp`, `turn:${host}:${tcp}?transport=tcp`] }
}

/** What lets into these relays, for so many seconds. */
export const accessFor = (seconds: number) => relayCredentials(secret, Date.now(), seconds)

/** A server whose talks go through these relays and no others. */
export const serverWith = (relays: readonly OwnRelay[], env: NodeJS.ProcessEnv = {}) =>
  RunningServer.start({ RELAY_URLS: relays.map(({ urls }) => urls.join(',')).join(' '), RELAY_SECRET: secret, ...env })

export type Pair = { readonly seeker: Page; readonly professional: Page; close(): Promise<void> }

/** A phone and a desktop, each a browser of its own, in front of a server. */
export async function twoBrowsers(): Promise<Pair> {
  const browsers: Browser[] = await Promise.all([launchBrowser(), launchBrowser()])
  const [phone, desktop] = browsers as [Browser, Browser]
  return {
    seeker: await (await newPhone(phone)).newPage(),
    professional: await (await newDesktop(desktop)).newPage(),
    close: async () => {
      for (const browser of browsers) await browser.close()
    },
  }
}

export async function callEachOther({ seeker, professional }: Pair, origin: string, name = 'Lotte') {
  await signIn(professional, origin, name, 'Praat met een psycholoog')
  await goOnDuty(professional)
  await answerQuestions(seeker, origin)
  await professional.getByRole('button', { name: 'Neem op' }).click()
  await areConnected({ seeker, professional }, name)
}

export async function areConnected({ seeker, professional }: Pick<Pair, 'seeker' | 'professional'>, name = 'Lotte') {
  await seeker.getByText(`Je bent verbonden met ${name}.`).waitFor()
  await professional.getByText(/^Verbonden met/).waitFor()
}

/** Frames of the other side that this page has shown so far. */
export function framesShown(page: Page): Promise<number> {
  return page
    .locator('.call__other')
    .evaluate((video) => (video as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames)
}

/** Resolves when the picture of the other side moves on from here. */
export async function pictureMoves(page: Page, frames = 5): Promise<void> {
  const from = await framesShown(page)
  for (const end = Date.now() + 30_000; (await framesShown(page)) < from + frames; ) {
    if (Date.now() > end) throw new Error(`The picture stands still at ${from} frames.`)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
}
