/**
 * Nothing in a session description or a candidate may lead to a device (Z1): what is not relayed is taken out, in both
 * directions, and the address behind a relayed one is blanked; Firefox writes it in `raddr` (RFC 8839, section 5.1).
 */

const CANDIDATE = /^(?:a=)?candidate:/
const ADDRESS_IN_LINE = /^c=IN IP[46] .*$/
const ORIGIN_LINE = /^(o=\S+ \S+ \S+ IN IP)[46] \S+$/

export function relayedOnly(sdp: string): string {
  const lines = sdp.split(/\r?\n/).flatMap((line) => {
    if (CANDIDATE.test(line)) return relayedCandidate(line) ?? []
    if (ADDRESS_IN_LINE.test(line)) return 'c=IN IP4 0.0.0.0'
    if (ORIGIN_LINE.test(line)) return line.replace(ORIGIN_LINE, '$14 0.0.0.0')
    // Where feedback would go without multiplexing; never used, and holds an address.
    if (line.startsWith('a=rtcp:')) return 'a=rtcp:9 IN IP4 0.0.0.0'
    return line
  })
  return lines.join('\r\n')
}

/** `undefined`: not relayed, and not to be told or used. An empty candidate says that there are no more. */
export function relayedCandidate(candidate: string): string | undefined {
  if (candidate === '') return ''
  if (!/ typ relay(?: |$)/.test(candidate)) return undefined
  return candidate
    .replace(/ raddr \S+/, ' raddr 0.0.0.0')
    .replace(/ rport \d+/, ' rport 9')
    .replaceAll(/ (?:network-id|network-cost) \S+/g, '')
}

/** The certificates' fingerprints, as both sides see them: what the four words are made of. */
export function fingerprintsIn(sdp: string): string {
  const found = [...sdp.matchAll(/^a=fingerprint:(\S+ \S+)/gm)].map(([, print]) => print?.toLowerCase() ?? '')
  return [...new Set(found)].sort().join(' ')
}
