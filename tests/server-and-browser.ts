/** What most journeys begin with: the real server and a real browser, for the tests of one `describe`, gone after it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './browser.ts'
import { RunningServer } from './running-server.ts'

export type Here = { readonly server: RunningServer; readonly browser: Browser }

/** The answer is filled before the first test runs. */
export function serverAndBrowser(): Here {
  const here = {} as { server: RunningServer; browser: Browser }
  beforeAll(async () => {
    here.server = await RunningServer.start()
    here.browser = await launchBrowser()
  })
  afterAll(async () => {
    await here.browser?.close()
    await here.server?.stop()
  })
  return here
}
