/** Knocking: `id=tr_…` as a form, again and again until it is answered with a 2xx, each time a little later. */
const WITHIN_MS = 15_000
export const usualDelaysMs = [1_000, 5_000, 30_000, 120_000, 600_000]

export class Webhooks {
  readonly #delaysMs: readonly number[]
  readonly #stop = new AbortController()
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(delaysMs: readonly number[] = usualDelaysMs) {
    this.#delaysMs = delaysMs
  }

  tell(url: string, id: string, attempt = 0) {
    void this.#knock(url, id).then((isHeard) => {
      const delay = this.#delaysMs[attempt]
      if (isHeard || delay === undefined || this.#stop.signal.aborted) return
      const timer = setTimeout(() => {
        this.#timers.delete(timer)
        this.tell(url, id, attempt + 1)
      }, delay)
      timer.unref()
      this.#timers.add(timer)
    })
  }

  close() {
    this.#stop.abort()
    for (const timer of this.#timers) clearTimeout(timer)
  }

  async #knock(url: string, id: string): Promise<boolean> {
    try {
      const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(WITHIN_MS)])
      const response = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams({ id }),
        signal,
        redirect: 'manual',
      })
      await response.body?.cancel()
      return response.ok
    } catch {
      return false
    }
  }
}
