/** What a running relay can be asked, whether it runs here (`open-relay.ts`) or in a thread of its own (`open-relay-thread.ts`). */
import type { Figures } from './figures.ts'
import type { Impairment } from './impairment.ts'
import type { Limits } from './limits.ts'

export type RelayOptions = {
  /** Shared with whoever makes the credentials; at least sixteen characters. */
  readonly secret: string
  readonly realm?: string
  /**
   * The IPv4 address that is written in candidates. Nothing is ever sent to it, so it need not be this machine's: behind
   * an address translation, or where one's own address is not known, the usual one for documentation serves as well.
   */
  readonly address?: string
  readonly listen: {
    readonly host: string
    /** 0 takes any free port. */
    readonly udp?: number
    readonly tcp?: number
    readonly tls?: { readonly port: number; readonly key: string; readonly cert: string }
  }
  readonly limits?: Partial<Limits>
}

export type RelayPorts = { readonly udp?: number; readonly tcp?: number; readonly tls?: number }

export interface Relay {
  readonly ports: RelayPorts
  figures(): Promise<Figures>
  /** For tests: faults for one username, or for everybody; `undefined` takes them away. */
  impair(impairment: Impairment | undefined, username?: string): Promise<void>
  /** For tests: ends allocations at once, as a relay that was started again would have. */
  cut(username?: string): Promise<void>
  close(): Promise<void>
}
