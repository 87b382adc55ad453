/**
 * Whether sound and picture can go through this network: each way to each relay at once, with a clock of our own,
 * because a port that is shut never answers (a browser waits far longer than a person).
 */
import { type Relay, relayedConnection } from '@houvast/call/relayed-connection'

export type WayChecked = 'ok' | 'slow' | 'none'

const WITHIN_MS = 2_500

export async function checkWay(relays: readonly Relay[]): Promise<WayChecked> {
  const ways = relays.flatMap((relay) => relay.urls.map((url) => ({ ...relay, urls: [url] })))
  const found = await Promise.all(ways.map(async (way) => ({ way, isOpen: await reaches(way) })))
  const open = found.filter(({ isOpen }) => isOpen).map(({ way }) => way.urls[0] ?? '')
  if (open.length === 0) return 'none'
  return open.some((url) => url.startsWith('turn:') && !url.endsWith('transport=tcp')) ? 'ok' : 'slow'
}

/** A relayed address was got: the relay is there, lets us in, and answers. */
function reaches(relay: Relay): Promise<boolean> {
  const connection = relayedConnection([relay])
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), WITHIN_MS)
    connection.onicecandidate = ({ candidate }) => {
      if (!candidate) return
      clearTimeout(timer)
      resolve(true)
    }
    connection.createDataChannel('check')
    connection.setLocalDescription().catch(() => resolve(false))
  }).finally(() => connection.close())
}
