/**
 * One conversation on this device: sealed words go out through the outbox and the link, the log comes in, and what
 * is shown follows from the two. Nothing is shown as written before it is on this device's disk (R7), and nothing as
 * arrived before the server says it is on its own.
 */
import type { ConversationNewsFrame, Refused } from '@houvast/protocol/conversation-frames'
import { fromBase64Url } from '@houvast/sealed/bytes'
import type { Ciphertext } from '@houvast/sealed/envelope'
import type { NewCommit } from '@houvast/sealed/epoch-commit'
import { hashOf } from '@houvast/sealed/hash'
import type { Fault, Heard, HeardMessage } from '@houvast/sealed/heard'
import { Delivery, type Todo } from './delivery.ts'
import { InTurn } from './in-turn.ts'
import { SealedOutbox, type SealedOutboxPorts } from './sealed-outbox.ts'
import { SeenTeller } from './seen-teller.ts'
import { nothingYet, type TalkView } from './talk-view.ts'

export type TalkPorts = SealedOutboxPorts & {
  readonly conversation: string
  readonly myKid: string
  /** Puts a frame on the link, if there is one. */
  readonly send: (frame: object) => boolean
  readonly onChange: (view: TalkView) => void
}

const TYPING_SHOWN_MS = 6_000
/** When an entry could not be heard (the key book could not be had), it is read again after so long. */
const HEAR_AGAIN_MS = 2_000

/** No client of ours makes these: a server, or somebody on it, changed what was sealed. */
const forged: ReadonlySet<Fault['reason']> = new Set(['bad-signature', 'cannot-be-opened', 'malformed'])
const hopeless: ReadonlySet<Refused['reason']> = new Set(['already-ended', 'not-a-member', 'not-found', 'id-taken'])

export class Talk {
  readonly #ports: TalkPorts
  readonly #delivery = new Delivery()
  readonly #turn = new InTurn()
  readonly #outbox: SealedOutbox
  readonly #seen: SeenTeller
  /** The batch under way, byte for byte: the outbox may be sealed again by another tab meanwhile. */
  #sent: ReadonlyMap<string, Ciphertext> = new Map()
  #view = nothingYet
  #stopTyping: ReturnType<typeof setTimeout> | undefined
  /** The change that is under way: its id in the log, and who waits for the answer. */
  #asked: { readonly hash: string; answer(refusal: Refused['reason'] | undefined): void } | undefined
  #hearAgain: ReturnType<typeof setTimeout> | undefined

  constructor(ports: TalkPorts) {
    this.#ports = ports
    this.#outbox = new SealedOutbox(ports)
    this.#seen = new SeenTeller(
      () => this.#delivery.heard,
      (seen) => ports.send({ type: 'seen', conversation: ports.conversation, ...seen }),
    )
  }

  get view() {
    return this.#view
  }

  get heard() {
    return this.#delivery.heard
  }

  /** Seals and keeps the words; resolves when they are on this device's disk, `false` when they cannot be sealed. */
  say(text: string): Promise<boolean> {
    return this.#turn.take(async () => {
      const sealed = await this.#outbox.put(text)
      if (!sealed) return false
      this.#show({ pending: [...this.#view.pending, { id: sealed.id, text, state: 'sending' }] })
      this.#ports.onOutboxChange?.()
      await this.#sendNext()
      return true
    })
  }

  /** What the two devices tell each other about sound and picture: in the log as words are, and never among them. */
  call(text: string): Promise<boolean> {
    return this.#turn.take(async () => {
      const sealed = await this.#outbox.put(text, 'call')
      if (sealed) await this.#sendNext()
      return sealed !== undefined
    })
  }

  /** The outbox changed in another tab, or this tab begins. */
  lookAtOutbox(): Promise<void> {
    return this.#turn.take(async () => {
      await this.#showOutbox()
      await this.#sendNext()
    })
  }

  /** The link is up; the log ends at `end`. */
  linked(end: number): Promise<void> {
    return this.#turn.take(async () => {
      this.#seen.forget()
      await this.#showOutbox()
      this.#delivery.linked(end)
      this.#seen.tell()
      await this.#sendNext()
    })
  }

  unlinked() {
    this.#delivery.unlinked()
    this.#show({ isOtherHere: undefined, isOtherTyping: false })
    this.#answerChange('not-found')
  }

  /** A slow safety read (R4). */
  quiet() {
    this.#do(this.#delivery.quiet())
  }

  receive(frame: ConversationNewsFrame): Promise<void> {
    return this.#turn.take(() => this.#receive(frame))
  }

  /** Asks for a change of members; `undefined` when it is done, else why not. */
  async change(
    make: () => Promise<{ ok: true; value: NewCommit } | { ok: false }>,
  ): Promise<Refused['reason'] | undefined> {
    const made = await make()
    if (!made.ok) return 'commit-not-allowed'
    const { conversation } = this.#ports
    const hash = await hashOf(fromBase64Url(made.value.commit) ?? new Uint8Array(0))
    return new Promise((resolve) => {
      this.#asked = { hash, answer: resolve }
      const isSent = this.#ports.send({
        type: 'change',
        conversation,
        commit: made.value.commit,
        wraps: made.value.wraps,
      })
      if (!isSent) this.#answerChange('not-found')
    })
  }

  async typing(isTyping: boolean) {
    const sealed = await this.#ports.log.sealSignal({ typing: isTyping, tick: Date.now() })
    const { conversation } = this.#ports
    if (sealed.ok) this.#ports.send({ type: 'signal', conversation, sealed: sealed.value })
  }

  /** The person has this conversation in view. */
  read() {
    this.#seen.tell(this.#delivery.heard)
  }

  end() {
    this.#ports.send({ type: 'end', conversation: this.#ports.conversation })
  }

  async #receive(frame: ConversationNewsFrame): Promise<void> {
    switch (frame.type) {
      case 'entries':
        await this.#hearAndDo(this.#delivery.entries(frame.entries))
        return this.#sendNext()
      case 'stored':
        for (const { id, seq, repeated } of frame.items) {
          if (id === this.#asked?.hash) this.#answerChange(undefined)
          this.#delivery.stored(id, seq)
          // Next in the log and sent by this very page: the words are here already, and the server sends no copy.
          const body = repeated ? undefined : this.#sent.get(id)
          if (body && seq === this.#delivery.heard + 1)
            await this.#hearAndDo(this.#delivery.entries([{ seq, kind: 'envelope', body }]))
          // It has its place, and nobody could make sense of it there: it did not arrive, whatever the server says.
          if (seq <= this.#delivery.heard && this.#outbox.has(id)) await this.#giveUp(id)
        }
        this.#do(this.#delivery.behind())
        return this.#sendNext()
      case 'refused':
        return this.#refused(frame)
      case 'phase':
        return this.#show({ phase: frame.phase, endedBy: frame.by })
      case 'presence':
        return this.#show({ isOtherHere: frame.here, ...(frame.here ? {} : { isOtherTyping: false }) })
      case 'seen-by': {
        if (frame.kid === this.#ports.myKid) return
        const { others } = this.#view
        return this.#show({
          others: { delivered: Math.max(others.delivered, frame.delivered), read: Math.max(others.read, frame.read) },
        })
      }
      case 'signal-from': {
        const signal = await this.#ports.log.openSignal(frame.sealed)
        if (signal.ok) this.#showTyping(signal.value.typing)
        return
      }
      case 'erased':
        await this.#outbox.clear()
        return this.#show({ phase: 'erased', receipt: frame.receipt, heard: [], pending: [] })
      case 'pong':
        return
    }
  }

  async #refused({ id, reason }: Refused) {
    if (id === undefined) return this.#answerChange(reason)
    if (hopeless.has(reason)) {
      this.#delivery.refused(id, { isOutdated: false, isBehind: false })
      await this.#giveUp(id)
    } else {
      const isBehind = this.#outbox.isBehind(id)
      this.#delivery.refused(id, { isOutdated: true, isBehind })
      if (isBehind) this.#do(this.#delivery.quiet())
    }
    await this.#sendNext()
  }

  async #giveUp(id: string) {
    this.#outbox.markArrived([id])
    this.#show({ pending: this.#view.pending.map((one) => (one.id === id ? { ...one, state: 'refused' } : one)) })
    await this.#outbox.remove([id])
  }

  async #sendNext() {
    if (!this.#delivery.isFree || this.#outbox.items.length === 0) return
    if (this.#delivery.isOutdated || !this.#outbox.followsLog()) {
      for (const id of await this.#outbox.sealAgain()) await this.#giveUp(id)
      this.#delivery.sealedAgain()
    }
    const { items } = this.#outbox
    const ids = this.#delivery.nextBatch(items)
    this.#sent = new Map(items.filter(({ id }) => ids.includes(id)).map(({ id, envelope }) => [id, envelope]))
    const envelopes = [...this.#sent.values()]
    const { conversation, send } = this.#ports
    if (envelopes.length > 0) send({ type: 'say', conversation, envelopes })
  }

  async #hearAndDo(todos: readonly Todo[]) {
    for (const todo of todos) {
      if (todo.do === 'hear') await this.#hear(todo.entries)
      else this.#do([todo])
    }
  }

  async #hear(entries: Extract<Todo, { do: 'hear' }>['entries']) {
    const heard: Heard[] = []
    try {
      for (const { seq, kind, body, wraps } of entries) {
        const result = await this.#ports.log.receive({ seq, kind, body, ...(wraps ? { wraps: wraps as never } : {}) })
        if (result.ok) heard.push(result.value)
        else if (result.why.after === 'broken') this.#show({ broken: result.why.reason })
        else if (forged.has(result.why.reason)) this.#show({ isForged: true })
      }
    } catch {
      this.#hearLater()
    }
    const readable = heard.flatMap((one) => (one.kind === 'members' ? one.nowReadable : []))
    const all = [...this.#view.heard, ...heard].map((one) => readable.find((now) => now.seq === one.seq) ?? one)
    const heardIds = new Set(heard.flatMap((one) => ('id' in one ? [one.id] : [])))
    const done = this.#outbox.markArrived(heardIds)
    this.#show({
      heard: all,
      pending: this.#view.pending.filter(({ id }) => !heardIds.has(id)),
      members: this.#ports.log.members,
      ...(heard.some((one) => isFromOther(one, this.#ports.myKid)) ? { isOtherTyping: false } : {}),
    })
    this.#seen.tell()
    if (done.length > 0) await this.#outbox.remove(done)
    if (this.#outbox.items.some(({ id }) => !this.#view.pending.some((one) => one.id === id))) await this.#showOutbox()
  }

  /** The key book could not be had just now: nothing is passed over, what was not heard is read again. */
  #hearLater() {
    this.#delivery.heardUpTo(this.#ports.log.position().seen.seq)
    clearTimeout(this.#hearAgain)
    this.#hearAgain = setTimeout(() => this.quiet(), HEAR_AGAIN_MS)
  }

  #do(todos: readonly Todo[]) {
    const { conversation, send } = this.#ports
    for (const todo of todos) if (todo.do === 'read-on') send({ type: 'read-on', conversation, since: todo.since })
  }

  /** Also what was written before a reload, or in another tab. */
  async #showOutbox() {
    await this.#outbox.read()
    const shown = new Set(this.#view.pending.map((one) => one.id))
    const pending = [...this.#view.pending]
    for (const item of this.#outbox.items) {
      if (shown.has(item.id)) continue
      const mine = await this.#ports.log.openMine(item.envelope)
      if (mine.ok && mine.value.type !== 'call') pending.push({ id: item.id, text: mine.value.text, state: 'sending' })
    }
    if (pending.length !== this.#view.pending.length) this.#show({ pending })
  }

  #answerChange(reason: Refused['reason'] | undefined) {
    this.#asked?.answer(reason)
    this.#asked = undefined
  }

  #showTyping(isTyping: boolean) {
    clearTimeout(this.#stopTyping)
    this.#show({ isOtherTyping: isTyping })
    if (isTyping) this.#stopTyping = setTimeout(() => this.#show({ isOtherTyping: false }), TYPING_SHOWN_MS)
  }

  #show(change: Partial<TalkView>) {
    this.#view = { ...this.#view, ...change }
    this.#ports.onChange(this.#view)
  }
}

const isFromOther = (heard: Heard, myKid: string): heard is HeardMessage =>
  heard.kind === 'message' && heard.from.kid !== myKid
