import type { ChildProcess } from 'node:child_process'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser, newDesktop, newPhone } from '../browser.ts'
import { callEachOther, type OwnRelay, openOwnRelay, pictureMoves, serverWith } from '../call.ts'
import { canHaveNamespaces, type Device, doorOn, programOn, SERVER, twoNetworks } from '../network-namespaces.ts'
import type { RunningServer } from '../running-server.ts'

/** Everything this page learns of connections and from its links, as text. */
async function listenIn(page: Page): Promise<() => Promise<string>> {
  const frames: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => frames.push(String(payload)))
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)))
  })
  await page.addInitScript(() => {
    const all: RTCPeerConnection[] = []
    const heard: string[] = []
    Object.assign(window, { listenedIn: { all, heard } })
    const Native = window.RTCPeerConnection
    window.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        all.push(this)
      }
      override addIceCandidate(candidate?: RTCIceCandidateInit | null) {
        heard.push(JSON.stringify(candidate))
        return super.addIceCandidate(candidate)
      }
      override setRemoteDescription(description: RTCSessionDescriptionInit) {
        heard.push(description.sdp ?? '')
        return super.setRemoteDescription(description)
      }
    }
  })
  return async () => {
    const learned = await page.evaluate(async () => {
      const { all, heard } = (window as never as { listenedIn: { all: RTCPeerConnection[]; heard: string[] } })
        .listenedIn
      const stats = await Promise.all(all.map(async (one) => JSON.stringify([...(await one.getStats()).values()])))
      const described = all.flatMap((one) => [one.localDescription?.sdp, one.remoteDescription?.sdp])
      return [...stats, ...described, ...heard].join('\n')
    })
    return [learned, ...frames].join('\n')
  }
}

/** What a client would be that asks for every way and filters nothing. */
async function withoutOurCare(page: Page) {
  await page.route('**/*.js', async (route) => {
    const response = await route.fetch({ url: route.request().url().replace('localhost', SERVER) })
    const body = (await response.text())
      .replaceAll('iceTransportPolicy:`relay`', 'iceTransportPolicy:`all`')
      .replaceAll('/ typ relay(?: |$)/', '/ typ /')
    await route.fulfill({ response, body })
  })
}

describe.skipIf(!canHaveNamespaces)(
  'two people on networks of their own (where this machine lets us have such: Linux, as root)',
  () => {
    let networks: ReturnType<typeof twoNetworks>
    let relay: OwnRelay
    let server: RunningServer
    let doors: readonly ChildProcess[]
    let browsers: readonly Browser[]
    let [seeker, professional]: Page[] = []

    beforeEach(async () => {
      networks = twoNetworks()
      relay = await openOwnRelay({ host: SERVER })
      server = await serverWith([relay], { HOST: SERVER })
      const port = Number(new URL(server.origin).port)
      const [one, other] = networks.devices
      doors = [doorOn(one, port), doorOn(other, port)]
      await Promise.all(doors.map((door) => new Promise((resolve) => door.stdout?.once('data', resolve))))
      const on = (device: Device) => launchBrowser((program) => programOn(device, program))
      browsers = await Promise.all([on(one), on(other)])
      const [phone, desktop] = browsers as [Browser, Browser]
      seeker = await (await newPhone(phone, { serviceWorkers: 'block' })).newPage()
      professional = await (await newDesktop(desktop, { serviceWorkers: 'block' })).newPage()
    })
    afterEach(async () => {
      for (const browser of browsers ?? []) await browser.close()
      for (const door of doors ?? []) door.kill()
      await server?.stop()
      await relay?.relay.close()
      networks?.close()
    })

    /** Who learned whose address, after a call with pictures, and perhaps a lost way and a new one. */
    async function whoLearned({ losesTheWay }: { losesTheWay: boolean }): Promise<readonly string[]> {
      if (!seeker || !professional) throw new Error('There are no pages.')
      const [heardBySeeker, heardByProfessional] = [await listenIn(seeker), await listenIn(professional)]
      await callEachOther({ seeker, professional, close: async () => {} }, server.origin)
      await professional.getByLabel('Camera').check()
      await seeker.getByLabel('Camera').check()
      await pictureMoves(seeker)
      await pictureMoves(professional)
      if (losesTheWay) {
        await relay.relay.cut()
        await pictureMoves(seeker, 60)
        await pictureMoves(professional, 60)
      }
      const [one, other] = networks.devices
      const kept = globSync('**/*', { cwd: server.dataDir })
        .map((name) => join(server.dataDir, name))
        .filter((path) => statSync(path).isFile())
        .map((path) => readFileSync(path, 'latin1'))
        .join('\n')
      const places: readonly (readonly [string, string, readonly Device[]])[] = [
        ['the seeker', await heardBySeeker(), [other]],
        ['the professional', await heardByProfessional(), [one]],
        ['the database', kept, [one, other]],
        ['the log', server.output, [one, other]],
      ]
      expect(places.every(([, text]) => text.length > 100)).toBe(true)
      return places.flatMap(([who, text, devices]) =>
        devices
          .filter(({ address }) => text.includes(address))
          .map(({ name }) => `${who} learned the address of ${name}`),
      )
    }

    test('[Z1] see and hear each other, and the other’s address is nowhere: descriptions, candidates, figures, frames, database, log', async () => {
      expect(await whoLearned({ losesTheWay: true })).toEqual([])
    })

    test('[Z1] the same look notices a client that asks for every way and filters nothing', async () => {
      for (const page of [seeker, professional]) if (page) await withoutOurCare(page)
      expect(await whoLearned({ losesTheWay: false })).toEqual([
        'the seeker learned the address of houvast-b',
        'the professional learned the address of houvast-a',
      ])
    })
  },
)
