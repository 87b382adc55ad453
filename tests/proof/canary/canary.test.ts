/** What people type is nowhere on the server: not in its folder, its database, its log or its memory. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, newDesktop, newPhone } from '../../browser.ts'
import { goOnDuty, signIn, startTalk, write } from '../../people.ts'
import { RunningServer } from '../../running-server.ts'
import { databaseText, filesWith, memoryWith, textWith } from './where-found.ts'

const canaries = {
  intake: 'de kanarie zingt in de vroege ochtend',
  seeker: 'mijn kanarie vloog gisteren het raam uit',
  helper: 'een kanarie komt soms vanzelf terug',
  unsent: 'deze kanarie werd nooit verstuurd',
  passphrase: 'zeven boten in de haven',
}
const RARE_ADDRESS = '127.31.77.93'

describe('what people type', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await RunningServer.start({ DEMO: 'on' })
    browser = await launchBrowser()
    const helper = await (await newDesktop(browser)).newPage()
    const seeker = await (await newPhone(browser)).newPage()
    await signIn(helper, server.origin, 'Sam', 'Tele-Onthaal')
    await goOnDuty(helper)
    await startTalk(seeker, server.origin, 'Tele-Onthaal', canaries.intake)
    await helper.getByText(canaries.intake).waitFor()
    await helper.getByRole('button', { name: 'Neem dit gesprek' }).click()
    await seeker.getByText('Sam is er voor jou.').first().waitFor()
    await write(seeker, canaries.seeker)
    await helper.locator('.bubble', { hasText: canaries.seeker }).waitFor()
    await write(helper, canaries.helper)
    await seeker.locator('.bubble', { hasText: canaries.helper }).waitFor()
    await seeker.getByRole('textbox').fill(canaries.unsent)
    await askFrom(RARE_ADDRESS, server.origin)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('is not in the memory of the running server', () => {
    const { passphrase: _, ...words } = canaries
    const { found, bytes } = memoryWith(server.pid ?? 0, Object.values(words))

    expect(bytes).toBeGreaterThan(50_000_000)
    expect(found).toEqual([])
  })

  test('is not in the data folder, the database or the log, nor is the address that anybody came from', async () => {
    await server.kill('SIGKILL')
    const { passphrase, ...words } = canaries
    const secret = [...Object.values(words), RARE_ADDRESS]

    // The demonstration prints its passphrases for all to read; they must still be nowhere in its data.
    expect(filesWith(server.dataDir, [...secret, passphrase])).toEqual([])
    expect(textWith(server.output, secret)).toEqual([])
    if (server.databaseUrl)
      expect(textWith(await databaseText(server.databaseUrl), [...secret, passphrase])).toEqual([])
  })
})

describe('the search itself', () => {
  const sentence = 'een kanarie in een kooi'
  const utf8 = Buffer.from(sentence)

  test.each<[string, Buffer]>([
    ['plain text', utf8],
    ['UTF-16', Buffer.from(sentence, 'utf16le')],
    ['base64', Buffer.from(utf8.toString('base64'))],
    [
      'base64 of something longer',
      Buffer.from(Buffer.concat([Buffer.from('ab'), utf8, Buffer.from('cd')]).toString('base64')),
    ],
    ['base64url of something longer', Buffer.from(Buffer.concat([Buffer.from('a'), utf8]).toString('base64url'))],
    ['hexadecimal', Buffer.from(utf8.toString('hex'))],
    ['a URL', Buffer.from(encodeURIComponent(sentence))],
    ['gzip', gzipSync(utf8)],
    ['gzip inside a file', Buffer.concat([Buffer.from('head'), gzipSync(utf8)])],
  ])('finds it as %s', (_, form) => {
    const folder = mkdtempSync(join(tmpdir(), 'houvast-canary-'))
    writeFileSync(join(folder, 'file'), Buffer.concat([form]))

    expect(filesWith(folder, [sentence])).toHaveLength(1)
    rmSync(folder, { recursive: true })
  })

  test('finds what a running process has in memory', async () => {
    const keeps = `globalThis.kept = Buffer.from(process.argv[1]); console.log('ready'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['-e', keeps, sentence], { stdio: ['ignore', 'pipe', 'ignore'] })
    await once(child.stdout, 'data')

    expect(memoryWith(child.pid ?? 0, [sentence]).found).toEqual([sentence])
    child.kill('SIGKILL')
  })
})

/** A visit from an address that is nobody else's on this machine. */
function askFrom(localAddress: string, origin: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}/api/seeker/challenge`, {
      ...{ localAddress, method: 'POST', family: 4 },
      headers: { origin, 'content-type': 'application/json', 'x-forwarded-for': localAddress },
    })
    asked.on('response', (response) => {
      response.resume()
      response.on('end', () => resolve())
    })
    asked.on('error', reject)
    asked.end(JSON.stringify({ line: 'tele-onthaal' }))
  })
}
