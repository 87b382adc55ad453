/** The engine and its index, bundled alone, in a real browser that is slowed down to a sixth: size and time for each key stroke. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { launchBrowser } from '../tests/browser.ts'

const SLOWER = 6
const fuller = join(import.meta.dirname, '../packages/directory/generated/fuller.json')

export type OnPhone = {
  readonly bytes: number
  readonly fullerBytes: number
  readonly ready: number
  readonly mean: number
  readonly p95: number
}

export async function measureOnPhone(texts: readonly string[]): Promise<OnPhone> {
  const script = await bundle()
  const browser = await launchBrowser()
  const page = await browser.newPage()
  const throttle = await page.context().newCDPSession(page)
  await throttle.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const times = await page.evaluate(
    async ({ script, texts, fuller }) => {
      const start = performance.now()
      const { suggest, sharpen } = await import(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
      suggest({ text: 'hallo', isTyping: true })
      const ready = performance.now() - start
      // Timed with the fuller weights: they are what a key stroke costs most of the time.
      sharpen(JSON.parse(fuller))
      const strokes: number[] = []
      for (const text of texts)
        for (let typed = 1; typed <= text.length; typed++) {
          const before = performance.now()
          suggest({ text: text.slice(0, typed), isTyping: true })
          strokes.push(performance.now() - before)
        }
      return { ready, strokes: strokes.sort((a, b) => a - b) }
    },
    { script: script.toString(), texts: [...texts], fuller: readFileSync(fuller, 'utf8') },
  )
  await browser.close()
  const at = (part: number) => times.strokes[Math.floor(part * times.strokes.length)] ?? Number.NaN
  const mean = times.strokes.reduce((sum, time) => sum + time, 0) / times.strokes.length
  const fullerBytes = gzipSync(readFileSync(fuller), { level: 9 }).length
  return { bytes: gzipSync(script, { level: 9 }).length, fullerBytes, ready: times.ready, mean, p95: at(0.95) }
}

async function bundle(): Promise<Buffer> {
  const outDir = mkdtempSync(join(tmpdir(), 'houvast-engine-'))
  try {
    const entry = join(import.meta.dirname, '../packages/directory/src/suggest/suggest.ts')
    await build({
      configFile: false,
      logLevel: 'warn',
      build: {
        outDir,
        emptyOutDir: true,
        lib: { entry, formats: ['es'], fileName: () => 'engine.js' },
        minify: true,
        target: 'es2022',
      },
    })
    return readFileSync(join(outDir, 'engine.js'))
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}
