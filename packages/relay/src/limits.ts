/** How much one person, one address and everybody together may take of the relay. */
export type Limits = {
  /** A browser allocates once for each way to the relay and each of its networks, and again when it heals. */
  readonly allocationsPerUsername: number
  /** A school or a hospital may stand behind one address. */
  readonly allocationsPerAddress: number
  readonly allocations: number
  readonly channelsPerAllocation: number
  /** A killed browser leaves its allocation behind; this is how long. */
  readonly lifetimeSeconds: number
  /** Of what one client sends; 3 Mbit/s carries a good picture and sound. One second of it may come at once. */
  readonly bytesPerSecond: number
  /** Of answers without valid credentials per address; each client's first is one. The sender may be forged. */
  readonly strangersPerSecond: number
  /** Of signatures checked per address, right or wrong. Who is counted here has shown by a nonce to be at that address. */
  readonly requestsPerSecond: number
  readonly nonceSeconds: number
  readonly tcpConnections: number
  readonly tcpConnectionsPerAddress: number
  /** How long a connection may stay without an allocation. */
  readonly tcpIdleSeconds: number
  readonly tcpMessageBytes: number
  /** What waits for one slow reader. Media beyond it is dropped: late sound is no sound. */
  readonly tcpBufferBytes: number
}

export const usualLimits: Limits = {
  allocationsPerUsername: 24,
  allocationsPerAddress: 400,
  allocations: 2000,
  channelsPerAllocation: 32,
  lifetimeSeconds: 300,
  bytesPerSecond: 375_000,
  strangersPerSecond: 40,
  requestsPerSecond: 200,
  nonceSeconds: 600,
  tcpConnections: 2000,
  tcpConnectionsPerAddress: 400,
  tcpIdleSeconds: 15,
  tcpMessageBytes: 4096,
  tcpBufferBytes: 256 * 1024,
}
