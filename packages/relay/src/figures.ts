/** What a relay tells of itself: sums. No address, no name, no time at which somebody did something. */
export type Figures = Readonly<Counts> & {
  readonly allocations: number
  readonly tcpConnections: number
}

export type Counts = {
  /** Since the start. */
  allocated: number
  carriedMessages: number
  carriedBytes: number
  /** No permission, no such peer, or no channel: what a firewall does. */
  droppedUnpermitted: number
  /** More than an allocation may send. */
  droppedOverRate: number
  droppedForSlowReader: number
  answered: number
  refused: number
  /** Too many requests from one address in one second. */
  unanswered: number
  unreadable: number
}

export const noCounts = (): Counts => ({
  allocated: 0,
  carriedMessages: 0,
  carriedBytes: 0,
  droppedUnpermitted: 0,
  droppedOverRate: 0,
  droppedForSlowReader: 0,
  answered: 0,
  refused: 0,
  unanswered: 0,
  unreadable: 0,
})
