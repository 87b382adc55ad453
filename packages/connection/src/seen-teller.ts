/** Tells what was received and what was read together, when a burst is over, and only when it is news. */
const TOGETHER_MS = 150

export type SeenUpTo = { readonly delivered: number; readonly read: number }

export class SeenTeller {
  readonly #heard: () => number
  readonly #tell: (seen: SeenUpTo) => boolean
  #told: SeenUpTo = { delivered: 0, read: 0 }
  #read = 0
  #soon: ReturnType<typeof setTimeout> | undefined

  /** `tell` answers whether it could be told. */
  constructor(heard: () => number, tell: (seen: SeenUpTo) => boolean) {
    this.#heard = heard
    this.#tell = tell
  }

  /** A new link: the server may not know what the last one told it. */
  forget() {
    this.#told = { delivered: 0, read: 0 }
  }

  tell(read = 0) {
    this.#read = Math.max(read, this.#read)
    if (this.#soon !== undefined) return
    this.#soon = setTimeout(() => {
      this.#soon = undefined
      const seen = { delivered: this.#heard(), read: this.#read }
      if (seen.delivered === this.#told.delivered && seen.read === this.#told.read) return
      if (this.#tell(seen)) this.#told = seen
    }, TOGETHER_MS)
  }
}
