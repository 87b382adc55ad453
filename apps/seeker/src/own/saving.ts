/**
 * Writes to the disk, strictly one after the other, the latest state of each record last. What the page says about it is always true:
 * «bewaard» only when all of it is on the disk.
 */
import { signal } from '@preact/signals'

export type Saving = 'saved' | 'saving' | 'not-saved'

export const saving = signal<Saving>('saved')

type Write = () => Promise<void>

/** In order. What has not begun is replaced by a later state of the same record, which goes to the end. */
const queue = new Map<string, Write>()
let busyWith: string | undefined

export function write(key: string, how: Write): void {
  queue.delete(key)
  queue.set(key, how)
  saving.value = 'saving'
  if (busyWith === undefined) void writeInTurn()
}

export function isWriting(key: string): boolean {
  return busyWith === key || queue.has(key)
}

async function writeInTurn() {
  let isSaved = true
  for (let [next] = queue; next; [next] = queue) {
    const [key, how] = next
    queue.delete(key)
    busyWith = key
    try {
      await how()
    } catch {
      isSaved = false
    }
  }
  busyWith = undefined
  saving.value = isSaved ? 'saved' : 'not-saved'
}
