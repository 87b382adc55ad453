/**
 * Whether a talk can go through this network: over each way to each relay at once, a talk with oneself. With a clock of
 * our own, because a port that is shut never answers and a browser waits far longer than a person (Z7).
 */
import { type Relay, relayedConnection } from './relayed-connection.ts'
import { relayedCandidate } from './relayed-sdp.ts'

/** `slow`: only through ways that are made for something else; sound goes best. */
export type WayChecked = 'ok' | 'slow' | 'none'

const WITHIN_MS = 2_500

export async function checkWay(relays: readonly Relay[]): Promise<WayChecked> {
  const ways = relays.flatMap((relay) => relay.urls.map((url) => ({ ...relay, urls: [url] })))
  const open = await Promise.all(ways.map(async (way) => ((await carries(way)) ? way.urls[0] : undefined)))
  const found = open.filter((url) => url !== undefined)
  if (found.length === 0) return 'none'
  return found.some((url) => url.startsWith('turn:') && !url.endsWith('transport=tcp')) ? 'ok' : 'slow'
}

/** Two ends on this device, a word from one to the other: the relay is there, lets us in, and carries. */
async function carries(relay: Relay): Promise<boolean> {
  const [one, other] = [relayedConnection([relay]), relayedConnection([relay])]
  pass(one, other)
  pass(other, one)
  try {
    return await new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), WITHIN_MS)
      const channel = one.createDataChannel('check')
      channel.onopen = () => resolve(true)
      introduce(one, other).catch(() => resolve(false))
    })
  } finally {
    one.close()
    other.close()
  }
}

function pass(from: RTCPeerConnection, to: RTCPeerConnection) {
  from.onicecandidate = ({ candidate }) => {
    if (candidate && relayedCandidate(candidate.candidate)) void to.addIceCandidate(candidate).catch(() => {})
  }
}

async function introduce(one: RTCPeerConnection, other: RTCPeerConnection) {
  await one.setLocalDescription()
  if (one.localDescription) await other.setRemoteDescription(one.localDescription)
  await other.setLocalDescription()
  if (other.localDescription) await one.setRemoteDescription(other.localDescription)
}
