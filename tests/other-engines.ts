/**
 * Firefox and WebKit, where this machine has them (Debian's firefox-esr; webkit2gtk-driver and xvfb), spoken to in their own standard ways:
 * WebDriver BiDi and W3C WebDriver. Both are reduced to what the journeys need: go somewhere, and run a script in the page.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'

export type OtherPage = {
  go(address: string): Promise<void>
  /** Runs the body of a function in the page and answers what it returns, if that is a text, number or yes and no. */
  run(script: string): Promise<unknown>
  close(): Promise<void>
}

export type Engine = { readonly name: string; readonly isHere: boolean; start(): Promise<OtherPage> }

/** What a person does on such a page, each tried again until it goes, for twenty seconds. */
export function handsOn(page: () => OtherPage) {
  const until = async (script: string) => {
    for (const end = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      if (
        (await page()
          .run(script)
          .catch(() => false)) === true
      )
        return
      if (Date.now() > end) throw new Error(`It never came to: ${script}`)
    }
  }
  const named = (kind: string, words: string) =>
    `((all) => all.find((one) => one.innerText.trim() === ${JSON.stringify(words)}) ??
      all.find((one) => one.innerText.trim().startsWith(${JSON.stringify(words)})))([...document.querySelectorAll('${kind}')])`
  const tap = (kind: string) => (words: string) =>
    until(`const found = ${named(kind, words)}; found?.click(); return found !== undefined`)
  return {
    until,
    sees: (words: string) => until(`return document.body.innerText.includes(${JSON.stringify(words)})`),
    press: tap('button'),
    check: tap('label'),
    type: (selector: string, words: string) =>
      until(`
        const field = document.querySelector(${JSON.stringify(selector)})
        if (!field) return false
        field.value = ${JSON.stringify(words)}
        field.dispatchEvent(new Event('input', { bubbles: true }))
        return true`),
  }
}

const FIREFOX = '/usr/bin/firefox-esr'
const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver'
const miniBrowser = () => globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')[0]

export const otherEngines: readonly Engine[] = [
  { name: 'Firefox', isHere: existsSync(FIREFOX), start: startFirefox },
  {
    name: 'WebKit',
    isHere: existsSync(WEBKIT_DRIVER) && existsSync('/usr/bin/Xvfb') && miniBrowser() !== undefined,
    start: startWebKit,
  },
]

/** A made-up camera and microphone, allowed; and connections within one machine, which talks of tests are. */
const firefoxSettings = [
  ['media.navigator.streams.fake', true],
  ['media.navigator.permission.disabled', true],
  ['media.peerconnection.ice.loopback', true],
  ['media.autoplay.default', 0],
]
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${value});`)
  .join('\n')

async function startFirefox(): Promise<OtherPage> {
  const profile = mkdtempSync(join(tmpdir(), 'houvast-firefox-'))
  const port = await freePort()
  writeFileSync(join(profile, 'user.js'), firefoxSettings)
  const firefox = spawn(FIREFOX, ['--headless', '--profile', profile, `--remote-debugging-port=${port}`], {
    env: { ...process.env, HOME: profile },
  })
  const address = await heard(firefox, /WebDriver BiDi listening on (ws:\S+)/)
  const socket = new WebSocket(`${address}/session`)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  let count = 0
  const ask = (method: string, params: object) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const id = ++count
      socket.on('message', function hear(data) {
        const answer = JSON.parse(String(data))
        if (answer.id !== id) return
        socket.off('message', hear)
        if (answer.type === 'error') reject(new Error(answer.message))
        else resolve(answer.result)
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
  await ask('session.new', { capabilities: {} })
  const { contexts } = (await ask('browsingContext.getTree', {})) as { contexts: { context: string }[] }
  const context = contexts[0]?.context
  return {
    go: async (url) => void (await ask('browsingContext.navigate', { context, url, wait: 'complete' })),
    async run(script) {
      const asked = { expression: `(() => { ${script} })()`, target: { context }, awaitPromise: true }
      const { result } = (await ask('script.evaluate', asked)) as { result?: { value?: unknown } }
      return result?.value
    },
    async close() {
      socket.close()
      await killed(firefox)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function startWebKit(): Promise<OtherPage> {
  const display = spawn('/usr/bin/Xvfb', ['-displayfd', '1', '-nolisten', 'tcp'])
  const number = await heard(display, /(\d+)\n/)
  const port = await freePort()
  const env = { ...process.env, DISPLAY: `:${number}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }
  const driver = spawn(WEBKIT_DRIVER, [`--port=${port}`], { env })
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const { value } = (await response.json()) as { value: { error?: string; message?: string; sessionId?: string } }
    if (value?.error) throw new Error(value.message)
    return value
  }
  const options = { binary: miniBrowser(), args: ['--automation'] }
  const begin = () => ask('POST', '', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } })
  const session = (await whenAnswered(begin)).sessionId
  return {
    go: async (url) => void (await ask('POST', `/${session}/url`, { url })),
    run: (script) => ask('POST', `/${session}/execute/sync`, { script, args: [] }),
    async close() {
      await ask('DELETE', `/${session}`).catch(() => undefined)
      await killed(driver)
      await killed(display)
    },
  }
}

/** What a program prints when it is ready. */
function heard(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (text: Buffer) => {
      said += text
      const [, found] = ready.exec(said) ?? []
      if (found) resolve(found)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(`it ended before it was ready: ${said}`)))
  })
}

/** A driver says nothing when it listens: it is asked until it answers, for ten seconds. */
async function whenAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 10_000; ; ) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof TypeError) || Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function killed(child: ChildProcess): Promise<unknown> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  return child.exitCode === null ? gone : Promise.resolve()
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
