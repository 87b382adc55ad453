/** Rings at the real server, by people who do not keep to the order of things. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ask } from '../../wire/ask.ts'
import { type Duty, goOnDuty, type Helper, helperHello, signInHelper } from '../../wire/helper.ts'
import { type Frame, openSocket, type WireLink } from '../../wire/link.ts'
import { type Seeker, seekerHello, seekerView, startSeeker } from '../../wire/seeker.ts'
import { type ServerHere, serverHere } from '../../wire/server-here.ts'
import { answerRing, heard, soon } from './ringing-people.ts'

const LINE = 'psycholoog'
const wishes = { language: 'nl', theme: 'worry' }

describe('a line where professionals are rung', () => {
  let here: ServerHere
  let origin: string
  let ask: Ask
  let lotte: Helper
  let karim: Helper
  let open: WireLink[] = []
  let people: Seeker[] = []

  beforeAll(async () => {
    here = await serverHere()
    origin = await here.listen()
    ask = here.ask
    lotte = await signInHelper(ask, LINE, 'Lotte')
    karim = await signInHelper(ask, LINE, 'Karim')
  })
  afterAll(async () => {
    await here?.close()
  })
  beforeEach(() => async () => {
    for (const { line, conversation, secret } of people)
      await ask('/api/seeker/erase', { body: { line, conversation, secret } })
    for (const link of open) link.close()
    people = []
    open = []
    await soon(async () => (await choices()).every(({ isFree }) => !isFree))
    expect(here.logged.filter(({ event }) => event === 'bug')).toEqual([])
  })

  async function atDesk(helper: Helper): Promise<{ link: WireLink; duty: Duty }> {
    const link = await openSocket(origin, 'desk')
    open.push(link)
    await helperHello(ask, link, helper)
    return { link, duty: await goOnDuty(ask, link, helper) }
  }
  async function someone(): Promise<{ seeker: Seeker; link: WireLink; find(more?: object): Promise<unknown> }> {
    const seeker = await startSeeker(ask, LINE, 'ik pieker')
    people.push(seeker)
    const { conversation } = seeker
    const link = await comeIn(seeker)
    return { seeker, link, find: (more = {}) => link.send({ type: 'find', conversation, wishes, ...more }) }
  }
  async function comeIn(seeker: Seeker): Promise<WireLink> {
    const link = await openSocket(origin, 'seeker')
    open.push(link)
    await seekerHello(ask, link, seeker)
    return link
  }
  async function choices() {
    const answer = await ask('/api/seeker/choices', { body: { line: LINE, wishes } })
    return (answer.json() as { choices: { kid: string; isFree: boolean }[] }).choices
  }
  const isFree = async ({ identity }: Helper) => (await choices()).some((one) => one.kid === identity.kid && one.isFree)
  const ringing = (kid: string) => (frame: Frame) => frame.type === 'ringing' && frame.kid === kid

  test('[G9] a yes that is refused leaves the professional free, and the next one is rung', async () => {
    const lottes = await atDesk(lotte)
    const one = await someone()
    await one.find()
    await lottes.link.until(({ type }) => type === 'ring', 'the ring')
    const karims = await atDesk(karim)
    const { conversation } = one.seeker
    await lottes.link.send({ type: 'change', conversation, commit: 'bm90IGEgY29tbWl0', wraps: [] })
    await lottes.link.closed

    await one.link.until(ringing(karim.identity.kid), 'the next ring')
    await karims.link.until(({ type }) => type === 'ring', 'the ring')
    await atDesk(lotte)
    expect(await soon(() => isFree(lotte))).toBe(true)
    expect((await ask('/api/desk/relays', { cookie: lotte.cookie, body: {} })).status).toBe(409)
  })

  test('[G9] a yes in one window ends the ring in the other, and puts nobody away', async () => {
    const one = await atDesk(lotte)
    const other = await atDesk(lotte)
    const person = await someone()
    await person.find()
    await other.link.until(({ type }) => type === 'ring', 'the ring')
    await answerRing(one.link, lotte, one.duty, person.seeker.conversation)

    await other.link.until(({ type }) => type === 'ring-over', 'the end of the ring')
    await person.link.until(({ type, phase }) => type === 'phase' && phase === 'active', 'being taken')
    await person.link.send({ type: 'end', conversation: person.seeker.conversation })
    expect(await soon(() => isFree(lotte))).toBe(true)
    expect([...one.link.frames, ...other.link.frames].some(({ isAway }) => isAway === true)).toBe(false)
  })

  test('[G6] a no in one window is a no of the person, who is away in the other too', async () => {
    const one = await atDesk(lotte)
    const other = await atDesk(lotte)
    const person = await someone()
    await person.find()
    await other.link.until(({ type }) => type === 'ring', 'the ring')
    await one.link.until(({ type }) => type === 'ring', 'the ring')
    await one.link.send({ type: 'decline', conversation: person.seeker.conversation })

    await other.link.until(({ isAway }) => isAway === true, 'being away')
    await person.link.until(({ type }) => type === 'choose', 'the choice')
    expect(await isFree(lotte)).toBe(false)
  })

  test('[G6] nobody is rung over and over for one person, however often that person begins again', async () => {
    const { link } = await atDesk(lotte)
    const person = await someone()
    const { conversation } = person.seeker
    for (let time = 0; time < 12; time++) {
      await person.find({ only: lotte.identity.kid })
      await soon(() => heard(person.link, 'ringing', 'choose').length > time)
      await person.link.send({ type: 'stop-finding', conversation })
    }

    await person.link.until(({ type }) => type === 'choose', 'the choice')
    expect(heard(person.link, 'ringing').length).toBeLessThanOrEqual(3)
    expect(heard(link, 'ring').length).toBeLessThanOrEqual(3)
  })

  test('[G6] whoever is there but not rung gets nothing of who waits', async () => {
    const one = await atDesk(lotte)
    const other = await atDesk(karim)
    const person = await someone()
    const { conversation } = person.seeker
    await person.find({ only: lotte.identity.kid })
    const ring = await one.link.until(({ type }) => type === 'ring', 'the ring')
    await other.link.send({ type: 'follow', conversation, since: 0 })
    await other.link.until((f) => f.type === 'refused' && f.conversation === conversation, 'a refusal')
    for (const frame of [
      { type: 'say', conversation, envelopes: [(ring.entries as { body: string }[])[1]?.body] },
      { type: 'read-on', conversation, since: 0 },
      { type: 'seen', conversation, delivered: 1, read: 1 },
      { type: 'end', conversation },
      { type: 'decline', conversation },
      { type: 'change', conversation, commit: (ring.entries as { body: string }[])[0]?.body, wraps: [] },
    ])
      await other.link.send(frame)
    await soon(() => other.link.frames.filter(({ type }) => type === 'refused').length >= 7)

    expect(other.link.frames.filter(({ type }) => !['welcome', 'duty', 'refused'].includes(type))).toEqual([])
    expect((await ask('/api/desk/relays', { cookie: karim.cookie, body: {} })).status).toBe(409)
    expect((await ask('/api/desk/relays', { cookie: lotte.cookie, body: {} })).status).toBe(200)
  })

  test('[G9] who is erased while it rings is rung for by nobody', async () => {
    const { link } = await atDesk(lotte)
    const person = await someone()
    await person.find()
    await link.until(({ type }) => type === 'ring', 'the ring')
    const { line, conversation, secret } = person.seeker
    await ask('/api/seeker/erase', { body: { line, conversation, secret } })

    await link.until(({ type }) => type === 'ring-over', 'the end of the ring')
    await person.find()
    expect(await soon(() => isFree(lotte))).toBe(true)
    expect(heard(link, 'ring')).toHaveLength(1)
  })

  test('[G12] a second window that closes leaves the search of the first as it is', async () => {
    const { link } = await atDesk(lotte)
    const person = await someone()
    await person.find()
    await person.link.until(ringing(lotte.identity.kid), 'the ring')
    const second = await comeIn(person.seeker)
    await second.send({ type: 'find', conversation: person.seeker.conversation, wishes })
    await second.until(ringing(lotte.identity.kid), 'the same ring')
    second.close()
    await new Promise((resolve) => setTimeout(resolve, 11_000))

    expect(heard(link, 'ring-over')).toEqual([])
    await link.send({ type: 'decline', conversation: person.seeker.conversation })
    await person.link.until(({ type }) => type === 'choose', 'the choice')
    expect(heard(link, 'ring')).toHaveLength(1)
  }, 30_000)

  test('[G9] after a talk that went well everybody is as before', async () => {
    const one = await atDesk(lotte)
    const person = await someone()
    await person.find()
    const mine = seekerView(person.link, person.seeker)
    await mine.upTo(2)
    await answerRing(one.link, lotte, one.duty, person.seeker.conversation)
    await mine.upTo(3)
    expect(await isFree(lotte)).toBe(false)
    await one.link.send({ type: 'follow', conversation: person.seeker.conversation, since: 0 })
    await one.link.send({ type: 'end', conversation: person.seeker.conversation })
    expect(await soon(() => isFree(lotte))).toBe(true)
  })
})
