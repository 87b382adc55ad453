/** Two processes on one PostgreSQL are one site: whoever is at the one talks with whoever is at the other. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RunningServer } from '../../running-server.ts'
import { type Ask, asked, askOf } from '../../wire/ask.ts'
import { type Duty, goOnDuty, type Helper, helperHello, helperTicket, signInHelper, take } from '../../wire/helper.ts'
import { openPolled, openSocket, type WireLink } from '../../wire/link.ts'
import { type Seeker, seekerHello, seekerTicket, seekerView, startSeeker } from '../../wire/seeker.ts'
import { talkOfTwo, WORDS } from '../../wire/talk.ts'

const { DATABASE_URL } = process.env
const SOON_MS = 3_000

/** Another process of the same site: its database, and its folder with the keyring. */
const another = (first: RunningServer) =>
  RunningServer.start({ DATABASE_URL: first.databaseUrl, DATA_DIR: first.dataDir })

const soon = async (isSo: () => boolean | Promise<boolean>) => {
  const until = Date.now() + SOON_MS
  while (Date.now() < until) {
    if (await isSo()) return true
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  return false
}

describe.skipIf(!DATABASE_URL)(`two processes of one site${DATABASE_URL ? '' : ' (needs DATABASE_URL)'}`, () => {
  let one: RunningServer
  let two: RunningServer
  let atOne: { origin: string; ask: Ask }
  let atTwo: { origin: string; ask: Ask }
  let mila: Helper
  let sam: Helper
  let desk: WireLink
  let duty: Duty

  beforeAll(async () => {
    one = await RunningServer.start()
    two = await another(one)
    atOne = { origin: one.origin, ask: askOf(one.origin) }
    atTwo = { origin: two.origin, ask: askOf(two.origin) }
    mila = await signInHelper(atTwo.ask, 'awel', 'Mila')
    sam = await signInHelper(atOne.ask, 'tele-onthaal', 'Sam')
    desk = await openSocket(two.origin, 'desk')
    await helperHello(atTwo.ask, desk, mila)
    duty = await goOnDuty(atTwo.ask, desk, mila)
  })
  afterAll(async () => {
    desk?.close()
    await two?.stop()
    await one?.stop()
  })

  const stateAt = async ({ ask }: { ask: Ask }, line: string) => {
    const { lines } = await asked<{ lines: { id: string; state: string; waiting: number }[] }>(ask('/api/lines'))
    return lines.find(({ id }) => id === line)
  }
  async function waitAtOne(): Promise<{ seeker: Seeker; link: WireLink }> {
    const seeker = await startSeeker(atOne.ask, 'awel', 'mag ik iets vragen')
    const link = await openSocket(one.origin, 'seeker')
    await seekerHello(atOne.ask, link, seeker)
    return { seeker, link }
  }

  test('[R12] who is on duty at the one makes the line open at the other', async () => {
    expect(await soon(async () => (await stateAt(atOne, 'awel'))?.state === 'open')).toBe(true)
    expect((await stateAt(atOne, 'tele-onthaal'))?.state).toBe('closed')
  })

  test('[R12] who waits at the one is seen, taken and spoken with at the other, both ways', async () => {
    const { seeker, link } = await waitAtOne()
    const queue = await link.until(({ type }) => type === 'queue', 'a place')
    const mine = seekerView(link, seeker)
    await mine.upTo(2)
    const theirs = await take(desk, mila, duty, seeker.conversation)
    await link.until(({ type, phase }) => type === 'phase' && phase === 'active', 'being taken')
    await theirs.upTo(3)
    await mine.upTo(3)
    await theirs.upTo(await mine.say('ben je daar'))
    await mine.upTo(await theirs.say('ja'))

    expect(queue).toMatchObject({ place: 1, helpers: 1 })
    expect(mine.words).toEqual(WORDS)
    expect(theirs.words).toEqual(WORDS)
    link.close()
  })

  test('[R12] each sees the other come and go', async () => {
    const { seeker, link } = await waitAtOne()
    await seekerView(link, seeker).upTo(2)
    await take(desk, mila, duty, seeker.conversation)
    const hereAtDesk = (here: boolean) =>
      soon(() => {
        const told = desk.frames.filter((f) => f.type === 'presence' && f.conversation === seeker.conversation)
        return told.at(-1)?.here === here
      })

    expect(await hereAtDesk(true)).toBe(true)
    link.close()
    expect(await hereAtDesk(false)).toBe(true)
    const back = await openSocket(one.origin, 'seeker')
    await seekerHello(atOne.ask, back, seeker)
    expect(await hereAtDesk(true)).toBe(true)
    await back.until(({ type, who, here }) => type === 'presence' && who === 'helper' && here === true, 'the helper')
    back.close()
  })

  test('[R12] a ticket from the one is good at the other', async () => {
    const { seeker, link } = await waitAtOne()
    link.close()
    const moved = await openSocket(two.origin, 'seeker')
    await moved.send({ type: 'hello', version: 1, ticket: await seekerTicket(atOne.ask, seeker), since: 0 })
    await moved.until(({ type }) => type === 'welcome', 'the welcome')
    await asked(atTwo.ask('/api/seeker/erase', { body: pick(seeker) }))
    moved.close()
  })

  test('[R12] what is erased at the one is gone at the other', async () => {
    const { seeker, link } = await waitAtOne()
    await seekerView(link, seeker).upTo(2)
    await take(desk, mila, duty, seeker.conversation)
    const erased = await asked<{ receipt: string }>(atOne.ask('/api/seeker/erase', { body: pick(seeker) }))
    const told = await desk.until((f) => f.type === 'erased' && f.conversation === seeker.conversation, 'the erasure')

    expect(told.receipt).toBe(erased.receipt)
    expect((await atTwo.ask('/api/seeker/ticket', { body: pick(seeker) })).status).toBe(404)
    link.close()
  })

  test('[R12] where sockets are blocked it is the same', async () => {
    const link = await openPolled(atOne.ask, 'desk')
    await helperHello(atOne.ask, link, sam)
    const { ofSeeker, ofHelper } = await talkOfTwo({ ...atTwo, by: 'posts' }, sam, { ...atOne, by: 'posts' })

    expect(ofSeeker).toEqual(WORDS)
    expect(ofHelper).toEqual(WORDS)
    link.close()
  })

  test('[R11, R12] when the one falls, who was there is not on duty any more', async () => {
    const third = await another(one)
    const ask = askOf(third.origin)
    const joris = await signInHelper(ask, 'tele-onthaal', 'Joris')
    const link = await openSocket(third.origin, 'desk')
    await helperHello(ask, link, joris)
    await goOnDuty(ask, link, joris)
    const isOpen = async () => (await stateAt(atOne, 'tele-onthaal'))?.state !== 'closed'
    expect(await soon(isOpen)).toBe(true)
    await third.kill('SIGKILL')
    const until = Date.now() + 25_000
    while (Date.now() < until && (await isOpen())) await new Promise((resolve) => setTimeout(resolve, 500))

    expect(await isOpen()).toBe(false)
    await third.stop()
  })
})

describe.skipIf(!DATABASE_URL)(`two processes that start at once${DATABASE_URL ? '' : ' (needs DATABASE_URL)'}`, () => {
  test('[R12] have one keyring and one demonstration between them', async () => {
    const first = await RunningServer.start()
    await first.kill('SIGTERM')
    const { databaseUrl, dataDir } = first
    const fresh = { DATABASE_URL: databaseUrl, DATA_DIR: `${dataDir}-together` }
    const both = await Promise.all([RunningServer.start(fresh), RunningServer.start(fresh)])
    const asks = both.map(({ origin }) => askOf(origin)) as [Ask, Ask]
    const mila = await signInHelper(asks[0], 'awel', 'Mila')
    const desk = await openSocket((both[1] as RunningServer).origin, 'desk')
    await desk.send({ type: 'hello', version: 1, ticket: await helperTicket(asks[0], mila) })
    const welcome = await desk.until(({ type }) => type === 'welcome', 'the welcome')
    desk.close()
    const codes = await Promise.all(asks.map((ask) => asked<{ signIns: { code: string }[] }>(ask('/api/demo'))))

    expect(welcome.kid).toBe(mila.identity.kid)
    expect(codes[0]?.signIns.map(({ code }) => code)).toEqual(codes[1]?.signIns.map(({ code }) => code))
    for (const server of [...both, first]) await server.stop()
  })
})

const pick = ({ line, conversation, secret }: Seeker) => ({ line, conversation, secret })
