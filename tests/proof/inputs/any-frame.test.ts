/** 20,000 odd frames, of seekers and helpers, before and after hello: each is taken, refused, or ends its own link only. */
import { makeCommit } from '@houvast/sealed/epoch-commit'
import { hashOf } from '@houvast/sealed/hash'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked, askOf } from '../../wire/ask.ts'
import { goOnDuty, type Helper, helperHello, helperTicket, signInHelper } from '../../wire/helper.ts'
import { openPolled } from '../../wire/link.ts'
import { newSecret, type Seeker, seekerTicket, startSeeker, value } from '../../wire/seeker.ts'
import { type ServerHere, serverHere } from '../../wire/server-here.ts'
import { talkOfTwo, WORDS } from '../../wire/talk.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { bugsIn, whyNotCalm } from './must-be-calm.ts'
import { mutated, oddTexts } from './odd-values.ts'

const HOW_MANY = 20_000
const AT_ONCE = 40
const CLOSES = new Set([4400, 4401, 4404, 4426, 4429])

describe('whatever is said over a link', () => {
  let here: ServerHere
  let mila: Helper
  let sam: Helper
  let seekers: readonly Seeker[]
  let change: { commit: string; wraps: readonly unknown[] }
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

  beforeAll(async () => {
    here = await serverHere()
    const { ask } = here
    mila = await signInHelper(ask, 'awel', 'Mila')
    sam = await signInHelper(ask, 'tele-onthaal', 'Sam')
    const link = await openPolled(ask, 'desk')
    await helperHello(ask, link, sam)
    await goOnDuty(ask, link, sam)
    seekers = await Promise.all(Array.from({ length: 10 }, () => startSeeker(ask, 'tele-onthaal')))
    change = await aChange(seekers[0] as Seeker, sam)
    link.close()
  })
  afterAll(() => here?.close())

  async function aChange({ line, conversation, keys }: Seeker, { identity }: Helper) {
    const hash = await hashOf(new Uint8Array(1))
    const { kid, publicKeys, signing } = identity
    const members = [
      { role: 'seeker', kid: keys.kid, kem: keys.publicKeys.kem },
      { role: 'helper', kid, kem: publicKeys.kem },
    ] as const
    const place = { line, conversation, epoch: 1, previous: hash, keyBookHead: hash, committer: kid, members }
    return value(await makeCommit({ ...place, reason: 'pick-up', history: 'without' }, signing, undefined))
  }

  function frameOf(role: 'seeker' | 'desk', { conversation, request }: Seeker, chance: Chance): string {
    const shared: readonly object[] = [
      { type: 'ping' },
      { type: 'say', conversation, envelopes: [request.intake] },
      { type: 'say', conversation, envelopes: [request.intake, request.intake] },
      { type: 'change', conversation, ...change },
      { type: 'signal', conversation, sealed: request.intake.slice(0, 200) },
      { type: 'seen', conversation, delivered: 2, read: 2 },
      { type: 'seen', conversation, delivered: 2 ** 31 - 1, read: 2 ** 31 - 1 },
      { type: 'read-on', conversation, since: chance.below(3) },
      { type: 'read-on', conversation, since: 2 ** 31 - 1 },
      { type: 'end', conversation },
      { type: 'hello', version: 1, ticket: newSecret(), since: 0 },
    ]
    const own: readonly object[] =
      role === 'seeker'
        ? [{ type: 'erase', conversation }]
        : [{ type: 'go-on-duty' }, { type: 'go-off-duty' }, { type: 'follow', conversation, since: 0 }]
    if (chance.isOneIn(8)) return chance.one(oddTexts)
    const frame = chance.one([...shared, ...own])
    return chance.isOneIn(6) && (frame as { type: string }).type !== 'erase'
      ? JSON.stringify(frame)
      : mutated(frame, chance)
  }

  /** One link, a few frames, and its end. How many frames were sent, and what was not calm. */
  async function oneLink(chance: Chance): Promise<{ sent: number; problems: string[] }> {
    const role = chance.one(['seeker', 'desk'] as const)
    const seeker = chance.one(seekers)
    const at = `/api/${role}/link`
    const { link } = await asked<{ link: string }>(here.ask(at, { body: {} }))
    const first = chance.isOneIn(3) ? [await hello(role, seeker)] : []
    const count = 1 + chance.below(6)
    const odd = Array.from({ length: count }, () => frameOf(role, seeker, chance)).filter((one) => one.length < 65_000)
    // The last one ends the link whatever came before.
    const frames = [...first, ...odd, 'the end']
    const problems: string[] = []
    for (const [place, frame] of frames.entries()) {
      const answer = await here.ask(`${at}/send`, { body: { link, at: place, frames: [frame] } })
      const why = whyNotCalm(answer)
      if (why) problems.push(`${why} after ${frame.slice(0, 200)}`)
      if (answer.status !== 200) break
    }
    const closed = await endOf(link, at)
    if (!CLOSES.has(closed)) problems.push(`ended with ${closed} after ${frames.join(' | ').slice(0, 400)}`)
    return { sent: frames.length, problems }
  }

  /** Listens until the link is closed, and says with which code; else the status that came instead. */
  async function endOf(link: string, at: string): Promise<number> {
    for (let since = 0; ; ) {
      const answer = await here.ask(`${at}/wait`, { body: { link, since } })
      if (answer.status !== 200) return answer.status
      const news = answer.json() as { next: number; closed?: number }
      if (news.closed !== undefined) return news.closed
      since = news.next
    }
  }

  async function hello(role: 'seeker' | 'desk', seeker: Seeker): Promise<string> {
    const ticket = await (role === 'desk'
      ? helperTicket(here.ask, sam)
      : seekerTicket(here.ask, seeker).catch(newSecret))
    return JSON.stringify({ type: 'hello', version: 1, ticket, ...(role === 'seeker' ? { since: 0 } : {}) })
  }

  test(`${HOW_MANY} odd frames (seed ${seed})`, async () => {
    const chance = chanceFrom(seed)
    const problems: string[] = []
    let sent = 0
    while (sent < HOW_MANY) {
      const links = await Promise.all(Array.from({ length: AT_ONCE }, () => oneLink(chance)))
      for (const link of links) {
        sent += link.sent
        problems.push(...link.problems)
      }
    }

    expect(bugsIn(here.logged).slice(0, 10)).toEqual([])
    expect(problems.slice(0, 10)).toEqual([])
  })

  test('and after it two people talk as ever', async () => {
    const origin = await here.listen()
    const { ofSeeker, ofHelper } = await talkOfTwo({ origin, ask: askOf(origin), by: 'posts' }, mila)

    expect(ofSeeker).toEqual(WORDS)
    expect(ofHelper).toEqual(WORDS)
  })
})
