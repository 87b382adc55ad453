/**
 * A kept conversation, opened: its log, its outbox and its link. Loaded only when there is a conversation, so that the
 * page on which somebody writes their first words stands without it.
 */
import { browserLinks, onWake } from '@houvast/connection/browser-links'
import { browserClock } from '@houvast/connection/ports'
import { type ConnectionState, StayingConnected } from '@houvast/connection/staying-connected'
import { Talk } from '@houvast/connection/talk'
import type { TalkView } from '@houvast/connection/talk-view'
import { uuidV7 } from '@houvast/connection/uuid-v7'
import type { KeptConversation } from '@houvast/device-store/device-database'
import { type FromSeeker, readToSeeker, type ToSeeker } from '@houvast/protocol/seeker-frames'
import { PROTOCOL_VERSION } from '@houvast/protocol/version'
import { openConversation } from '@houvast/sealed/conversation-log'
import type { SeekerKeys } from '@houvast/sealed/conversation-start'
import { readKeyBook } from '@houvast/sealed/key-book'
import type { Device } from '../device/device.ts'
import { seekerApi } from './seeker-api.ts'

/** Asks whether there is more when nothing came for so long (R4). */
const SAFETY_READ_MS = 30_000

export type QueueNews = Extract<ToSeeker, { type: 'queue' }>
/** On a line where one professional after the other is rung. */
export type RingNews = Extract<ToSeeker, { type: 'ringing' | 'choose' }>

export type OpenTalk = {
  readonly talk: Talk
  /** What the line's server wants to hear beside the conversation; `false`: there is no link just now. */
  send(frame: FromSeeker): boolean
  /** «Wis dit gesprek», on the server. */
  erase(): ReturnType<typeof seekerApi.erase>
  close(): void
}

export function openTalk(
  kept: KeptConversation,
  device: Device,
  tell: {
    readonly view: (view: TalkView) => void
    readonly connection: (state: ConnectionState) => void
    readonly queue: (news: QueueNews) => void
    readonly ring?: (news: RingNews) => void
    /** Linked again: what the server does not keep is said anew. */
    readonly linked?: () => void
  },
): OpenTalk {
  const { id, line, secret } = kept
  const place = { line, conversation: id, secret }
  const keys = kept.keys as SeekerKeys
  const channel = new BroadcastChannel(`houvast-outbox-${id}`)
  const links = new StayingConnected({
    links: browserLinks('seeker'),
    clock: browserClock,
    random: Math.random,
    async hello() {
      const ticket = await seekerApi.ticket(place)
      if (!ticket.ok) return ticket.why.reason === 'not-found' ? 'gone' : 'try-later'
      const hello = { type: 'hello', version: PROTOCOL_VERSION, ticket: ticket.value.ticket, since: talk.heard }
      return { frame: JSON.stringify(hello) }
    },
    onFrame(text) {
      const frame = readToSeeker(text)
      if (frame?.type === 'welcome') {
        void talk.linked(frame.last)
        tell.linked?.()
      } else if (frame?.type === 'ringing' || frame?.type === 'choose') tell.ring?.(frame)
      else if (frame?.type === 'queue') tell.queue(frame)
      else if (frame) void talk.receive(frame)
    },
    onState(state) {
      if (state !== 'connected') talk.unlinked()
      tell.connection(state)
    },
  })
  const talk = new Talk({
    conversation: id,
    log: openConversation({ line, conversation: id, me: { role: 'seeker', keys }, book: () => keyBook(kept) }),
    myKid: keys.kid,
    outbox: device.outboxOf(id),
    lock: (work) => navigator.locks.request(`houvast-seal-${id}`, work) as ReturnType<typeof work>,
    send: (frame) => links.send(JSON.stringify(frame)),
    onChange: tell.view,
    newId: () => uuidV7(Date.now()),
    onOutboxChange: () => channel.postMessage('changed'),
  })
  channel.onmessage = () => void talk.lookAtOutbox()
  const safety = setInterval(() => talk.quiet(), SAFETY_READ_MS)
  const stopWaking = onWake(() => links.nudge())
  links.start()

  return {
    talk,
    send: (frame) => links.send(JSON.stringify(frame)),
    erase: () => seekerApi.erase(place),
    close() {
      links.stop()
      channel.close()
      clearInterval(safety)
      stopWaking()
    },
  }
}

async function keyBook({ line, keyBookHead }: KeptConversation) {
  const answer = await seekerApi.keys(line)
  if (!answer.ok) throw new Error('The line’s keys cannot be had now.')
  const book = await readKeyBook(line, answer.value.keyBook, keyBookHead)
  if (!book.ok) throw new Error(`The line’s keys are refused: ${book.why.reason}.`)
  return book.value
}
