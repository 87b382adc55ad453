/** A seeker without a browser: the same steps as the page, with real seals. */
import { solveWork } from '@houvast/connection/solve-work'
import { uuidV7 } from '@houvast/connection/uuid-v7'
import type { StartConversation } from '@houvast/protocol/seeker-requests'
import { toBase64Url } from '@houvast/sealed/bytes'
import { type ConversationLog, openConversation } from '@houvast/sealed/conversation-log'
import { createSeekerKeys, type SeekerKeys, startConversation } from '@houvast/sealed/conversation-start'
import { readDutyKey } from '@houvast/sealed/duty-key'
import type { LogEntry } from '@houvast/sealed/heard'
import { type KeyBook, readKeyBook } from '@houvast/sealed/key-book'
import type { Result } from '@houvast/sealed/result'
import { type Ask, asked } from './ask.ts'
import type { Frame, WireLink } from './link.ts'

export const newId = () => uuidV7(Date.now())
export const newSecret = () => toBase64Url(crypto.getRandomValues(new Uint8Array(32)))

export function value<T, Why>(result: Result<T, Why>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.why)}`)
  return result.value
}

export type Seeker = {
  readonly line: string
  readonly conversation: string
  readonly secret: string
  readonly keys: SeekerKeys
  readonly book: KeyBook
  readonly request: StartConversation
}

/** All that is needed to start, not yet asked for. */
export async function prepareSeeker(ask: Ask, line: string, intake = 'hallo'): Promise<Seeker> {
  const published = await asked<{ keyBook: string[]; duty?: string }>(ask(`/api/lines/${line}/keys`))
  if (!published.duty) throw new Error('Nobody has made a duty key.')
  const book = value(await readKeyBook(line, published.keyBook))
  const duty = value(await readDutyKey(published.duty, book, Date.now()))
  const keys = await createSeekerKeys()
  const conversation = newId()
  const sealed = value(await startConversation({ conversation, book, duty, keys, intake, id: newId() }))
  const { challenge, bits } = await asked<{ challenge: string; bits: number }>(
    ask('/api/seeker/challenge', { body: { line } }),
  )
  const secret = newSecret()
  const request = {
    ...{ line, conversation, secret, challenge },
    solution: await solveWork(challenge, bits),
    start: sealed.start,
    wraps: [...sealed.wraps],
    intake: sealed.intake.envelope,
  }
  return { line, conversation, secret, keys, book, request }
}

export async function startSeeker(ask: Ask, line: string, intake?: string): Promise<Seeker> {
  const seeker = await prepareSeeker(ask, line, intake)
  await asked(ask('/api/seeker/conversations', { body: seeker.request }))
  return seeker
}

export async function seekerTicket(ask: Ask, { line, conversation, secret }: Seeker): Promise<string> {
  return (await asked<{ ticket: string }>(ask('/api/seeker/ticket', { body: { line, conversation, secret } }))).ticket
}

export async function seekerHello(ask: Ask, link: WireLink, seeker: Seeker) {
  await link.send({ type: 'hello', version: 1, ticket: await seekerTicket(ask, seeker), since: 0 })
  await link.until(({ type }) => type === 'welcome', 'the welcome')
}

/** The conversation as this person reads it, fed with the entries that came over the link. */
export function viewOf(link: WireLink, conversation: string, log: ConversationLog) {
  const words: string[] = []
  /** What this device said itself: told as stored, and not sent back. */
  const own: LogEntry[] = []
  let heard = 0
  async function catchUp() {
    const entries = link.frames
      .filter((frame) => frame.type === 'entries' && frame.conversation === conversation)
      .flatMap((frame) => frame.entries as LogEntry[])
    for (const entry of [...entries, ...own].toSorted((a, b) => a.seq - b.seq)) {
      if (entry.seq !== heard + 1) continue
      const result = await log.receive(entry)
      if (result.ok && result.value.kind === 'message') words.push(result.value.text)
      if (result.ok && result.value.kind === 'members') words.push(...result.value.nowReadable.map(({ text }) => text))
      heard++
    }
  }
  const isEntry = (seq: number) => (frame: Frame) =>
    frame.type === 'entries' &&
    frame.conversation === conversation &&
    (frame.entries as LogEntry[]).some((entry) => entry.seq === seq)
  return {
    ...{ log, words, catchUp },
    async upTo(seq: number) {
      await link.until(isEntry(seq), `entry ${seq}`)
      await catchUp()
      return words
    },
    /** Seals and sends; the place it got. */
    async say(text: string): Promise<number> {
      const id = newId()
      const { envelope } = value(await log.seal({ ...log.position(), type: 'say', text, id }))
      await link.send({ type: 'say', conversation, envelopes: [envelope] })
      const stored = await link.until(
        ({ type, items }) => type === 'stored' && (items as { id: string }[]).some((item) => item.id === id),
        'its place',
      )
      const seq = (stored.items as { id: string; seq: number }[]).find((item) => item.id === id)?.seq ?? 0
      own.push({ seq, kind: 'envelope', body: envelope })
      await catchUp()
      return seq
    },
  }
}

export const seekerView = (link: WireLink, { line, conversation, keys, book }: Seeker) =>
  viewOf(
    link,
    conversation,
    openConversation({ line, conversation, me: { role: 'seeker', keys }, book: async () => book }),
  )
