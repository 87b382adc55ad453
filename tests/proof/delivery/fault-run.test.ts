/**
 * The real server as a process that is killed and frozen, real sockets through a proxy that breaks them, and real
 * devices without a screen: what everybody wrote is what the log holds and what everybody sees.
 *
 * `FAULT_RUN=long` runs for minutes; `FAULT_SEED` gives the same choices again (the machine's own timing stays).
 */
import { setTimeout as pause } from 'node:timers/promises'
import { InTurn } from '@houvast/connection/in-turn'
import { browserClock } from '@houvast/connection/ports'
import type { LogEntry } from '@houvast/protocol/conversation-frames'
import { openConversation } from '@houvast/sealed/conversation-log'
import type { LogEntry as HeardEntry } from '@houvast/sealed/heard'
import { value } from '@houvast/sealed/testing/helpline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RunningServer } from '../../running-server.ts'
import { checkHistory, type Screen, type Writer } from './check-history.ts'
import {
  diskOutbox,
  isDelivered,
  newWriter,
  onlyWritten,
  openHelperDevice,
  openSeekerTab,
  type Tab,
} from './devices.ts'
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts'
import { pageAt } from './real-network.ts'
import { type Begun, beginTalk, type SignedIn, signIn } from './real-people.ts'
import { seeded } from './seeded.ts'

const LINE = 'tele-onthaal'
const isLong = process.env.FAULT_RUN === 'long'
const seed = Number(process.env.FAULT_SEED ?? 20_250_602)
const TALKS = isLong ? 12 : 6
const FAULTS = isLong ? 90 : 14
const WORDS_PER_TURN = isLong ? 3 : 4
const DRAINED_WITHIN_MS = 60_000

type Helper = { readonly who: SignedIn; readonly device: ReturnType<typeof openHelperDevice> }
type Running = {
  readonly begun: Begun
  readonly writers: Writer[]
  readonly screens: Screen[]
  readonly disk: ReturnType<typeof diskOutbox>
  tabs: Tab[]
  openTab(): Tab
}

describe('a real server under faults', () => {
  const chance = seeded(seed)
  let server: RunningServer
  let proxy: FaultProxy
  let words = 0

  beforeAll(async () => {
    server = await RunningServer.start()
    proxy = await openFaultProxy({ port: Number(new URL(server.origin).port) })
  })
  afterAll(async () => {
    proxy?.close()
    await server?.stop()
  })

  test('[R1, R2, R3, R4, R9, R11] every word that was acknowledged is in the log once, in order, and on every screen', async () => {
    const helpers = await openHelpers()
    const talks: Running[] = []
    for (let i = 0; i < TALKS; i++) talks.push(await openTalk(i))
    await shareOut(talks, helpers)

    for (let fault = 1; fault <= FAULTS; fault++) {
      for (let i = 0; i < 2; i++) {
        everybodyTalks(talks, helpers)
        await pause(chance.between(60, 220))
      }
      await faults[fault % faults.length]?.(talks)
      if (fault === 4 || fault === 9) await changeMembers(talks, helpers)
    }

    await until(() => isDrained(talks, helpers), DRAINED_WITHIN_MS)
    const counted = { messages: 0, acknowledged: 0, onScreens: 0 }
    for (const [i, talk] of talks.entries()) {
      const { wrong, messages, acknowledged } = await check(talk, helpers)
      expect({ seed, talk: i, wrong }).toEqual({ seed, talk: i, wrong: [] })
      counted.messages += messages
      counted.acknowledged += acknowledged
      counted.onScreens += talk.screens.length
    }
    console.info(
      `seed ${seed}: ${server.output.match(/"engine":"[^"]+","bus":"[^"]+"/)?.[0]}: ${TALKS} talks, ${counted.messages} messages, ${counted.acknowledged} acknowledged, ${FAULTS} faults;`,
      `0 lost, 0 doubled, 0 reordered on ${counted.onScreens} screens`,
    )
    expect(counted.messages).toBeGreaterThan(600)
    for (const { tabs } of talks) for (const tab of tabs) tab.close()
    for (const { device } of helpers) device.close()
  })

  async function openHelpers(): Promise<Helper[]> {
    const signedIn = [await signIn(server.origin, LINE, 'Sam'), await signIn(server.origin, LINE, 'Mila')]
    await signedIn[0]?.makeDuty()
    const helpers: Helper[] = []
    for (const who of signedIn) {
      const { kid, keys } = await who.duty()
      const page = pageAt(proxy.origin, 'desk', who.cookie)
      const network = {
        ...{ links: page.links, clock: browserClock, random: chance.random },
        ticket: () => who.ticket(page),
        book: () => who.book(),
      }
      const device = openHelperDevice({
        ...{ line: LINE, identity: who.identity, network, onDuty: true },
        duty: { kid, keys },
      })
      await until(() => device.isOnDuty(), 10_000)
      helpers.push({ who, device })
    }
    return helpers
  }

  /** Every third device goes by posts, and every second seeker has two tabs. */
  async function openTalk(i: number): Promise<Running> {
    const begun = await beginTalk(pageAt(server.origin, 'seeker'), LINE)
    const writer = newWriter(begun.keys.kid)
    const page = pageAt(proxy.origin, 'seeker')
    const disk = diskOutbox(writer)
    const lock = new InTurn()
    const network = {
      links: i % 3 === 2 ? page.polledOnly : page.links,
      ...{ clock: browserClock, random: chance.random },
      ticket: () => begun.ticket(page),
      book: () => begun.book(),
    }
    const talk: Running = { begun, writers: [writer], screens: [], disk, tabs: [], openTab }
    function openTab(): Tab {
      const tab = openSeekerTab({
        ...{ line: LINE, conversation: begun.conversation, keys: begun.keys },
        ...{ outbox: disk, writer, network, lock },
        onOutboxChange: () => {
          for (const other of talk.tabs) if (other !== tab) void other.talk.lookAtOutbox()
        },
      })
      return tab
    }
    talk.tabs.push(openTab())
    if (i % 2 === 1) talk.tabs.push(openTab())
    return talk
  }

  /** Three each: as many as the line allows; what is over waits, and its seeker writes all the same. */
  async function shareOut(talks: readonly Running[], helpers: readonly Helper[]) {
    for (const [i, { begun, writers }] of talks.entries()) {
      const { device } = helpers[i % helpers.length] as Helper
      if (device.talks.size >= 3) continue
      await until(() => device.stay.state === 'connected' && device.waiting.has(begun.conversation), 10_000)
      const shown = device.createLog(begun.conversation)
      for (const entry of device.waiting.get(begun.conversation) ?? []) value(await shown.receive(asHeard(entry)))
      const { talk, writer } = device.addTalk(begun.conversation)
      expect(await talk.change(() => shown.pickUp())).toBeUndefined()
      writers.push(writer)
      await talk.linked(talk.heard)
    }
  }

  function everybodyTalks(talks: readonly Running[], helpers: readonly Helper[]) {
    const word = () => `woord ${++words}`
    for (const { tabs } of talks) for (let i = 0; i < WORDS_PER_TURN; i++) void chance.pick(tabs).talk.say(word())
    for (const { device } of helpers)
      for (const { talk } of device.talks.values()) for (let i = 1; i < WORDS_PER_TURN; i++) void talk.say(word())
  }

  const some = () => chance.isOnce(2)
  const faults: readonly ((talks: readonly Running[]) => Promise<void> | void)[] = [
    async () => {
      await server.kill('SIGKILL')
      await pause(chance.between(0, 700))
      await server.restart()
    },
    () => void proxy.reset(some),
    () => proxy.swallowAnswers(some, chance.between(50, 900)),
    async () => {
      server.signal('SIGSTOP')
      await pause(chance.between(200, 1_500))
      server.signal('SIGCONT')
    },
    () => proxy.cutInFrame(some, () => chance.between(1, 900)),
    (talks) => {
      for (const talk of talks) reload(talk)
    },
    () => proxy.goSilent(some, chance.between(500, 2_500)),
  ]

  /** A new page over the same disk, in the middle of whatever it was doing. */
  function reload(talk: Running) {
    const tab = chance.pick(talk.tabs)
    talk.screens.push(tab.screen('before a reload', false))
    tab.close()
    talk.tabs = talk.tabs.map((one) => (one === tab ? talk.openTab() : one))
  }

  /** One talk goes to a colleague, and one goes back to the queue, while both are being written in. */
  async function changeMembers(talks: readonly Running[], helpers: readonly Helper[]) {
    const [from, to] = helpers as [Helper, Helper]
    const own = [...from.device.talks].filter(([, { log, writer }]) => isHelper(log.members, writer.kid))
    const [id, one] = own[0] ?? []
    if (!id || !one) return
    await until(() => from.device.stay.state === 'connected', 20_000)
    const book = await from.who.book()
    const member = book.members.get(to.who.identity.kid)
    if (!member) throw new Error('The colleague is not in the book.')
    const refusal = await one.talk.change(() => one.log.handOverTo(member, chance.pick(['with', 'without'])))
    if (refusal || to.device.talks.has(id)) return
    const { writer } = to.device.addTalk(id)
    talks.find(({ begun }) => begun.conversation === id)?.writers.push(writer)
    to.device.follow(id)
    const [back] = own.slice(1)
    const { key } = await from.who.duty()
    await back?.[1].talk.change(() => back[1].log.backToQueue(key))
  }

  function isDrained(talks: readonly Running[], helpers: readonly Helper[]): boolean {
    return talks.every(({ begun, tabs, disk }) => {
      const [first] = tabs
      const end = first?.talk.view.heard.length ?? -1
      const members = first?.log.members ?? []
      const ofHelpers = helpers.flatMap(({ device }) => {
        const talk = device.talks.get(begun.conversation)
        return talk && isHelper(members, talk.writer.kid) ? [talk] : []
      })
      return (
        disk.size() === 0 &&
        tabs.every(
          ({ talk, stay }) => isDelivered(talk.view) && stay.state === 'connected' && talk.view.heard.length === end,
        ) &&
        ofHelpers.every(({ talk }) => isDelivered(talk.view) && talk.view.heard.length === end)
      )
    })
  }

  /** The log is read from the database through the server, past the proxy, by a device that never saw it. */
  async function check({ begun, writers, screens, tabs }: Running, helpers: readonly Helper[]) {
    const log = await readLog(begun)
    const reader = openConversation({
      ...{ line: LINE, conversation: begun.conversation },
      me: { role: 'seeker', keys: begun.keys },
      book: () => begun.book(),
    })
    const reading = []
    for (const entry of log) reading.push(await reader.receive(asHeard(entry)))
    const isMember = (kid: string) => reader.members.some((member) => member.kid === kid)
    for (const [i, tab] of tabs.entries()) screens.push(tab.screen(`tab ${i}`, true))
    for (const { device, who } of helpers) {
      const talk = device.talks.get(begun.conversation)
      if (talk) screens.push({ who: who.name, isFinal: isMember(talk.writer.kid), heard: talk.talk.view.heard })
    }
    const known = writers.map((writer) =>
      isMember(writer.kid) ? onlyWritten(writer) : { ...onlyWritten(writer), refused: new Set(writer.put) },
    )
    const wrong = [
      ...checkHistory({ writers: known, screens, log, reading }),
      ...tabs.flatMap(({ talk, closeCodes }) => [
        ...(talk.view.broken ? [`broken: ${talk.view.broken}`] : []),
        ...closeCodes.map((code) => `closed: ${code}`),
      ]),
    ]
    const acknowledged = known.reduce((sum, writer) => sum + writer.acknowledged.size, 0)
    return { wrong, messages: log.filter(({ kind }) => kind === 'envelope').length - 1, acknowledged }
  }

  async function readLog(begun: Begun): Promise<readonly LogEntry[]> {
    const page = pageAt(server.origin, 'seeker')
    const entries: LogEntry[] = []
    const writer = newWriter(begun.keys.kid)
    const tab = openSeekerTab({
      ...{ line: LINE, conversation: begun.conversation, keys: begun.keys, writer },
      ...{ outbox: diskOutbox(writer), lock: new InTurn(), onOutboxChange() {} },
      network: {
        ...{ links: page.links, clock: browserClock, random: Math.random },
        ticket: () => begun.ticket(page),
        book: () => begun.book(),
      },
      onEntries: (some) => entries.push(...some),
    })
    await until(() => tab.end !== undefined && entries.length >= tab.end, 20_000)
    tab.close()
    return entries
  }
})

const isHelper = (members: readonly { kid: string; role: string }[], kid: string) =>
  members.some((member) => member.kid === kid && member.role === 'helper')

const asHeard = ({ seq, kind, body, wraps }: LogEntry): HeardEntry => ({
  ...{ seq, kind, body },
  ...(wraps ? { wraps: wraps as never } : {}),
})

async function until(isSo: () => boolean, withinMs: number) {
  const end = Date.now() + withinMs
  while (!isSo()) {
    if (Date.now() > end) return
    await pause(50)
  }
}
