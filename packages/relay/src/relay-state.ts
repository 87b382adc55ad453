/** What the parts of a running relay share, made from what the operator chose. */
import { isIPv4 } from 'node:net'
import { type AllocationTable, createAllocationTable } from './allocation-table.ts'
import { type Counts, noCounts } from './figures.ts'
import { type Limits, usualLimits } from './limits.ts'
import { createNonces, type Nonces } from './nonces.ts'
import { createPerSecond, type PerSecond } from './per-second.ts'
import type { RelayOptions } from './relay.ts'

export type RelayState = {
  readonly secret: string
  readonly realm: string
  /** What stands in candidates, and the only address that may be a peer. */
  readonly address: string
  readonly limits: Limits
  readonly table: AllocationTable
  readonly nonces: Nonces
  readonly strangers: PerSecond
  readonly requests: PerSecond
  readonly counts: Counts
}

/** RFC 5737: an address that is nobody's. */
const NOBODYS_ADDRESS = '192.0.2.1'
const SECRET_MIN = 16
/** So that the answer to a stranger has an upper bound. */
export const REALM_MAX = 32

export function createRelayState({
  secret,
  realm = 'houvast',
  address = NOBODYS_ADDRESS,
  limits: own,
}: Omit<RelayOptions, 'listen'>): RelayState {
  if (secret.length < SECRET_MIN) throw new Error(`the relay's secret has fewer than ${SECRET_MIN} characters`)
  if (Buffer.byteLength(realm) > REALM_MAX) throw new Error(`the relay's realm is longer than ${REALM_MAX} bytes`)
  if (!isIPv4(address)) throw new Error('the address of the relay is not an IPv4 address')
  const limits = { ...usualLimits, ...own }
  return {
    secret,
    realm,
    address,
    limits,
    table: createAllocationTable(limits),
    nonces: createNonces(limits.nonceSeconds * 1000),
    strangers: createPerSecond(limits.strangersPerSecond),
    requests: createPerSecond(limits.requestsPerSecond),
    counts: noCounts(),
  }
}
