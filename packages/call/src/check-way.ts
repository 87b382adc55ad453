/** Whether a talk can go through this network: over each way to each relay at once, a talk with oneself (Z7). */
import { type Relay, relayedConnection } from './relayed-connection.ts'
import { relayedCandidate } from './relayed-sdp.ts'
import { type WayChecked, wayVerdict } from './way-verdict.ts'

/** `say` is told within three seconds, and again when it turns out better. */
export async function checkWay(relays: readonly Relay[], say: (verdict: WayChecked) => unknown): Promise<void> {
  const tries = relays.flatMap((relay) => relay.urls.map((url) => talkToOneself({ ...relay, urls: [url] })))
  try {
    await wayVerdict(tries, say)
  } finally {
    for (const { close } of tries) close()
  }
}

/** Two ends on this device, a word from one to the other: the relay is there, lets us in, and carries. */
function talkToOneself(relay: Relay) {
  const [one, other] = [relayedConnection([relay]), relayedConnection([relay])]
  const opens = new Promise<boolean>((resolve) => {
    const no = () => resolve(false)
    pass(one, other, no)
    pass(other, one, no)
    one.createDataChannel('check').onopen = () => resolve(true)
    introduce(one, other).catch(no)
  })
  const close = () => {
    one.close()
    other.close()
  }
  return { isDirect: isDirect(relay.urls[0] ?? ''), opens, close }
}

const isDirect = (url: string) => url.startsWith('turn:') && !url.endsWith('transport=tcp')

/** Hands on what was found; `nothing` once the relay gave no address. */
function pass(from: RTCPeerConnection, to: RTCPeerConnection, nothing: () => void) {
  let found = 0
  from.onicecandidate = ({ candidate }) => {
    if (!candidate && found === 0) nothing()
    if (!candidate || !relayedCandidate(candidate.candidate)) return
    found++
    void to.addIceCandidate(candidate).catch(() => {})
  }
}

async function introduce(one: RTCPeerConnection, other: RTCPeerConnection) {
  await one.setLocalDescription()
  if (one.localDescription) await other.setRemoteDescription(one.localDescription)
  await other.setLocalDescription()
  if (other.localDescription) await one.setRemoteDescription(other.localDescription)
}
