/** A helper's evening: on duty or not, who waits, and the conversations that are theirs. All decisions are here. */
import { browserLinks, onWake } from '@houvast/connection/browser-links'
import { InTurn } from '@houvast/connection/in-turn'
import { browserClock } from '@houvast/connection/ports'
import { type ConnectionState, StayingConnected } from '@houvast/connection/staying-connected'
import type { LogEntry } from '@houvast/protocol/conversation-frames'
import { readToHelper, type ToHelper } from '@houvast/protocol/helper-frames'
import { type Intake, readIntake } from '@houvast/protocol/intake'
import { PROTOCOL_VERSION } from '@houvast/protocol/version'
import { type ConversationLog, openConversation } from '@houvast/sealed/conversation-log'
import { batch, computed, signal } from '@preact/signals'
import { deskApi } from '../desk-api.ts'
import { fetchBook, type OpenedDuty, openDuty } from '../duty/line-keys.ts'
import type { SignedIn } from '../sign-in/sign-in.ts'
import { createAlerts } from './alerts.ts'
import { createChime } from './chime.ts'
import { createDeskCall, type DeskCall } from './desk-call.ts'
import { createDeskTalk, type DeskTalk } from './desk-talk.ts'

export type WaitingSeeker = {
  readonly conversation: string
  readonly since: number
  readonly here: boolean
  /** `undefined`: it was sealed to a key this helper does not have. */
  readonly intake: Intake | undefined
}

/** A person who waits, and who is rung for with us now. */
export type RingingFor = {
  readonly conversation: string
  readonly intake: Intake | undefined
  readonly until: number
  /** Why us. */
  readonly reasons: Extract<ToHelper, { type: 'ring' }>['reasons']
  readonly call: DeskCall
}

/** Asks whether there is more when nothing came for so long (R4). */
const SAFETY_READ_MS = 30_000

type QueueFrame = Extract<ToHelper, { type: 'waiting' }>

export type Desk = ReturnType<typeof createDesk>

export function createDesk({ me, identity }: SignedIn, onSignedOut: () => void) {
  const { line } = me
  const connection = signal<ConnectionState>('stopped')
  const wantsDuty = signal(false)
  const isOnDuty = signal(false)
  const helpers = signal<readonly string[]>([])
  const waiting = signal<readonly WaitingSeeker[]>([])
  const ring = signal<RingingFor | undefined>(undefined)
  const isAway = signal(false)
  const talks = signal<readonly DeskTalk[]>([])
  const openId = signal<string | undefined>(undefined)
  const problem = signal<string | undefined>(undefined)
  const opened = new Map<string, { log: ConversationLog; intake: Intake | undefined }>()
  const turn = new InTurn()
  let duty: OpenedDuty | undefined

  const links = new StayingConnected({
    links: browserLinks('desk'),
    clock: browserClock,
    random: Math.random,
    async hello() {
      const ticket = await deskApi.ticket()
      if (!ticket.ok) return ticket.why.reason === 'not-signed-in' ? 'gone' : 'try-later'
      return { frame: JSON.stringify({ type: 'hello', version: PROTOCOL_VERSION, ticket: ticket.value.ticket }) }
    },
    onFrame: (text) => hear(text),
    onState(state) {
      connection.value = state
      if (state !== 'connected') for (const talk of talks.value) talk.talk.unlinked()
      if (state === 'stopped') onSignedOut()
    },
  })
  const send = (frame: object) => links.send(JSON.stringify(frame))
  const talkOf = (conversation: string) => talks.value.find((talk) => talk.id === conversation)

  function hear(text: string) {
    const frame = readToHelper(text)
    if (!frame) return
    switch (frame.type) {
      case 'welcome':
        for (const { conversation } of frame.own) if (!talkOf(conversation)) addTalk(conversation, undefined)
        for (const talk of talks.value) follow(talk)
        // What still rings is told again; the end of what rang before may have been missed.
        void turn.take(async () => ring.value && ringOver(ring.value.conversation))
        if (wantsDuty.value) send({ type: 'go-on-duty' })
        return
      case 'duty':
        batch(() => {
          isOnDuty.value = frame.onDuty
          helpers.value = frame.helpers
          if (!frame.onDuty) waiting.value = []
          if (frame.isAway) {
            isAway.value = true
            wantsDuty.value = false
          }
        })
        return
      case 'waiting':
        return void turn.take(() => hearQueue(frame))
      case 'ring':
        return void turn.take(() => hearRing(frame))
      case 'ring-over':
        return void turn.take(() => ringOver(frame.conversation))
      case 'brought-in':
        if (!talkOf(frame.conversation)) follow(addTalk(frame.conversation, undefined))
        return
      case 'pong':
        return
      default: {
        const talk = talkOf(frame.conversation)
        const isOver = frame.type === 'refused' && frame.reason === 'not-found' && frame.id === undefined
        // A guest who was let go of, by whoever: nothing of it stays here.
        if (talk && isOver && talk.isGuest.value) return close(talk)
        return void talk?.hear(frame)
      }
    }
  }

  async function hearQueue({ queue }: QueueFrame) {
    const next: WaitingSeeker[] = []
    for (const { conversation, since, here, entries } of queue) {
      const intake = await openIntake(conversation, entries)
      next.push({ conversation, since, here, intake })
    }
    waiting.value = next
  }

  async function hearRing({ conversation, entries, secondsLeft, reasons }: Extract<ToHelper, { type: 'ring' }>) {
    const intake = await openIntake(conversation, entries)
    ring.value?.call.end()
    const call = createDeskCall(conversation, identity.kid)
    call.warm()
    ring.value = { conversation, intake, until: Date.now() + secondsLeft * 1_000, reasons, call }
  }

  async function ringOver(conversation: string) {
    if (ring.value?.conversation !== conversation) return
    ring.value.call.end()
    ring.value = undefined
    opened.delete(conversation)
  }

  function decline() {
    if (!ring.value) return
    send({ type: 'decline', conversation: ring.value.conversation })
    void ringOver(ring.value.conversation)
  }

  async function accept(how: 'talk' | 'write' = 'talk') {
    const ringing = ring.value
    if (!ringing) return
    ring.value = undefined
    ringing.call.accepted(how)
    await take(ringing.conversation, ringing.call)
    if (!talkOf(ringing.conversation)) ringing.call.end()
  }

  async function openIntake(conversation: string, entries: readonly LogEntry[]): Promise<Intake | undefined> {
    const known = opened.get(conversation)
    if (known) return known.intake
    const log = createLog(conversation)
    let intake: Intake | undefined
    for (const { seq, kind, body, wraps } of entries) {
      const heard = await log.receive({ seq, kind, body, ...(wraps ? { wraps: wraps as never } : {}) })
      if (heard.ok && heard.value.kind === 'message') intake = readIntake(heard.value.text)
    }
    opened.set(conversation, { log, intake })
    return intake
  }

  const createLog = (conversation: string) =>
    openConversation({
      ...{ line, conversation },
      me: { role: 'staff', identity, ...(duty ? { duty: { kid: duty.duty.kid, keys: duty.keys } } : {}) },
      book: async () => {
        const book = await fetchBook(line)
        if (!book.ok) throw new Error(`The key book cannot be had: ${book.why.reason}.`)
        return book.value
      },
    })

  async function inBook() {
    const book = await fetchBook(line)
    return book.ok ? [...book.value.members.values()] : []
  }

  function addTalk(conversation: string, nickname: string | undefined, ringing?: DeskCall): DeskTalk {
    const call = me.rings ? (ringing ?? createDeskCall(conversation, identity.kid)) : undefined
    const { kid } = identity
    const colleague = async (of: string) => (await inBook()).find((one) => one.kid === of)
    const talk = createDeskTalk({
      ...{ conversation, nickname, kid, send, call, colleague },
      log: createLog(conversation),
    })
    call?.join(talk.talk, () => connection.value === 'connected')
    talks.value = [...talks.value, talk]
    return talk
  }

  function follow(talk: DeskTalk) {
    send({ type: 'follow', conversation: talk.id, since: talk.talk.heard })
    void talk.talk.linked(talk.talk.heard)
  }

  async function goOnDuty() {
    problem.value = undefined
    const answer = await openDuty(line, identity, Date.now())
    if (!answer.ok) {
      problem.value = answer.why.reason
      return
    }
    duty = answer.value
    isAway.value = false
    wantsDuty.value = true
    opened.clear()
    send({ type: 'go-on-duty' })
  }

  function goOffDuty() {
    wantsDuty.value = false
    send({ type: 'go-off-duty' })
  }

  /** Taking is one signed step: whoever the server takes first has it, and can read it. */
  async function take(conversation: string, ringing?: DeskCall) {
    problem.value = undefined
    const known = opened.get(conversation)
    if (!known) return
    const pickUp = await known.log.pickUp()
    if (!pickUp.ok) {
      problem.value = pickUp.why.reason
      return
    }
    const talk = addTalk(conversation, known.intake?.nickname, ringing)
    const refusal = await talk.talk.change(async () => pickUp)
    if (refusal) {
      talks.value = talks.value.filter((one) => one !== talk)
      problem.value = refusal
      return
    }
    opened.delete(conversation)
    openId.value = conversation
    void talk.talk.linked(talk.talk.heard)
  }

  function close(talk: DeskTalk) {
    talk.call?.end()
    talks.value = talks.value.filter((one) => one !== talk)
    if (openId.value === talk.id) openId.value = undefined
  }

  /** Joins a talk of a colleague's; nobody else is rung for meanwhile. */
  function join({ call, talk }: DeskTalk) {
    if (isOnDuty.value) goOffDuty()
    void call?.turnOnSound()
    call?.start({ heardUpTo: talk.heard, isReturn: false })
  }

  async function leaveAsGuest(talk: DeskTalk) {
    const refusal = await talk.leave()
    if (refusal) problem.value = refusal
    else close(talk)
  }

  /** Who could be asked to join a talk: on duty, and not oneself. `undefined`: nobody knows now, and that is said. */
  async function colleagues() {
    const book = await fetchBook(line)
    problem.value = book.ok ? undefined : book.why.reason
    if (!book.ok) return undefined
    const onDuty = new Set(helpers.value)
    return [...book.value.members.values()].filter(({ kid }) => kid !== identity.kid && onDuty.has(kid))
  }

  async function signOut() {
    links.stop()
    await deskApi.signOut()
    onSignedOut()
  }

  /** Who waits, rings or asks one to join. */
  const waitingForMe = computed(() => {
    const asked = talks.value.filter(({ isGuest, call }) => isGuest.value && !call?.view.value?.isStarted)
    return waiting.value.length + (ring.value ? 1 : 0) + asked.length
  })
  const alerts = createAlerts({
    waiting: waitingForMe,
    isSeen: () => !document.hidden,
    sound: createChime(),
    every(ms, work) {
      const timer = setInterval(work, ms)
      return () => clearInterval(timer)
    },
  })

  links.start()
  const stopWaking = onWake(() => links.nudge())
  const safety = setInterval(() => {
    for (const { talk } of talks.value) talk.quiet()
  }, SAFETY_READ_MS)

  return {
    ...{ me, alerts, waitingForMe, connection, isOnDuty, isAway, helpers, waiting, ring, talks, openId, problem },
    open: computed(() => (openId.value ? talkOf(openId.value) : undefined)),
    ...{ goOnDuty, goOffDuty, take, accept, decline, close, join, leaveAsGuest, colleagues, signOut },
    /** Something said here is not on the server yet. */
    hasUnsent: () => talks.value.some((talk) => talk.view.value.pending.some((one) => one.state === 'sending')),
    leave() {
      for (const talk of talks.value) talk.call?.end()
      stopWaking()
      alerts.stop()
      clearInterval(safety)
      links.stop()
    },
  }
}
