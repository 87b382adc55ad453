/**
 * One conversation in a world where everything goes wrong: the real client and the real server core, on a clock, a
 * network, disks and chance that come from a seed. Who fails here fails again with the same number.
 */

import { InTurn } from '@houvast/connection/in-turn'
import { browserClock } from '@houvast/connection/ports'
import { openConversation as openState } from '@houvast/rules/conversation/open-conversation'
import { openConversation } from '@houvast/sealed/conversation-log'
import { createSeekerKeys, readStart, startConversation } from '@houvast/sealed/conversation-start'
import { readEnvelopeHeader } from '@houvast/sealed/envelope'
import { createHelpline, dutyPairOf, newId, type Staff, value } from '@houvast/sealed/testing/helpline'
import type { AppendQueue } from '@houvast/server/talk/append-queue'
import type { HandleLink } from '@houvast/server/talk/link'
import { type KeptRows, memoryConversations } from '@houvast/server/talk/testing/memory-conversations'
import { type TalkServer, talkServer } from '@houvast/server/talk/testing/talk-server'
import type { Conversations } from '@houvast/server-store/conversations/conversations'
import { checkHistory, type Screen, type Writer } from './check-history.ts'
import { cryptoInTurn } from './crypto-in-turn.ts'
import {
  diskOutbox,
  type HelperDevice,
  type HelperTalk,
  isDelivered,
  type Network,
  newWriter,
  onlyWritten,
  openHelperDevice,
  openSeekerTab,
  type Tab,
} from './devices.ts'
import { modelNetwork } from './model-network.ts'
import { type Seeded, seeded } from './seeded.ts'

/** A fault put in on purpose, to see that the check finds it. */
export type Variant = {
  conversations?(right: Conversations & { all: Map<string, KeptRows> }, chance: Seeded): Conversations
  appends?(conversations: Conversations): Pick<AppendQueue, 'add'>
  /** What the server loses when it is killed. */
  killed?(all: Map<string, KeptRows>): void
}

export type Course = {
  readonly wrong: readonly string[]
  readonly messages: number
  readonly faults: number
  /** The log's words in order, and when the course ended: the same for the same seed. */
  readonly trace: string
}

const TROUBLE_MS = 60_000
const CALM_MS = 120_000
const START = Date.UTC(2025, 5, 2, 12)

/** Made once: keys cost time and say nothing about the course. */
let people: ReturnType<typeof createPeople> | undefined

async function createPeople() {
  const helpline = await createHelpline()
  const [hanne, bram, lead] = [
    await helpline.hire('Hanne'),
    await helpline.hire('Bram'),
    await helpline.hire('Lies', 'shift-lead'),
  ]
  const { duty, wraps } = await helpline.makeDuty(hanne.identity)
  return { helpline, hanne, bram, lead, duty, wraps, dutyPair: await dutyPairOf(duty, wraps, hanne.identity) }
}

/** Vitest's clock in place of the machine's. */
export type Timers = {
  useFakeTimers(options: {
    toFake: ('setTimeout' | 'clearTimeout' | 'setInterval' | 'clearInterval' | 'Date')[]
    now: number
  }): unknown
  useRealTimers(): unknown
  advanceTimersToNextTimer(): unknown
}

export async function runCourse(timers: Timers, seed: number, variant: Variant = {}): Promise<Course> {
  people ??= createPeople()
  const staff = await people
  const turn = cryptoInTurn()
  timers.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], now: START })
  try {
    return await new World({ timers, seed, variant, staff, settled: turn.settled }).run()
  } finally {
    timers.useRealTimers()
    turn.restore()
  }
}

type Making = {
  readonly timers: Timers
  readonly seed: number
  readonly variant: Variant
  readonly staff: Awaited<ReturnType<typeof createPeople>>
  readonly settled: () => Promise<void>
}

class World {
  readonly #timers: Timers
  readonly #chance: Seeded
  readonly #variant: Variant
  readonly #staff: Awaited<ReturnType<typeof createPeople>>
  readonly #settled: () => Promise<void>
  readonly #right
  readonly #conversations: Conversations
  readonly #writers: Writer[] = []
  readonly #screens: Screen[] = []
  readonly #tabs: Tab[] = []
  readonly #helpers: { readonly staff: Staff; readonly device: HelperDevice }[] = []
  readonly #id = newId()
  #server: TalkServer | undefined
  #disk: ReturnType<typeof diskOutbox> | undefined
  #isTroubled = false
  #said = 0
  #faults = 0

  constructor({ timers, seed, variant, staff, settled }: Making) {
    this.#timers = timers
    this.#chance = seeded(seed)
    this.#variant = variant
    this.#staff = staff
    this.#settled = settled
    this.#right = memoryConversations(() => this.#wait(0, 15))
    this.#conversations = variant.conversations?.(this.#right, this.#chance) ?? this.#right
  }

  async run(): Promise<Course> {
    this.#startServer()
    const { keys, writer } = await this.#seekerStarts()
    const lock = new InTurn()
    const outbox = diskOutbox(writer, () => this.#wait(0, 5))
    this.#disk = outbox
    const network = this.#network((server) => server.seeker, {
      ticket: (server) =>
        server.tickets.issue({ role: 'seeker', line: this.#staff.helpline.line, conversation: this.#id }),
    })
    const openTab = () => {
      const tab = openSeekerTab({
        ...{ line: this.#staff.helpline.line, conversation: this.#id },
        ...{ keys, outbox, writer, lock, network },
        onOutboxChange: () => {
          for (const other of this.#tabs) if (other !== tab) setTimeout(() => void other.talk.lookAtOutbox(), 1)
        },
      })
      return tab
    }
    this.#tabs.push(openTab())
    if (this.#chance.isOnce(2)) this.#tabs.push(openTab())
    for (const one of [this.#staff.hanne, this.#staff.bram]) this.#addHelper(one)
    await this.#pass(500)
    await this.#pickUp()

    this.#isTroubled = true
    const troubleUntil = Date.now() + TROUBLE_MS
    while (Date.now() < troubleUntil) {
      await this.#pass(this.#chance.between(1, 1_500))
      this.#happens(openTab)
    }
    this.#isTroubled = false
    this.#server ?? this.#startServer()
    const calmUntil = Date.now() + CALM_MS
    do await this.#pass(1_000)
    while (Date.now() < calmUntil && !this.#isDrained())
    return this.#outcome(keys)
  }

  /** One thing that somebody does, or that goes wrong. */
  #happens(openTab: () => Tab) {
    const { pick, between, isOnce } = this.#chance
    const tab = pick(this.#tabs)
    const say = () => {
      for (let i = between(1, 3); i > 0; i--) void tab.talk.say(this.#words())
    }
    const answer = () => {
      const one = pick(this.#helpers).device.talks.get(this.#id)
      if (one) for (let i = between(1, 2); i > 0; i--) void one.talk.say(this.#words())
    }
    const fault = (work: () => void) => () => {
      this.#faults++
      work()
    }
    pick([
      ...[say, say, say, answer, answer, answer],
      fault(() => this.#net.disturb((wire) => wire.cut())),
      fault(() => this.#net.disturb((wire) => wire.swallow(between(10, 5_000)))),
      fault(() => this.#net.disturb((wire) => wire.freeze(between(100, 6_000)))),
      fault(() => this.#kill()),
      fault(() => this.#reload(tab, openTab)),
      fault(() => {
        this.#net.block(isOnce(2))
      }),
      () => tab.stay.nudge(),
      () => void this.#change(),
    ])()
  }

  #words = () => `woord ${++this.#said}`

  #kill() {
    if (!this.#server) return
    this.#server.presence.close()
    this.#server = undefined
    this.#net.cutAll()
    this.#variant.killed?.(this.#right.all)
    setTimeout(() => this.#server ?? this.#startServer(), this.#chance.between(50, 4_000))
  }

  #reload(tab: Tab, openTab: () => Tab) {
    this.#screens.push(tab.screen(`tab ${this.#screens.length}`, false))
    tab.close()
    this.#tabs.splice(this.#tabs.indexOf(tab), 1, openTab())
  }

  /** A hand-over, or a lead who reads along: what is under way under the old key has to be sealed again. */
  async #change() {
    const holder = this.#helpers.find(({ device, staff }) => {
      const log = device.talks.get(this.#id)?.log
      return log?.members.some(({ role, kid }) => role === 'helper' && kid === staff.identity.kid)
    })
    const talk = holder?.device.talks.get(this.#id)
    if (!holder || !talk) return
    const colleague = this.#helpers.find((one) => one !== holder)
    const isHandOver = this.#chance.isOnce(3)
    const history = this.#chance.pick(['with', 'without'] as const)
    const refusal = await talk.talk.change(() =>
      isHandOver && colleague
        ? talk.log.handOverTo(colleague.staff.member, history)
        : talk.log.letReadAlong(this.#staff.lead.member),
    )
    if (refusal || !isHandOver || !colleague) return
    if (!colleague.device.talks.has(this.#id)) this.#addTalk(colleague.device)
    colleague.device.follow(this.#id)
  }

  #addTalk(device: HelperDevice): HelperTalk {
    const added = device.addTalk(this.#id)
    this.#writers.push(added.writer)
    return added
  }

  async #seekerStarts() {
    const { helpline, duty } = this.#staff
    const keys = await createSeekerKeys()
    const started = value(
      await startConversation({
        ...{ conversation: this.#id, book: helpline.book, duty, keys },
        ...{ intake: 'eerste woorden', id: newId() },
      }),
    )
    const { hash } = value(await readStart(started.start))
    await this.#right.open(
      {
        ...{ line: helpline.line, id: this.#id, secretHash: '', placeTicket: '' },
        state: openState({ seeker: keys.kid, duty: duty.kid, commitHash: hash }, Date.now()),
        start: { id: hash, kid: keys.kid, body: started.start, wraps: started.wraps },
        intake: {
          id: value(readEnvelopeHeader(started.intake.envelope)).id,
          kid: keys.kid,
          body: started.intake.envelope,
        },
      },
      Date.now(),
    )
    const writer = newWriter(keys.kid)
    this.#writers.push(writer)
    return { keys, writer }
  }

  #addHelper(staff: Staff) {
    const { line } = this.#staff.helpline
    const network = this.#network((server) => server.helper, {
      ticket: (server) => server.tickets.issue({ role: 'helper', line, kid: staff.identity.kid }),
    })
    const duty = staff === this.#staff.hanne ? { duty: this.#staff.dutyPair } : {}
    const device = openHelperDevice({ line, identity: staff.identity, network, onDuty: true, ...duty })
    this.#helpers.push({ staff, device })
  }

  async #pickUp() {
    const { device } = this.#helpers[0] as { device: HelperDevice }
    const log = device.createLog(this.#id)
    for (const entry of await this.#during(
      this.#right.read(this.#staff.helpline.line, this.#id, 0, [this.#staff.duty.kid]),
    ))
      value(await this.#during(log.receive({ ...entry, wraps: (entry.wraps ?? []) as never })))
    const { talk } = this.#addTalk(device)
    const refusal = await this.#during(talk.change(() => log.pickUp()))
    if (refusal) throw new Error(`The pick-up was refused: ${refusal}.`)
    void talk.linked(talk.heard)
    await this.#pass(500)
  }

  #net = modelNetwork({ ...seeded(0) }, () => undefined)

  #network(side: (server: TalkServer) => HandleLink, { ticket }: { ticket: (server: TalkServer) => string }): Network {
    const net = modelNetwork(this.#chance, () => this.#server && side(this.#server))
    const before = this.#net
    this.#net = {
      ...net,
      disturb(how, outOf) {
        before.disturb(how, outOf)
        net.disturb(how, outOf)
      },
      cutAll() {
        before.cutAll()
        net.cutAll()
      },
      block(blocked) {
        before.block(blocked)
        net.block(blocked)
      },
    }
    return {
      links: net.links,
      clock: browserClock,
      random: this.#chance.random,
      ticket: async () => {
        if (this.#isTroubled && this.#chance.isOnce(20)) return new Promise(() => {})
        await this.#wait(1, 40)
        return this.#server && ticket(this.#server)
      },
      book: async () => {
        await this.#wait(1, 40)
        if (this.#isTroubled && this.#chance.isOnce(4)) throw new Error('The book cannot be had now.')
        return this.#staff.helpline.book
      },
    }
  }

  #startServer() {
    this.#server = talkServer({
      conversations: this.#conversations,
      now: Date.now,
      onBug: (error) => {
        throw error
      },
      ...(this.#variant.appends ? { appends: this.#variant.appends(this.#conversations) } : {}),
    })
  }

  /** Nothing is under way, on any disk or screen; what will never be is for the check to find. */
  #isDrained() {
    const kept = this.#right.all.get(this.#id)
    const end = kept?.rows.length
    return (
      this.#disk?.size() === 0 &&
      this.#tabs.every(
        (tab) => tab.isDrained() && tab.talk.view.heard.length === end && tab.stay.state === 'connected',
      ) &&
      this.#talksNow()
        .filter(({ writer }) => kept?.state.members.some(({ kid }) => kid === writer.kid))
        .every(({ talk }) => isDelivered(talk.view) && talk.view.heard.length === end)
    )
  }

  #talksNow = () => this.#helpers.flatMap(({ device }) => device.talks.get(this.#id) ?? [])

  async #outcome(keys: Awaited<ReturnType<typeof createSeekerKeys>>): Promise<Course> {
    const { helpline } = this.#staff
    const wrong: string[] = []
    for (const tab of this.#tabs) {
      if (!tab.isDrained()) wrong.push(`undelivered: ${tab.talk.view.pending.map(({ text }) => text).join()}`)
      if (tab.stay.state !== 'connected') wrong.push(`left behind: a tab is ${tab.stay.state} (${tab.closeCodes})`)
      if (tab.talk.view.broken) wrong.push(`broken: ${tab.talk.view.broken}`)
    }
    const log = this.#right.all.get(this.#id)?.rows ?? []
    const reader = openConversation({
      ...{ line: helpline.line, conversation: this.#id },
      me: { role: 'seeker', keys },
      book: async () => helpline.book,
    })
    const wraps = this.#right.all.get(this.#id)?.wraps ?? []
    const entries = log.map(({ seq, kind, body }) => ({
      ...{ seq, kind, body },
      wraps: wraps.filter((wrap) => wrap.seq === seq && wrap.for === keys.kid) as never[],
    }))
    const reading = []
    for (const entry of entries) reading.push(await this.#during(reader.receive(entry)))
    const members: readonly string[] = reader.members.map(({ kid }) => kid)
    const screens = [
      ...this.#screens,
      ...this.#tabs.map((tab, i) => tab.screen(`tab ${i} at the end`, true)),
      ...this.#talksNow().map(({ talk, writer }) => ({
        who: `helper ${writer.kid}`,
        isFinal: members.includes(writer.kid),
        heard: talk.view.heard,
      })),
    ]
    // Whoever left may have words that nobody took: their page says that they were not delivered.
    const writers = this.#writers.map((writer) => {
      const hasLeft = !members.includes(writer.kid)
      const asKnown = onlyWritten(writer)
      return hasLeft ? { ...asKnown, refused: new Set(writer.put) } : asKnown
    })
    wrong.push(...checkHistory({ writers, screens, log: entries, reading }))
    const texts = reading.flatMap((heard) => (heard.ok && heard.value.kind === 'message' ? [heard.value.text] : []))
    for (const tab of this.#tabs) tab.close()
    for (const { device } of this.#helpers) device.close()
    this.#server?.presence.close()
    return {
      wrong,
      messages: texts.length - 1,
      faults: this.#faults,
      trace: `${Date.now() - START}: ${texts.join(', ')}`,
    }
  }

  async #wait(from: number, to: number) {
    await new Promise<void>((resolve) => setTimeout(resolve, this.#chance.between(from, to)))
  }

  async #pass(ms: number) {
    const until = Date.now() + ms
    let hasCome = false
    setTimeout(() => {
      hasCome = true
    }, ms)
    while (!hasCome && Date.now() <= until) {
      await this.#settled()
      this.#timers.advanceTimersToNextTimer()
    }
    await this.#settled()
  }

  /** Waits for something in the world, which only goes on while somebody lets time pass. */
  async #during<T>(promise: Promise<T>): Promise<T> {
    let isDone = false
    const done = promise.finally(() => {
      isDone = true
    })
    done.catch(() => {})
    await this.#settled()
    while (!isDone) await this.#pass(10)
    return done
  }
}
