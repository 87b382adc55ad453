/** Faults on purpose, for tests of what a talk does when its relay is bad, slow or gone. Plain data, so that a thread hears it. */
export type Impairment = {
  /** How much of the media is lost: 0.3 is three of ten. */
  readonly drop?: number
  readonly delayMs?: number
  /** Nothing is heard and nothing answered, as if the relay had been killed. */
  readonly silent?: boolean
}

export type Impairments = {
  /** For one username, or for everybody. `undefined` makes it well again. */
  set(impairment: Impairment | undefined, username?: string): void
  readonly some: boolean
  isSilent(username: string | undefined): boolean
  /** How long media from one to the other waits; `undefined` is never. */
  fate(from: string, to: string): number | undefined
}

export function createImpairments(random: () => number = Math.random): Impairments {
  const ofSome = new Map<string, Impairment>()
  let ofAll: Impairment | undefined
  return {
    set(impairment, username) {
      if (username === undefined) ofAll = impairment
      else if (impairment) ofSome.set(username, impairment)
      else ofSome.delete(username)
    },
    get some() {
      return ofAll !== undefined || ofSome.size > 0
    },
    isSilent(username) {
      return ofAll?.silent === true || (username !== undefined && ofSome.get(username)?.silent === true)
    },
    fate(from, to) {
      let delay = 0
      for (const faults of [ofAll, ofSome.get(from), from === to ? undefined : ofSome.get(to)]) {
        if (faults?.silent || random() < (faults?.drop ?? 0)) return undefined
        delay += faults?.delayMs ?? 0
      }
      return delay
    },
  }
}
