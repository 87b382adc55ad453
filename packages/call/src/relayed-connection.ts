/** A connection that goes through a relay or not at all (Z1), with its addresses gathered ahead. */
export type Relay = { readonly urls: readonly string[]; readonly username: string; readonly credential: string }

export const relayedConnection = (relays: readonly Relay[]) => new RTCPeerConnection(configurationOf(relays))

/** What lets into the relays lasts ten minutes: a way that is looked for later needs it anew. */
export function renewRelays(connection: RTCPeerConnection, relays: readonly Relay[]) {
  if (relays.length > 0) connection.setConfiguration(configurationOf(relays))
}

function configurationOf(relays: readonly Relay[]): RTCConfiguration {
  return {
    iceServers: relays.map(({ urls, username, credential }) => ({ urls: [...urls], username, credential })),
    iceTransportPolicy: 'relay',
    bundlePolicy: 'max-bundle',
    rtcpMuxPolicy: 'require',
    iceCandidatePoolSize: 1,
  }
}
