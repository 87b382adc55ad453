/**
 * Keeps a document the same on two devices. Each change is sent as the whole state, sealed, in the place of everything this device has
 * seen: so the server never has more than a few states, and none with what was erased. What came from the other at the same moment is put
 * together afterwards (K9).
 */
import { askJson } from '@houvast/connection/ask-json'
import { solveWork } from '@houvast/connection/solve-work'
import { DepositChallenge } from '@houvast/protocol/deposit-requests'
import { LiveClosed, LiveExchanged, LiveOpened } from '@houvast/protocol/live-requests'
import { type Bytes, fromBase64Url, randomBytes, toBase64Url, utf8 } from '@houvast/sealed/bytes'
import { type DepositKeys, depositKeys, openDeposit, sealDeposit } from '@houvast/sealed/deposit-keys'
import { signal } from '@preact/signals'
import type * as Y from 'yjs'
import { isWhole, stateOf, takeIn } from './live-doc.ts'

export type LiveState = 'connecting' | 'together' | 'offline' | 'gone'

export type LiveLink = {
  readonly state: { readonly value: LiveState }
  readonly others: { readonly value: readonly string[] }
  readonly isSent: { readonly value: boolean }
  close(): void
}

const AGAIN_MS = 2_000
const PATH = '/api/seeker/live'

export async function openRoom(secret: Bytes): Promise<'done' | 'unreachable'> {
  const { place, mayRead: word } = await depositKeys(secret, 'live')
  const work = await askJson('/api/seeker/deposits/challenge', DepositChallenge, {})
  if (!work.ok) return 'unreachable'
  const { challenge, bits } = work.value
  const solution = await solveWork(challenge, bits)
  return (await askJson(`${PATH}/open`, LiveOpened, { place, word, challenge, solution })).ok ? 'done' : 'unreachable'
}

export async function closeRoom(secret: Bytes): Promise<boolean> {
  const { place, mayRead: word } = await depositKeys(secret, 'live')
  const closed = await askJson(`${PATH}/close`, LiveClosed, { place, word })
  return closed.ok || closed.why.reason === 'not-found'
}

export function keepTogether(secret: Bytes, doc: Y.Doc, name: string): LiveLink {
  const state = signal<LiveState>('connecting')
  const others = signal<readonly string[]>([])
  const isSent = signal(true)
  const leaving = new AbortController()
  const device = toBase64Url(randomBytes(12))
  let since = 0
  let changes = 0
  let wake: (() => void) | undefined
  let waiting: AbortController | undefined

  const noticeChange = (_: Uint8Array, origin: unknown) => {
    if (origin !== 'here') return
    changes++
    isSent.value = false
    wake?.()
    // A change does not wait behind a question that waits for the other side.
    waiting?.abort()
  }
  doc.on('update', noticeChange)
  const comeBack = () => wake?.()
  addEventListener('online', comeBack)
  // A question that waits for the other side would not notice for a long time that there is no network any more.
  const goOffline = () => waiting?.abort()
  addEventListener('offline', goOffline)
  void run()

  async function run() {
    const keys = await depositKeys(secret, 'live')
    const here = toBase64Url(await sealDeposit(utf8(name), keys))
    // Everything this device knows goes in once: it may have been changed while it was alone.
    changes++
    while (!leaving.signal.aborted) {
      const sending = changes
      const exchanged = await exchange(keys, here, sending > 0)
      if (exchanged === 'interrupted') continue
      if (exchanged === 'gone') {
        state.value = 'gone'
        return
      }
      if (exchanged === 'offline') {
        state.value = 'offline'
        await new Promise<void>((resolve) => {
          wake = resolve
          setTimeout(resolve, AGAIN_MS)
        })
        continue
      }
      state.value = 'together'
      changes -= sending
      isSent.value = changes === 0
      // Two who sent at the same moment: whoever sees it first puts both together.
      if (exchanged.isTorn) changes++
    }
  }

  async function exchange(keys: DepositKeys, here: string, sends: boolean) {
    const sent = stateOf(doc)
    const updates = sends ? [toBase64Url(await sealDeposit(sent, keys))] : []
    waiting = sends ? undefined : new AbortController()
    const asked = { place: keys.place, word: keys.mayRead, since, updates, device, here, waits: !sends }
    const answer = await askRoom({ ...asked, ...(sends && { replaces: since }) }, waiting?.signal ?? leaving.signal)
    if (typeof answer === 'string') return answer
    let isTorn = false
    for (const { sealed } of answer.updates) {
      const bytes = fromBase64Url(sealed)
      const state = bytes && (await openDeposit(bytes, keys))
      // What is not of this room is passed over; what it would change is not known.
      if (!state) continue
      takeIn(doc, state)
      isTorn = !isWhole(doc, state)
    }
    if (sends && answer.updates.length > 0) isTorn = !isWhole(doc, sent)
    since = answer.seq
    others.value = await namesOf(answer.here, keys)
    return { isTorn }
  }

  return {
    state,
    others,
    isSent,
    close() {
      leaving.abort()
      waiting?.abort()
      wake?.()
      doc.off('update', noticeChange)
      removeEventListener('online', comeBack)
      removeEventListener('offline', goOffline)
    },
  }
}

type Asked = { readonly [name: string]: unknown }

async function askRoom(body: Asked, signal: AbortSignal) {
  try {
    const response = await fetch(`${PATH}/exchange`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(40_000)]),
      cache: 'no-store',
    })
    if (response.status === 404) return 'gone' as const
    if (!response.ok) return 'offline' as const
    const { safeParse } = await import('valibot')
    const read = safeParse(LiveExchanged, await response.json())
    return read.success ? read.output : ('offline' as const)
  } catch {
    return signal.aborted ? ('interrupted' as const) : ('offline' as const)
  }
}

async function namesOf(here: readonly string[], keys: DepositKeys): Promise<readonly string[]> {
  const names = await Promise.all(
    here.map(async (sealed) => {
      const bytes = fromBase64Url(sealed)
      const open = bytes && (await openDeposit(bytes, keys))
      return open && new TextDecoder().decode(open).slice(0, 80)
    }),
  )
  return names.flatMap((name) => (name === undefined ? [] : [name]))
}
