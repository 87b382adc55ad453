/**
 * A browser for the journeys and the screenshots, without anything to install: `$CHROMIUM_PATH`, else the machine's
 * own Chromium, else the one inside the npm package `@sparticuz/chromium`, unpacked once into the temporary folder.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

const MACHINES_OWN = '/usr/bin/chromium'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'nl-BE',
  timezoneId: 'Europe/Brussels',
} as const

/** `as` makes another program of the browser's, which starts it somewhere else. */
export async function launchBrowser(as: (program: string) => string = (program) => program): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({ executablePath: as(executablePath), env: { ...process.env, ...env }, args })
}

/** A phone held upright, in Flanders. */
export function newPhone(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ ...phone, ...options })
}

/** A phone that keeps what it kept when its browser is started again. */
export async function startKeptPhone(folder: string): Promise<BrowserContext> {
  const { executablePath, env } = await findChromium()
  return chromium.launchPersistentContext(folder, { executablePath, env: { ...process.env, ...env }, args, ...phone })
}

/** All processes of the browser that keeps its things in `folder`, at once, as a battery that is empty would. Linux only. */
export function killKeptPhone(folder: string): void {
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      if (readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(folder)) process.kill(Number(name), 'SIGKILL')
    } catch {
      // Gone meanwhile.
    }
  }
}

export function newDesktop(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
    ...options,
  })
}

type Found = { executablePath: string; env: Record<string, string> }

async function findChromium(): Promise<Found> {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return { executablePath: chosen, env: {} }
  if (existsSync(MACHINES_OWN)) return { executablePath: MACHINES_OWN, env: {} }
  const folder = await unpackOnce()
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
      HOME: process.env.HOME ?? folder,
    },
  }
}

async function unpackOnce(): Promise<string> {
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  // Of this person only: what another one unpacked may not be theirs to run.
  const folder = join(tmpdir(), `houvast-chromium-${version}-${userInfo().uid}`)
  if (existsSync(folder)) return folder

  // Unpacked beside its place and then renamed, so that a second process never starts half a browser.
  const fresh = await mkdtemp(`${folder}-`)
  const usual = process.env.TMPDIR
  process.env.TMPDIR = fresh
  try {
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(archives.map((name) => inflate(join(packageFolder, 'bin', name))))
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
  }
  await writeFile(join(fresh, 'fonts/fonts.conf'), fontsIn(join(folder, 'fonts')))
  await rename(fresh, folder).catch(async (cause: unknown) => {
    if (!existsSync(folder)) throw cause
    await rm(fresh, { recursive: true, force: true })
  })
  return folder
}

/** The package's own font list names folders of a cloud machine; without one that exists no letter is drawn. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`
}
