/** A ring between two processes of one site: whoever is linked to the one rings whoever is linked to the other. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { RunningServer } from '../../running-server.ts'
import { type Ask, askOf } from '../../wire/ask.ts'
import { type Duty, goOnDuty, type Helper, helperHello, signInHelper } from '../../wire/helper.ts'
import { openSocket, type WireLink } from '../../wire/link.ts'
import { type Seeker, seekerHello, startSeeker } from '../../wire/seeker.ts'
import { answerRing, heard, soon } from './ringing-people.ts'

const { DATABASE_URL } = process.env
const LINE = 'psycholoog'
const wishes = { language: 'nl', theme: 'worry' }

type At = { readonly server: RunningServer; readonly ask: Ask }

const at = (server: RunningServer): At => ({ server, ask: askOf(server.origin) })

describe.skipIf(!DATABASE_URL)(`a ring between two processes${DATABASE_URL ? '' : ' (needs DATABASE_URL)'}`, () => {
  let one: At
  let two: At
  let lotte: Helper
  let karim: Helper
  let open: WireLink[] = []
  let people: Seeker[] = []

  beforeAll(async () => {
    one = at(await RunningServer.start())
    two = await another()
    lotte = await signInHelper(two.ask, LINE, 'Lotte')
    karim = await signInHelper(one.ask, LINE, 'Karim')
  })
  afterAll(async () => {
    await two?.server.stop()
    await one?.server.stop()
  })
  afterEach(async () => {
    for (const { line, conversation, secret } of people)
      await one.ask('/api/seeker/erase', { body: { line, conversation, secret } })
    for (const link of open) link.close()
    open = []
    people = []
    await soon(async () => !(await isFree(lotte)) && !(await isFree(karim)))
  })

  const another = async () =>
    at(await RunningServer.start({ DATABASE_URL: one.server.databaseUrl, DATA_DIR: one.server.dataDir }))

  async function atDesk({ server, ask }: At, helper: Helper): Promise<{ link: WireLink; duty: Duty }> {
    const link = await openSocket(server.origin, 'desk')
    open.push(link)
    await helperHello(ask, link, helper)
    const duty = await goOnDuty(ask, link, helper)
    await soon(async () => isFree(helper))
    return { link, duty }
  }
  async function looks({ server, ask }: At, seeker: Seeker): Promise<WireLink> {
    const link = await openSocket(server.origin, 'seeker')
    open.push(link)
    await seekerHello(ask, link, seeker)
    await link.send({ type: 'find', conversation: seeker.conversation, wishes })
    return link
  }
  async function someone(): Promise<Seeker> {
    const seeker = await startSeeker(one.ask, LINE, 'ik pieker')
    people.push(seeker)
    return seeker
  }
  async function isFree({ identity }: Helper): Promise<boolean> {
    const answer = await one.ask('/api/seeker/choices', { body: { line: LINE, wishes } })
    const { choices } = answer.json() as { choices: { kid: string; isFree: boolean }[] }
    return choices.some((choice) => choice.kid === identity.kid && choice.isFree)
  }
  const ringing = (link: WireLink, { identity }: Helper) =>
    link.until((frame) => frame.type === 'ringing' && frame.kid === identity.kid, 'the ring')

  test('[G6] goes to the other process and, after a no there, on to the next at the first', async () => {
    const { link } = await atDesk(two, lotte)
    const seeker = await someone()
    const mine = await looks(one, seeker)
    await link.until(({ type }) => type === 'ring', 'the ring')
    const karims = await atDesk(one, karim)
    await link.send({ type: 'decline', conversation: seeker.conversation })

    await ringing(mine, karim)
    await karims.link.until(({ type }) => type === 'ring', 'the ring')
    expect(heard(mine, 'ringing')).toHaveLength(2)
  })

  test('[G9] is over when the talk is taken there, and does not begin again when that ends there', async () => {
    const { link, duty } = await atDesk(two, lotte)
    const seeker = await someone()
    const mine = await looks(one, seeker)
    await answerRing(link, lotte, duty, seeker.conversation)
    await mine.until(({ type, phase }) => type === 'phase' && phase === 'active', 'being taken')
    const karims = await atDesk(one, karim)
    await link.send({ type: 'follow', conversation: seeker.conversation, since: 0 })
    await link.send({ type: 'end', conversation: seeker.conversation })
    await mine.until(({ type, phase }) => type === 'phase' && phase === 'ended', 'the end')

    expect(await soon(() => isFree(lotte))).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(heard(mine, 'ringing')).toHaveLength(1)
    expect(heard(karims.link, 'ring')).toEqual([])
  })

  test('[G12] stays when the page is loaded again by way of the other process', async () => {
    const { link } = await atDesk(two, lotte)
    const seeker = await someone()
    const mine = await looks(one, seeker)
    await ringing(mine, lotte)
    mine.close()
    const again = await looks(two, seeker)
    await ringing(again, lotte)
    await new Promise((resolve) => setTimeout(resolve, 11_000))

    expect(heard(link, 'ring', 'ring-over')).toHaveLength(1)
  }, 30_000)

  test('[G6] goes on to the next when the process of who is rung falls', async () => {
    const third = await another()
    await atDesk(third, lotte)
    const seeker = await someone()
    const mine = await looks(one, seeker)
    await ringing(mine, lotte)
    await atDesk(two, karim)
    await third.server.kill('SIGKILL')
    const until = Date.now() + 40_000
    const isNext = () => heard(mine, 'ringing').some(({ kid }) => kid === karim.identity.kid)
    while (Date.now() < until && !isNext()) await new Promise((resolve) => setTimeout(resolve, 300))

    expect(isNext()).toBe(true)
    await third.server.stop()
  }, 60_000)

  test('[G9] stays for who comes back when the process of who looks falls', async () => {
    const third = await another()
    const { link } = await atDesk(two, lotte)
    const seeker = await someone()
    await ringing(await looks(third, seeker), lotte)
    await third.server.kill('SIGKILL')
    const again = await looks(one, seeker)

    await ringing(again, lotte)
    await link.send({ type: 'decline', conversation: seeker.conversation })
    await again.until(({ type }) => type === 'choose', 'the choice')
    await third.server.stop()
  }, 30_000)
})
