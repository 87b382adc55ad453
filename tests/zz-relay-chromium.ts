import { createServer } from 'node:http'
import { openRelay } from '../packages/relay/src/open-relay.ts'
import { relayCredentials } from '../packages/relay/src/relay-credentials.ts'
import { launchBrowser } from './browser.ts'

const [transport = 'udp', address = '127.0.0.1', seconds = '10', life = '300'] = process.argv.slice(2)
const secret = 'a-secret-of-many-letters'
const relay = await openRelay({
  secret,
  address,
  listen: { host: '127.0.0.1', udp: 0, tcp: 0 },
  limits: { lifetimeSeconds: Number(life), ...(Number(life) < 300 ? { nonceSeconds: 40 } : {}) },
})
const url =
  transport === 'udp' ? `turn:127.0.0.1:${relay.ports.udp}` : `turn:127.0.0.1:${relay.ports.tcp}?transport=tcp`
const http = createServer((_, res) =>
  res.setHeader('content-type', 'text/html').end('<video id=v autoplay muted></video>'),
).listen(0, '127.0.0.1')
await new Promise((r) => http.once('listening', r))
const origin = `http://127.0.0.1:${(http.address() as any).port}`
const browser = await launchBrowser()
const context = await browser.newContext({ permissions: ['camera', 'microphone'] })
const pages = [await context.newPage(), await context.newPage()]
for (const page of pages) await page.goto(origin)
const creds = () => relayCredentials(secret, Date.now(), 30)
const start = async (page: any, isOffer: boolean) =>
  page.evaluate(
    async ({ url, creds, isOffer }: any) => {
      const pc = new RTCPeerConnection({ iceServers: [{ urls: url, ...creds }], iceTransportPolicy: 'relay' })
      ;(window as any).pc = pc
      ;(window as any).cands = []
      pc.onicecandidate = (e) => e.candidate && (window as any).cands.push(e.candidate.candidate)
      ;(window as any).states = []
      pc.onconnectionstatechange = () => (window as any).states.push(pc.connectionState)
      ;(pc as any).onicecandidateerror = (e: any) => (window as any).states.push(`${e.errorCode} ${e.errorText}`)
      pc.ontrack = (e) => {
        ;(document.getElementById('v') as any).srcObject = e.streams[0]
      }
      const stream = await navigator.mediaDevices.getUserMedia({ video: true, audio: true })
      for (const t of stream.getTracks()) pc.addTrack(t, stream)
      if (!isOffer) return ''
      await pc.setLocalDescription(await pc.createOffer())
      await new Promise<void>((r) => {
        if (pc.iceGatheringState === 'complete') r()
        pc.onicegatheringstatechange = () => pc.iceGatheringState === 'complete' && r()
      })
      return pc.localDescription!.sdp
    },
    { url, creds: creds(), isOffer },
  )
const began = Date.now()
const offer = await start(pages[0], true)
await start(pages[1], false)
const answer = await pages[1]!.evaluate(async (offer) => {
  const pc = (window as any).pc
  await pc.setRemoteDescription({ type: 'offer', sdp: offer })
  await pc.setLocalDescription(await pc.createAnswer())
  await new Promise<void>((r) => {
    if (pc.iceGatheringState === 'complete') r()
    pc.onicegatheringstatechange = () => pc.iceGatheringState === 'complete' && r()
  })
  return pc.localDescription.sdp
}, offer)
await pages[0]!.evaluate((sdp) => (window as any).pc.setRemoteDescription({ type: 'answer', sdp }), answer)
console.log('signalled', Date.now() - began)
let last = [0, 0]
for (let i = 0; i < Number(seconds); i += 5) {
  await new Promise((r) => setTimeout(r, 5000))
  const now = await Promise.all(
    pages.map((page) =>
      page.evaluate(async () => {
        const s = [...(await (window as any).pc.getStats()).values()].find(
          (x: any) => x.type === 'inbound-rtp' && x.kind === 'video',
        ) as any
        return s?.framesDecoded ?? -1
      }),
    ),
  )
  console.log(
    i + 5,
    now,
    now.map((n, j) => n - last[j]!),
    (await relay.figures()).allocations,
  )
  last = now
}
for (const page of pages) console.log(await page.evaluate(() => [(window as any).cands, (window as any).states]))
console.log(await relay.figures())
await browser.close()
http.close()
await new Promise((r) => setTimeout(r, 1500))
console.log('after the browser is gone', (await relay.figures()).allocations, (await relay.figures()).tcpConnections)
await relay.close()
