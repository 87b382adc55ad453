/**
 * Devices without a screen: the pages' own wiring of links, talks and outboxes, with everything that happens to them
 * written down for the check.
 */
import type { OpenLink } from '@houvast/connection/client-link'
import type { InTurn } from '@houvast/connection/in-turn'
import type { Outbox } from '@houvast/connection/outbox'
import type { Clock, Random } from '@houvast/connection/ports'
import { type Hello, StayingConnected } from '@houvast/connection/staying-connected'
import { Talk } from '@houvast/connection/talk'
import type { TalkView } from '@houvast/connection/talk-view'
import { uuidV7 } from '@houvast/connection/uuid-v7'
import type { ConversationNewsFrame, LogEntry } from '@houvast/protocol/conversation-frames'
import { readToHelper } from '@houvast/protocol/helper-frames'
import { readToSeeker } from '@houvast/protocol/seeker-frames'
import { PROTOCOL_VERSION } from '@houvast/protocol/version'
import { type ConversationLog, openConversation } from '@houvast/sealed/conversation-log'
import type { SeekerKeys } from '@houvast/sealed/conversation-start'
import type { KeyBook } from '@houvast/sealed/key-book'
import type { Kid } from '@houvast/sealed/kid'
import type { StaffIdentity } from '@houvast/sealed/staff-identity'
import type { Screen, Writer } from './check-history.ts'

export const SAFETY_READ_MS = 30_000

export type Network = {
  readonly links: { readonly socket: OpenLink; readonly polled: OpenLink }
  readonly clock: Clock
  readonly random: Random
  /** `undefined`: nobody answers now. */
  ticket(): Promise<string | undefined>
  book(): Promise<KeyBook>
}

export function newWriter(kid: string): Writer {
  return { kid, put: [], words: new Map(), acknowledged: new Set(), refused: new Set() }
}

/** An outbox whose content outlives the page, as a browser's disk does. */
export function diskOutbox(writer: Writer, flush: () => Promise<void> = async () => {}): Outbox & { size(): number } {
  let items: Awaited<ReturnType<Outbox['all']>> = []
  return {
    size: () => items.length,
    async all() {
      await flush()
      return items
    },
    async put(item) {
      writer.put.push(item.id)
      items = [...items, item]
      await flush()
    },
    async replace(next) {
      items = next
      await flush()
    },
    async remove(ids) {
      items = items.filter((item) => !ids.includes(item.id))
      await flush()
    },
  }
}

function watch(writer: Writer) {
  return {
    view(view: TalkView) {
      for (const { id, text, state } of view.pending) {
        writer.words.set(id, text)
        if (state === 'refused') writer.refused.add(id)
      }
    },
    frame(frame: ConversationNewsFrame) {
      if (frame.type === 'stored') for (const { id } of frame.items) writer.acknowledged.add(id)
    },
  }
}

/** Stored frames also answer changes of members: only what was written counts as a message. */
export function onlyWritten(writer: Writer): Writer {
  return { ...writer, acknowledged: new Set(writer.put.filter((id) => writer.acknowledged.has(id))) }
}

/** All of it is in the log, or said not to be. */
export const isDelivered = ({ pending }: TalkView) => pending.every(({ state }) => state === 'refused')

export type Tab = ReturnType<typeof openSeekerTab>

export function openSeekerTab(options: {
  readonly line: string
  readonly conversation: string
  readonly keys: SeekerKeys
  readonly outbox: Outbox
  readonly writer: Writer
  readonly network: Network
  /** One for all tabs of a browser. */
  readonly lock: InTurn
  readonly onOutboxChange: () => void
  /** What the server sends of the log, as it comes. */
  readonly onEntries?: (entries: readonly LogEntry[]) => void
}) {
  const { line, conversation, keys, outbox, writer, network, lock } = options
  let end: number | undefined
  const seen = watch(writer)
  const log = openConversation({ line, conversation, me: { role: 'seeker', keys }, book: network.book })
  const closeCodes: number[] = []
  const stay = new StayingConnected({
    ...network,
    async hello(): Promise<Hello> {
      const ticket = await network.ticket()
      if (!ticket) return 'try-later'
      return { frame: JSON.stringify({ type: 'hello', version: PROTOCOL_VERSION, ticket, since: talk.heard }) }
    },
    onFrame(text) {
      const frame = readToSeeker(text)
      if (!frame || frame.type === 'queue' || frame.type === 'ringing' || frame.type === 'choose') return
      if (frame.type === 'welcome') {
        end = frame.last
        return void talk.linked(frame.last)
      }
      if (frame.type === 'entries') options.onEntries?.(frame.entries)
      seen.frame(frame)
      void talk.receive(frame)
    },
    onState(state, code) {
      if (state !== 'connected') talk.unlinked()
      if (code !== undefined) closeCodes.push(code)
    },
  })
  const talk = new Talk({
    ...{ conversation, log, outbox },
    myKid: keys.kid,
    lock: (work) => lock.take(work),
    send: (frame) => stay.send(JSON.stringify(frame)),
    onChange: (view) => seen.view(view),
    newId: () => uuidV7(network.clock.now()),
    onOutboxChange: options.onOutboxChange,
  })
  const stopReading = every(network.clock, SAFETY_READ_MS, () => talk.quiet())
  stay.start()
  return {
    ...{ talk, log, stay, closeCodes },
    /** The log's end when this tab last came in. */
    get end() {
      return end
    },
    screen: (who: string, isFinal: boolean): Screen => ({ who, isFinal, heard: talk.view.heard }),
    isDrained: () => isDelivered(talk.view),
    close() {
      stay.stop()
      stopReading()
    },
  }
}

export type HelperTalk = { readonly talk: Talk; readonly log: ConversationLog; readonly writer: Writer }
export type HelperDevice = ReturnType<typeof openHelperDevice>

/** A helper's page: one link for all their talks, outboxes in memory. */
export function openHelperDevice(options: {
  readonly line: string
  readonly identity: StaffIdentity
  readonly duty?: { readonly kid: Kid; readonly keys: CryptoKeyPair }
  readonly network: Network
  readonly onDuty?: boolean
}) {
  const { line, identity, network, duty } = options
  const talks = new Map<string, HelperTalk>()
  const waiting = new Map<string, readonly LogEntry[]>()
  let isOnDuty = false
  const closeCodes: number[] = []
  const stay = new StayingConnected({
    ...network,
    async hello(): Promise<Hello> {
      const ticket = await network.ticket()
      if (!ticket) return 'try-later'
      return { frame: JSON.stringify({ type: 'hello', version: PROTOCOL_VERSION, ticket }) }
    },
    onFrame(text) {
      const frame = readToHelper(text)
      if (!frame || frame.type === 'pong' || frame.type === 'ring' || frame.type === 'ring-over') return
      if (frame.type === 'brought-in') return
      if (frame.type === 'duty') isOnDuty = frame.onDuty
      else if (frame.type === 'waiting') {
        waiting.clear()
        for (const { conversation, entries } of frame.queue) waiting.set(conversation, entries)
      } else if (frame.type === 'welcome') {
        for (const conversation of talks.keys()) follow(conversation)
        if (options.onDuty) send({ type: 'go-on-duty' })
      } else {
        const found = talks.get(frame.conversation)
        if (!found) return
        watch(found.writer).frame(frame)
        void found.talk.receive(frame)
      }
    },
    onState(state, code) {
      if (state !== 'connected') for (const { talk } of talks.values()) talk.unlinked()
      if (code !== undefined) closeCodes.push(code)
    },
  })
  const send = (frame: object) => stay.send(JSON.stringify(frame))

  function follow(conversation: string) {
    const talk = talks.get(conversation)?.talk
    if (!talk) return
    send({ type: 'follow', conversation, since: talk.heard })
    void talk.linked(talk.heard)
  }

  function createLog(conversation: string) {
    return openConversation({
      ...{ line, conversation },
      me: { role: 'staff', identity, ...(duty ? { duty } : {}) },
      book: network.book,
    })
  }

  stay.start()
  return {
    ...{ talks, stay, waiting, follow, createLog, send, closeCodes },
    isOnDuty: () => isOnDuty,
    addTalk(conversation: string): HelperTalk {
      const writer = newWriter(identity.kid)
      const log = createLog(conversation)
      const talk = new Talk({
        ...{ conversation, log, send },
        myKid: identity.kid,
        outbox: diskOutbox(writer),
        lock: (work) => work(),
        onChange: (view) => watch(writer).view(view),
        newId: () => uuidV7(network.clock.now()),
      })
      const added = { talk, log, writer }
      talks.set(conversation, added)
      return added
    },
    close: () => stay.stop(),
  }
}

function every(clock: Clock, ms: number, work: () => void): () => void {
  let cancel = () => {}
  const next = () => {
    cancel = clock.after(ms, () => {
      work()
      next()
    })
  }
  next()
  return () => cancel()
}
