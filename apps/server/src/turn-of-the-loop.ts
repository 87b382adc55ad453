/** Lets everything else that waits have its turn of the event loop. */
export const turnOfTheLoop = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Does something for each, a few at a time, so that a thousand of them do not hold up one. */
export async function forEachInTurns<T>(all: Iterable<T>, some: number, work: (one: T) => void): Promise<void> {
  let count = 0
  for (const one of all) {
    if (count++ % some === some - 1) await turnOfTheLoop()
    work(one)
  }
}
