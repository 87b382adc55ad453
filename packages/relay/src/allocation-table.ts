/**
 * The allocations, in memory only. Pure but for its own maps: the caller says what time it is.
 *
 * Relayed transport addresses are virtual. Both sides of a talk come through this relay and it permits no other peer, so
 * a relayed port is a number in this table and never a socket: nothing can be sent from here to any third machine.
 */
import { type Allowance, createAllowance } from './allowance.ts'
import type { Client } from './client.ts'
import type { Limits } from './limits.ts'
import { household } from './transport-address.ts'

export type Channel = { readonly number: number; readonly peerPort: number; expiresAt: number }

export type Allocation = {
  readonly client: Client
  readonly username: string
  readonly key: Buffer
  /** The virtual port: what stands in the candidate. */
  readonly port: number
  /** A repeated Allocate gets the same answer again. */
  readonly madeBy: Buffer
  readonly allowance: Allowance
  readonly channels: Map<number, Channel>
  readonly channelsByPeer: Map<number, Channel>
  expiresAt: number
  /** Permissions are for an address, and the only one there can be is the relay's own: so it is one instant. */
  permittedUntil: number
}

export type AllocationToMake = Pick<Allocation, 'client' | 'username' | 'key' | 'madeBy'> & {
  readonly lifetimeMs: number
  readonly evenPort: boolean
}

export type ChannelRefusal = 'taken' | 'too-many'

export type AllocationTable = ReturnType<typeof createAllocationTable>

const FIRST_PORT = 49_152
const PORTS = 65_536 - FIRST_PORT
export const PERMISSION_MS = 300_000
export const CHANNEL_MS = 600_000

export function createAllocationTable(limits: Limits, random: () => number = Math.random) {
  const byClient = new Map<string, Allocation>()
  const byPort = new Map<number, Allocation>()
  const perUsername = createTally()
  const perAddress = createTally()

  function freePort(even: boolean): number {
    for (;;) {
      const port = FIRST_PORT + Math.floor(random() * PORTS)
      const chosen = even ? port & ~1 : port
      if (!byPort.has(chosen)) return chosen
    }
  }

  function end(allocation: Allocation): void {
    if (byPort.get(allocation.port) !== allocation) return
    byPort.delete(allocation.port)
    byClient.delete(allocation.client.key)
    perUsername.less(allocation.username)
    perAddress.less(household(allocation.client.address))
  }

  function living(allocation: Allocation | undefined, now: number): Allocation | undefined {
    if (allocation === undefined || now < allocation.expiresAt) return allocation
    end(allocation)
    return undefined
  }

  return {
    get size() {
      return byPort.size
    },
    ofClient: (clientKey: string, now: number) => living(byClient.get(clientKey), now),
    atPort: (port: number, now: number) => living(byPort.get(port), now),
    all: () => [...byPort.values()],

    roomFor(username: string, address: string): 'room' | 'quota' | 'full' {
      // More than half of the ports stay free, so that a free one, even an even one, is soon found.
      if (byPort.size >= Math.min(limits.allocations, PORTS * 0.4)) return 'full'
      if (perUsername.of(username) >= limits.allocationsPerUsername) return 'quota'
      if (perAddress.of(household(address)) >= limits.allocationsPerAddress) return 'quota'
      return 'room'
    },

    make({ lifetimeMs, evenPort, ...who }: AllocationToMake, now: number): Allocation {
      const allocation: Allocation = {
        ...who,
        port: freePort(evenPort),
        allowance: createAllowance(limits.bytesPerSecond, now),
        channels: new Map(),
        channelsByPeer: new Map(),
        expiresAt: now + lifetimeMs,
        permittedUntil: 0,
      }
      byClient.set(who.client.key, allocation)
      byPort.set(allocation.port, allocation)
      perUsername.more(who.username)
      perAddress.more(household(who.client.address))
      return allocation
    },

    permit(allocation: Allocation, now: number): void {
      allocation.permittedUntil = now + PERMISSION_MS
    },

    /** A number stays with its peer and a peer with its number for as long as the binding lives (RFC 8656, 12.2). */
    bind(allocation: Allocation, number: number, peerPort: number, now: number): ChannelRefusal | undefined {
      for (const channel of allocation.channels.values()) {
        if (channel.expiresAt > now) continue
        allocation.channels.delete(channel.number)
        allocation.channelsByPeer.delete(channel.peerPort)
      }
      const same = allocation.channels.get(number)
      if (same !== allocation.channelsByPeer.get(peerPort)) return 'taken'
      if (!same && allocation.channels.size >= limits.channelsPerAllocation) return 'too-many'
      const channel = same ?? { number, peerPort, expiresAt: 0 }
      channel.expiresAt = now + CHANNEL_MS
      allocation.channels.set(number, channel)
      allocation.channelsByPeer.set(peerPort, channel)
      allocation.permittedUntil = now + PERMISSION_MS
      return undefined
    },

    end,

    /** Ends what is over, and says which. */
    endExpired(now: number): readonly Allocation[] {
      const over = [...byPort.values()].filter(({ expiresAt }) => expiresAt <= now)
      for (const allocation of over) end(allocation)
      return over
    },
  }
}

function createTally() {
  const counts = new Map<string, number>()
  return {
    of: (name: string) => counts.get(name) ?? 0,
    more: (name: string) => void counts.set(name, (counts.get(name) ?? 0) + 1),
    less(name: string) {
      const count = (counts.get(name) ?? 0) - 1
      if (count > 0) counts.set(name, count)
      else counts.delete(name)
    },
  }
}
