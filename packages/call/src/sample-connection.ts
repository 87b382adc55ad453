/** A connection's figures as the browser counts them; no addresses are looked at. */
import type { Sample } from './quality.ts'

type Counted = { readonly received: number; readonly lost: number }

export function createSampler() {
  let before: Counted | undefined

  return async function sample(connection: RTCPeerConnection, at: number): Promise<Sample | undefined> {
    let received = 0
    let lost = 0
    let lostThere = 0
    let roundTripMs: number | undefined
    let outgoing: number | undefined
    for (const report of (await connection.getStats()).values()) {
      if (report.type === 'inbound-rtp') {
        received += report.packetsReceived ?? 0
        lost += Math.max(0, report.packetsLost ?? 0)
      }
      // What the other side misses of ours; retransmission hides nothing from it.
      if (report.type === 'remote-inbound-rtp') lostThere = Math.max(lostThere, report.fractionLost ?? 0)
      if (report.type === 'candidate-pair' && report.nominated && report.state === 'succeeded') {
        if (report.currentRoundTripTime !== undefined) roundTripMs = report.currentRoundTripTime * 1_000
        outgoing = report.availableOutgoingBitrate
      }
    }
    const since = before ?? { received, lost }
    before = { received, lost }
    const came = received - since.received
    const missed = Math.max(0, lost - since.lost)
    const lostHere = came + missed > 0 ? missed / (came + missed) : 0
    return { at, roundTripMs, outgoing, lost: Math.max(lostHere, lostThere) }
  }
}
