/** A connection that goes through a relay or not at all (Z1), with its addresses gathered ahead. */
export type Relay = { readonly urls: readonly string[]; readonly username: string; readonly credential: string }

export function relayedConnection(relays: readonly Relay[]): RTCPeerConnection {
  return new RTCPeerConnection({
    iceServers: relays.map(({ urls, username, credential }) => ({ urls: [...urls], username, credential })),
    iceTransportPolicy: 'relay',
    bundlePolicy: 'max-bundle',
    rtcpMuxPolicy: 'require',
    iceCandidatePoolSize: 1,
  })
}
