/** What each frame does when it names a conversation that is somebody else's. The list of frames is the protocol's own. */
import { FromHelper } from '@houvast/protocol/helper-frames'
import { FromSeeker } from '@houvast/protocol/seeker-frames'
import { makeCommit } from '@houvast/sealed/epoch-commit'
import { hashOf } from '@houvast/sealed/hash'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askOf } from '../../wire/ask.ts'
import { type Duty, goOnDuty, type Helper, helperHello, signInHelper, take } from '../../wire/helper.ts'
import { type Frame, openSocket, type WireLink } from '../../wire/link.ts'
import { newId, type Seeker, seekerHello, seekerView, startSeeker, value } from '../../wire/seeker.ts'
import { type ServerHere, serverHere } from '../../wire/server-here.ts'

const A = 'awel'
const B = 'tele-onthaal'

/** Who sends, with the keys to sign as themselves. */
type By = { readonly line: string; readonly identity: Pick<Helper['identity'], 'kid' | 'publicKeys' | 'signing'> }
type Made = { readonly by: By; readonly theirs: Seeker; readonly head: string }

/** Each frame as it would be about this conversation. `undefined`: it is about none. */
const frames: Readonly<Record<string, ((conversation: string, made: Made) => object | Promise<object>) | undefined>> = {
  hello: undefined,
  ping: undefined,
  'go-on-duty': undefined,
  'go-off-duty': undefined,
  follow: (conversation) => ({ type: 'follow', conversation, since: 0 }),
  'read-on': (conversation) => ({ type: 'read-on', conversation, since: 0 }),
  say: (conversation, { theirs }) => ({ type: 'say', conversation, envelopes: [theirs.request.intake] }),
  signal: (conversation) => ({ type: 'signal', conversation, sealed: 'AAAA' }),
  seen: (conversation) => ({ type: 'seen', conversation, delivered: 2, read: 2 }),
  end: (conversation) => ({ type: 'end', conversation }),
  decline: (conversation) => ({ type: 'decline', conversation }),
  find: (conversation) => ({ type: 'find', conversation, wishes: { language: 'nl', theme: 'worry' } }),
  'stop-finding': (conversation) => ({ type: 'stop-finding', conversation }),
  erase: (conversation) => ({ type: 'erase', conversation }),
  change: async (conversation, { by, theirs, head }) => {
    const { kid, publicKeys, signing } = by.identity
    const members = [
      { role: 'seeker', kid: theirs.keys.kid, kem: theirs.keys.publicKeys.kem },
      { role: 'helper', kid, kem: publicKeys.kem },
    ] as const
    const header = { line: by.line, conversation, epoch: 1, previous: head, keyBookHead: head, committer: kid, members }
    const made = value(await makeCommit({ ...header, reason: 'pick-up', history: 'without' }, signing, undefined))
    return { type: 'change', conversation, ...made }
  },
}

const typesOf = (schema: typeof FromHelper | typeof FromSeeker) =>
  schema.options.map(({ entries }) => entries.type.literal as string)
const aboutOne = (types: readonly string[]) => types.filter((type) => frames[type])

describe('a frame about somebody else’s conversation', () => {
  let here: ServerHere
  let ask: ReturnType<typeof askOf>
  let theirs: Seeker
  let victim: WireLink
  let mila: Helper
  let sam: Helper
  let other: Helper
  let head: string
  let open: (role: 'seeker' | 'desk') => Promise<WireLink>
  const links: WireLink[] = []

  beforeAll(async () => {
    here = await serverHere()
    const origin = await here.listen()
    ask = askOf(origin)
    open = async (role) => {
      const link = await openSocket(origin, role)
      links.push(link)
      return link
    }
    mila = await signInHelper(ask, A, 'Mila')
    sam = await signInHelper(ask, A, 'Sam')
    other = await signInHelper(ask, B, 'Mila')
    const desk = await open('desk')
    await helperHello(ask, desk, mila)
    const duty: Duty = await goOnDuty(ask, desk, mila)
    head = await hashOf(new Uint8Array(1))
    theirs = await startSeeker(ask, A)
    victim = await open('seeker')
    await seekerHello(ask, victim, theirs)
    await seekerView(victim, theirs).upTo(2)
    await take(desk, mila, duty, theirs.conversation)
    const otherDesk = await open('desk')
    await helperHello(ask, otherDesk, other)
    await goOnDuty(ask, otherDesk, other)
  })
  afterAll(async () => {
    for (const link of links) link.close()
    await here?.close()
  })

  /** What is answered to one frame, with the conversation’s name taken out. */
  async function answerTo(link: WireLink, frame: object, conversation: string): Promise<readonly string[]> {
    const before = link.frames.length
    const pongs = link.frames.filter(({ type }) => type === 'pong').length
    await link.send(frame)
    await link.send({ type: 'ping' })
    const isPong = () => link.frames.filter(({ type }) => type === 'pong').length > pongs
    await Promise.race([link.until(isPong, 'the pong'), link.closed])
    const about = (one: Frame) => one.conversation === conversation || one.type === 'pong'
    const answers = link.frames.slice(before).filter(about)
    return answers.map((one) => JSON.stringify(one).replaceAll(conversation, 'this one'))
  }

  /** What the two it belongs to see of it, and how it is with them. */
  const seenByVictim = () => victim.frames.filter(({ type }) => type !== 'pong' && type !== 'queue').length

  async function isSame(link: WireLink, by: By, type: string) {
    const before = seenByVictim()
    const none = newId()
    const make = frames[type] as NonNullable<(typeof frames)[string]>
    const toTheirs = await answerTo(link, await make(theirs.conversation, { by, theirs, head }), theirs.conversation)
    const toNone = await answerTo(link, await make(none, { by, theirs, head }), none)
    await new Promise((resolve) => setTimeout(resolve, 50))
    return { toTheirs, toNone, heard: seenByVictim() - before }
  }

  test('every frame of the protocol stands here', () => {
    expect([...new Set([...typesOf(FromHelper), ...typesOf(FromSeeker)])].toSorted()).toEqual(
      Object.keys(frames).toSorted(),
    )
  })

  test.each(aboutOne(typesOf(FromHelper)))('[T1] «%s» of a helper of another line', async (type) => {
    const link = await open('desk')
    await link.send({ type: 'hello', version: 1, ticket: await ticketOf(other) })
    await link.send({ type: 'go-on-duty' })
    const { toTheirs, toNone, heard } = await isSame(link, other, type)

    expect(toTheirs).toEqual(toNone)
    expect(toNone.join()).toContain('not-found')
    expect(heard).toBe(0)
  })

  test.each(aboutOne(typesOf(FromHelper)).filter((type) => type !== 'change'))(
    '[T1] «%s» of a colleague who is not in it',
    async (type) => {
      const link = await open('desk')
      await link.send({ type: 'hello', version: 1, ticket: await ticketOf(sam) })
      const { toTheirs, toNone, heard } = await isSame(link, sam, type)

      expect(toTheirs).toEqual(toNone)
      expect(toNone.join()).toContain('not-found')
      expect(heard).toBe(0)
    },
  )

  test.each(aboutOne(typesOf(FromSeeker)))('[T1] «%s» of another seeker', async (type) => {
    const mine = await startSeeker(ask, A)
    const link = await open('seeker')
    await seekerHello(ask, link, mine)
    const { kid, publicKeys, signing } = mine.keys
    const by = { line: A, identity: { kid, publicKeys, signing: signing.privateKey } }
    const { toTheirs, toNone, heard } = await isSame(link, by, type)

    expect(toTheirs).toEqual(toNone)
    expect(toNone.join()).toContain('pong')
    expect(link.frames.filter(({ type }) => type === 'erased')).toEqual([])
    expect(heard).toBe(0)
  })

  test('[T1] after all of it the conversation is where it was', async () => {
    const link = await open('seeker')
    await seekerHello(ask, link, theirs)
    await link.until(({ type }) => type === 'phase')

    expect(link.frames.find(({ type }) => type === 'phase')).toMatchObject({ phase: 'active' })
    expect(link.frames.filter(({ type }) => type === 'erased')).toEqual([])
  })

  const ticketOf = async ({ cookie }: Helper) =>
    ((await ask('/api/desk/ticket', { cookie, body: {} })).json() as { ticket: string }).ticket
})
