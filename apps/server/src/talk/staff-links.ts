/** Which devices of which staff are linked to this process, on duty or not. */
import type { ToHelper } from '@houvast/protocol/helper-frames'
import type { Kid } from '@houvast/rules/conversation/conversation'

type Tell = (frame: ToHelper) => void

export class StaffLinks {
  readonly #links = new Map<string, Set<Tell>>()

  /** The answer ends it. */
  add(line: string, kid: Kid, tell: Tell): () => void {
    const key = `${line}/${kid}`
    const links = this.#links.get(key) ?? new Set()
    this.#links.set(key, links.add(tell))
    return () => {
      links.delete(tell)
      if (links.size === 0) this.#links.delete(key)
    }
  }

  hasAny(line: string): boolean {
    return [...this.#links.keys()].some((key) => key.startsWith(`${line}/`))
  }

  tell(line: string, kid: Kid, frame: ToHelper) {
    for (const tell of this.#links.get(`${line}/${kid}`) ?? []) tell(frame)
  }
}
