/** Things done one after the other, in the order they were asked for; one that fails does not stop the next. */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve()

  take<T>(work: () => Promise<T> | T): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }
}
