/**
 * What processes tell each other. It carries hints, never the only copy: whoever may have missed one reads the
 * log again (`onReconnect`). A message is not heard by the process that sent it.
 */
export interface Bus {
  publish(hint: Hint): void
  subscribe(listener: (hint: Hint) => void): void
  /** Called when hints may have been missed. */
  onReconnect(listener: () => void): void
  close(): Promise<void>
}

export type Hint =
  /** The log of a conversation grew; its entries are in the database. */
  | { readonly about: 'log'; readonly line: string; readonly conversation: string }
  /** Phase or members changed, or the conversation is no more. */
  | { readonly about: 'state'; readonly line: string; readonly conversation: string }
  | { readonly about: 'erased'; readonly line: string; readonly conversation: string; readonly receipt: string }
  | { readonly about: 'queue'; readonly line: string }
  | { readonly about: 'seen'; readonly line: string; readonly conversation: string }
  /** Sealed, of one small size, and nowhere kept. */
  | {
      readonly about: 'signal'
      readonly line: string
      readonly conversation: string
      readonly from: string
      readonly sealed: string
    }
  /** Whom a professional is rung for changed, or they came free; whoever waits may look again. */
  | {
      readonly about: 'ring'
      readonly line: string
      readonly kid: string
      readonly conversation: string
      /** They said no: they are away wherever they have the desk open. */
      readonly isDeclined?: boolean
    }
  /** A plan that two people edit changed, or one of them said that they are there. */
  | {
      readonly about: 'live'
      readonly place: string
      readonly here?: { readonly device: string; readonly sealed: string }
    }
  /**
   * Who is connected to a process: one on every change, and all of them now and then, which may take several hints;
   * what was not in any of those from `begins` to `ends` is not there any more.
   */
  | {
      readonly about: 'presence'
      readonly process: string
      readonly here: readonly string[]
      readonly begins?: boolean
      readonly ends?: boolean
    }
  | { readonly about: 'gone'; readonly process: string; readonly keys: readonly string[] }
  | { readonly about: 'who-is-here' }

/** What joins the processes does not answer at the start. Later it may be away: then it is waited for. */
export class BusUnreachableError extends Error {
  override name = 'BusUnreachableError'
}

/** One process: nobody else to tell. */
export const aloneBus = (): Bus => ({
  publish() {},
  subscribe() {},
  onReconnect() {},
  async close() {},
})
