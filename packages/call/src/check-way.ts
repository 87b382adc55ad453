/** Whether a talk can go through this network: over each way to each relay at once, a talk with oneself (Z7). */
import { type Relay, relayedConnection } from './relayed-connection.ts'
import { relayedCandidate } from './relayed-sdp.ts'
import { type WayChecked, wayVerdict } from './way-verdict.ts'

/** `say` is told within three seconds, and again when it turns out better. */
export async function checkWay(relays: readonly Relay[], say: (verdict: WayChecked) => unknown): Promise<void> {
  const tries = relays.flatMap((relay) => relay.urls.map((url) => twice({ ...relay, urls: [url] })))
  try {
    await wayVerdict(tries, say)
  } finally {
    for (const { close } of tries) close()
  }
}

/** Now and then a browser gathers nothing and says nothing; another try beside it settles that. */
const AGAIN_AFTER_MS = 600

function twice(relay: Relay) {
  const tries = [talkToOneself(relay)]
  let stop = () => {}
  const opens = new Promise<boolean>((resolve) => {
    let noes = 0
    const hear = (one: ReturnType<typeof talkToOneself>) =>
      one.opens.then((isOpen) => {
        if (!isOpen) noes++
        if (isOpen || noes === tries.length) settle(isOpen)
      })
    const again = setTimeout(() => {
      const one = talkToOneself(relay)
      tries.push(one)
      void hear(one)
    }, AGAIN_AFTER_MS)
    function settle(isOpen: boolean) {
      clearTimeout(again)
      resolve(isOpen)
    }
    for (const one of tries) void hear(one)
    stop = () => clearTimeout(again)
  })
  return {
    isDirect: isDirect(relay.urls[0] ?? ''),
    opens,
    close() {
      stop()
      for (const one of tries) one.close()
    },
  }
}

/** Two ends on this device, a word from one to the other: the relay is there, lets us in, and carries. */
function talkToOneself(relay: Relay) {
  const [one, other] = [relayedConnection([relay]), relayedConnection([relay])]
  const opens = new Promise<boolean>((resolve) => {
    const no = () => resolve(false)
    one.createDataChannel('check').onopen = () => resolve(true)
    const introduced = introduce(one, other)
    introduced.catch(no)
    pass(one, other, introduced, no)
    pass(other, one, introduced, no)
  })
  const close = () => {
    one.close()
    other.close()
  }
  return { opens, close }
}

const isDirect = (url: string) => url.startsWith('turn:') && !url.endsWith('transport=tcp')

/** Hands on what was found, once the other end can take it; `nothing` when the relay gave no address. */
function pass(from: RTCPeerConnection, to: RTCPeerConnection, introduced: Promise<void>, nothing: () => void) {
  let found = 0
  from.onicecandidate = ({ candidate }) => {
    if (!candidate && found === 0) nothing()
    if (!candidate || !relayedCandidate(candidate.candidate)) return
    found++
    introduced.then(() => to.addIceCandidate(candidate)).catch(() => {})
  }
}

async function introduce(one: RTCPeerConnection, other: RTCPeerConnection) {
  await one.setLocalDescription()
  if (one.localDescription) await other.setRemoteDescription(one.localDescription)
  await other.setLocalDescription()
  if (other.localDescription) await one.setRemoteDescription(other.localDescription)
}
