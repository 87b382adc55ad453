/** Records of one kind, as a page shows them: changed at once on the screen, then on the disk, then in the other tabs. */
import type { OpenRecord, Records } from '@houvast/device-store/toolkit/records'
import { type ReadonlySignal, signal } from '@preact/signals'
import { openedRecords, whenOpen } from './own-data.ts'
import { askProtectionOnce } from './safe/device-room.ts'
import { isWriting, write } from './saving.ts'

type Item = { readonly id: string }

export type Collection<Of extends Item> = {
  readonly kind: string
  readonly items: ReadonlySignal<readonly Of[]>
  find(id: string): Of | undefined
  put(item: Of): void
  /** Onto what stands there now, not onto what a screen was drawn from. */
  change(id: string, part: Partial<Of>): void
  remove(id: string): void
  /** All of them at once, and whatever belongs to it, in one step on the disk. */
  replace(items: readonly Of[], along?: readonly OpenRecord[]): void
}

/** How each kind is read again, when it changed in another tab or along with something else. */
const readers = new Map<string, (records: Records) => Promise<void>>()

async function readAgain(kind: string): Promise<void> {
  const records = openedRecords()
  if (records) await readers.get(kind)?.(records)
}

const others = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('houvast-own-data')
others?.addEventListener('message', ({ data }) => void readAgain(String(data)))

export function createCollection<Of extends Item>(kind: string): Collection<Of> {
  const items = signal<readonly Of[]>([])
  const keyOf = (id: string) => `${kind}/${id}`

  /** What this tab is writing stays as it is here; the rest is as it lies on the disk. */
  async function read(records: Records) {
    const kept = (await records.ofKind(kind)).map(({ value }) => value as Of)
    const mine = items.peek().filter(({ id }) => isWriting(keyOf(id)))
    const ids = new Set(mine.map(({ id }) => id))
    items.value = [...kept.filter(({ id }) => !ids.has(id) && !isWriting(keyOf(id))), ...mine]
  }

  whenOpen(read)
  readers.set(kind, read)

  function put(item: Of) {
    const at = items.peek().findIndex(({ id }) => id === item.id)
    items.value = at < 0 ? [...items.peek(), item] : items.peek().with(at, item)
    write(keyOf(item.id), async () => {
      await recordsOrThrow().put({ kind, id: item.id, value: item })
      others?.postMessage(kind)
      askProtectionOnce()
    })
  }

  return {
    kind,
    items,
    find: (id) => items.value.find((item) => item.id === id),
    put,
    change(id, part) {
      const item = items.peek().find((one) => one.id === id)
      if (item) put({ ...item, ...part })
    },
    remove(id) {
      items.value = items.peek().filter((item) => item.id !== id)
      write(keyOf(id), async () => {
        await recordsOrThrow().remove(kind, id)
        others?.postMessage(kind)
      })
    },
    replace(all, along = []) {
      items.value = all
      write(kind, async () => {
        await recordsOrThrow().replaceKind(kind, [...all.map((value) => ({ kind, id: value.id, value })), ...along])
        for (const each of new Set([kind, ...along.map((record) => record.kind)])) others?.postMessage(each)
        await Promise.all([...new Set(along.map((record) => record.kind))].map(readAgain))
      })
    },
  }
}

/** Where nothing can be kept, writing is refused, so that no page says «bewaard». */
function recordsOrThrow(): Records {
  const records = openedRecords()
  if (!records) throw new Error('nothing can be kept in this browser')
  return records
}

/** One record that is always there: a choice somebody made, or what holds until they do. */
export function createChoice<Of extends object>(id: string, otherwise: Of) {
  const { items, put } = choices
  return {
    get value(): Of {
      return (items.value.find((item) => item.id === id) as unknown as Of | undefined) ?? otherwise
    },
    set(value: Of) {
      put({ ...value, id } as Item)
    },
  }
}

const choices = createCollection<Item>('choice')
