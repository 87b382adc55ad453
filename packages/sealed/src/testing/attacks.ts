/**
 * What a malicious server (alone, or with a rogue member of staff) may try. Each answers whether it worked, and names
 * the one check that stands in its way, so that a test can take that check out and see the attack succeed.
 */

import { type Bytes, fromBase64Url, randomBytes } from '../bytes.ts'
import { createSeekerKeys, startConversation } from '../conversation-start.ts'
import { makeDutyKey, openDutyWrap, readDutyKey } from '../duty-key.ts'
import { openEnvelope, readEnvelope, sealEnvelope } from '../envelope.ts'
import { type CommitHeader, makeCommit, readCommit } from '../epoch-commit.ts'
import { createEpochSecret, type EpochSecret, messageKey } from '../epoch-key.ts'
import { hashOf } from '../hash.ts'
import type { LogEntry } from '../heard.ts'
import { addMember, readKeyBook, removeMember } from '../key-book.ts'
import { kidOfDuty } from '../kid.ts'
import { generateKeyPair } from '../private-key.ts'
import { createStaffIdentity } from '../staff-identity.ts'
import { openWrap, type Wrap, wrapForEach } from '../wrap.ts'
import {
  createHelpline,
  createReader,
  createTalk,
  createWaitingConversation,
  HOUR,
  LINE,
  NOON,
  newId,
  type Talk,
  value,
  type WaitingConversation,
} from './helpline.ts'

export type Check =
  | 'signature'
  | 'key confirmation'
  | 'membership rules'
  | 'sender order'
  | 'running hash'
  | 'known key book'
  | 'own start'
  | 'member since'
  | 'nobody left'
  | 'same public key'
  | 'pinned head'
  /** More than one stands in the way, so taking one out shows nothing. */
  | 'several'

export type Attack = { readonly name: string; readonly caughtBy: Check; readonly succeeds: () => Promise<boolean> }

const next = (world: WaitingConversation | Talk) => world.log.rows.length + 1

async function serverSigningKey(): Promise<CryptoKey> {
  return (await generateKeyPair('Ed25519', false)).privateKey
}

async function headerAfter(talk: WaitingConversation | Talk, change: Partial<CommitHeader>): Promise<CommitHeader> {
  const last = talk.log.rows.findLast(({ kind }) => kind === 'commit')
  const commit = last && value(readCommit(last.body))
  const seeker = { role: 'seeker', kid: talk.keys.kid, kem: talk.keys.publicKeys.kem } as const
  const { line, conversation } = talk.log
  return {
    ...{ line, conversation, epoch: commit ? commit.epoch + 1 : 1, reason: 'pick-up', history: 'with' },
    previous: commit ? await hashOf(commit.bytes) : await hashOfStart(talk.log.rows[0] as LogEntry),
    members: [seeker, as('helper', talk.hanne)],
    keyBookHead: talk.helpline.book.head,
    committer: talk.hanne.identity.kid,
    ...change,
  }
}

async function hashOfStart({ body }: LogEntry): Promise<string> {
  return hashOf(fromBase64Url(body) as Bytes)
}

function as(role: 'helper' | 'reader', { member }: Talk['colleague']) {
  return { role, kid: member.kid, kem: member.kem } as const
}

/** A commit put before the seeker. `before` is any secret: a server does not know the right one. */
async function seekerTakes(talk: Talk, header: CommitHeader, signing: CryptoKey): Promise<boolean> {
  const { commit, wraps } = value(await makeCommit(header, signing, createEpochSecret()))
  const mine = wraps.filter((wrap) => wrap.for === talk.keys.kid)
  return (await talk.seeker.receive({ seq: next(talk), kind: 'commit', body: commit, wraps: mine })).ok
}

/** The secret of an epoch, as a member who works with the server can give it away. */
async function leakedSecret(talk: Talk, member: Talk['colleague']): Promise<EpochSecret> {
  const row = talk.log.rows.findLast(({ kind }) => kind === 'commit') as LogEntry
  const wrap = row.wraps?.find((one) => one.for === member.identity.kid) as Wrap
  const about = await hashOf(value(readCommit(row.body)).bytes)
  const recipient = { kid: member.identity.kid, keys: member.identity.kem }
  return value(await openWrap(wrap, recipient, { label: 'HC1/epoch-wrap', about })) as EpochSecret
}

const membership: readonly Attack[] = [
  {
    name: 'a pick-up in a helper’s name, signed by the server',
    caughtBy: 'signature',
    async succeeds() {
      const waiting = await createWaitingConversation()
      const seeker = waiting.seekerReader()
      await seeker.catchUp()
      const header = await headerAfter(waiting, {})
      const { commit, wraps } = value(await makeCommit(header, await serverSigningKey(), createEpochSecret()))
      return (await seeker.receive({ seq: next(waiting), kind: 'commit', body: commit, wraps })).ok
    },
  },
  {
    name: 'a key of the server’s own in the seeker’s wrap, so that the seeker writes to the server',
    caughtBy: 'key confirmation',
    async succeeds() {
      const waiting = await createWaitingConversation()
      const seeker = waiting.seekerReader()
      const helper = await waiting.readerFor(waiting.hanne)
      await seeker.catchUp()
      await helper.catchUp()
      const { commit } = value(await helper.pickUp())
      const serverSecret = createEpochSecret()
      const about = await hashOf(value(readCommit(commit)).bytes)
      const recipient = { kid: waiting.keys.kid, kem: waiting.keys.publicKeys.kem }
      const wraps = await wrapForEach([recipient], serverSecret, { label: 'HC1/epoch-wrap', about })
      await seeker.receive({ seq: next(waiting), kind: 'commit', body: commit, wraps })
      const sealed = await seeker.seal({ ...seeker.position(), type: 'say', text: 'geheim', id: newId() })
      if (!sealed.ok) return false
      const read = value(await readEnvelope(sealed.value.envelope))
      return (await openEnvelope(read, await messageKey(serverSecret, waiting.keys.kid))).ok
    },
  },
  {
    name: 'a helper of the line adds themselves to a colleague’s conversation',
    caughtBy: 'membership rules',
    async succeeds() {
      const talk = await createTalk()
      const members = [...(await headerAfter(talk, {})).members, as('reader', talk.colleague)]
      const committer = talk.colleague.identity.kid
      const header = await headerAfter(talk, { reason: 'read-along', history: 'without', members, committer })
      return seekerTakes(talk, header, talk.colleague.identity.signing)
    },
  },
  {
    name: 'a helper of the line takes a conversation that somebody has',
    caughtBy: 'membership rules',
    async succeeds() {
      const talk = await createTalk()
      const members = [(await headerAfter(talk, {})).members[0] as never, as('helper', talk.colleague)]
      const header = await headerAfter(talk, { members, committer: talk.colleague.identity.kid })
      return seekerTakes(talk, header, talk.colleague.identity.signing)
    },
  },
  {
    name: 'the helper’s own browser, taken over, puts another key in the seeker’s place',
    caughtBy: 'membership rules',
    async succeeds() {
      const talk = await createTalk()
      const other = await createSeekerKeys()
      const seeker = { role: 'seeker', kid: other.kid, kem: other.publicKeys.kem } as const
      const members = [seeker, as('helper', talk.colleague)]
      return seekerTakes(talk, await headerAfter(talk, { reason: 'hand-over', members }), talk.hanne.identity.signing)
    },
  },
  {
    name: 'a known name with a key that is not in the key book',
    caughtBy: 'membership rules',
    async succeeds() {
      const talk = await createTalk()
      const { publicKeys } = await createStaffIdentity()
      const [seeker] = (await headerAfter(talk, {})).members
      const members = [seeker as never, { ...as('helper', talk.colleague), kem: publicKeys.kem }]
      return seekerTakes(talk, await headerAfter(talk, { reason: 'hand-over', members }), talk.hanne.identity.signing)
    },
  },
  {
    name: 'a reader slipped in beside a hand-over',
    caughtBy: 'membership rules',
    async succeeds() {
      const talk = await createTalk()
      const [seeker] = (await headerAfter(talk, {})).members
      const members = [seeker as never, as('helper', talk.colleague), as('reader', talk.lead)]
      return seekerTakes(talk, await headerAfter(talk, { reason: 'hand-over', members }), talk.hanne.identity.signing)
    },
  },
  {
    name: 'a helper who left the line, vouched for by an older key book',
    caughtBy: 'membership rules',
    async succeeds() {
      const talk = await createTalk()
      const whileThere = talk.helpline.book.head
      const by = talk.helpline.coordinator.identity
      const kid = talk.colleague.member.kid
      await talk.helpline.enter(value(await removeMember({ book: talk.helpline.book, by, kid, at: NOON })))
      // A reader opened after the removal cites the newer book in its commit.
      const fresh = await talk.readerFor(talk.hanne, false)
      await fresh.catchUp()
      const { commit, wraps } = value(await fresh.letReadAlong(talk.lead.member))
      talk.log.add('commit', commit, wraps)
      await talk.seeker.catchUp()
      const [seeker] = (await headerAfter(talk, {})).members
      const members = [seeker as never, as('helper', talk.colleague)]
      const header = await headerAfter(talk, { reason: 'hand-over', members, keyBookHead: whileThere })
      return seekerTakes(talk, header, talk.hanne.identity.signing)
    },
  },
  {
    name: 'a commit played again',
    caughtBy: 'membership rules',
    async succeeds() {
      const talk = await createTalk()
      const row = talk.log.rows[2] as LogEntry
      return (await talk.seeker.receive({ ...row, seq: next(talk) })).ok
    },
  },
  {
    name: 'the conversation set back to an earlier epoch',
    caughtBy: 'membership rules',
    async succeeds() {
      const talk = await createTalk()
      const start = await hashOfStart(talk.log.rows[0] as LogEntry)
      const [seeker] = (await headerAfter(talk, {})).members
      const members = [seeker as never, as('helper', talk.colleague)]
      const committer = talk.colleague.identity.kid
      const header = await headerAfter(talk, { epoch: 1, previous: start, members, committer })
      return seekerTakes(talk, header, talk.colleague.identity.signing)
    },
  },
  {
    name: 'a commit of another conversation with the same people',
    caughtBy: 'several',
    async succeeds() {
      const talk = await createTalk()
      const header = await headerAfter(talk, { conversation: newId(), reason: 'leave' })
      return seekerTakes(talk, header, talk.hanne.identity.signing)
    },
  },
]

const messages: readonly Attack[] = [
  {
    name: 'a message in the helper’s name, by somebody who reads along and knows the key',
    caughtBy: 'signature',
    async succeeds() {
      const talk = await createTalk()
      const { commit, wraps } = value(await talk.helper.letReadAlong(talk.colleague.member))
      talk.log.add('commit', commit, wraps)
      await talk.seeker.catchUp()
      const secret = await leakedSecret(talk, talk.colleague)
      const { line, conversation } = talk.log
      const kid = talk.hanne.identity.kid
      const { envelope } = value(
        await sealEnvelope(
          {
            ...{ v: 1, line, conversation, epoch: 2, kid, id: newId(), type: 'say' },
            ...{ ...talk.helper.position(), keyBookHead: talk.helpline.book.head },
          },
          'Dit schreef Hanne niet.',
          { message: await messageKey(secret, kid), signing: talk.colleague.identity.signing },
        ),
      )
      return (await talk.seeker.receive({ seq: next(talk), kind: 'envelope', body: envelope })).ok
    },
  },
  {
    name: 'a message played again',
    caughtBy: 'sender order',
    async succeeds() {
      const talk = await createTalk()
      const row = await talk.seeker.say('Ja.')
      await talk.helper.catchUp()
      return (await talk.helper.receive({ ...row, seq: next(talk) })).ok
    },
  },
  {
    name: 'a message held back while the next one is passed on',
    caughtBy: 'sender order',
    async succeeds() {
      const talk = await createTalk()
      const at = talk.seeker.position()
      const first = value(await talk.seeker.seal({ ...at, type: 'say', text: 'Niet', id: newId() }))
      const after = { ...at, n: at.n + 1, prev: first.hash }
      const second = value(await talk.seeker.seal({ ...after, type: 'say', text: 'doen.', id: newId() }))
      return (await talk.helper.receive({ seq: next(talk), kind: 'envelope', body: second.envelope })).ok
    },
  },
  {
    name: 'a question and an answer swapped',
    caughtBy: 'running hash',
    async succeeds() {
      const talk = await createTalk()
      const position = talk.helper.position()
      const crossing = value(await talk.helper.seal({ ...position, type: 'say', text: 'Wil je dat?', id: newId() }))
      const mine = await talk.seeker.say('Ja.')
      talk.log.add('envelope', crossing.envelope)
      await talk.helper.catchUp()
      await talk.helper.say('Dan doen we dat.')
      const [a, b, c] = talk.log.rows.slice(3) as [LogEntry, LogEntry, LogEntry]
      if (a !== mine) return false
      const heard = [
        await talk.seeker.receive({ ...b, seq: a.seq }),
        await talk.seeker.receive({ ...a, seq: b.seq }),
        await talk.seeker.receive(c),
      ]
      return heard.every(({ ok }) => ok)
    },
  },
  {
    name: 'words of somebody who has left',
    caughtBy: 'member since',
    async succeeds() {
      const talk = await createTalk()
      const writing = { ...talk.helper.position(), type: 'say', text: 'Nog iets.', id: newId() } as const
      const late = value(await talk.helper.seal(writing))
      const { commit, wraps } = value(await talk.helper.handOverTo(talk.colleague.member, 'with'))
      talk.log.add('commit', commit, wraps)
      await talk.seeker.catchUp()
      return (await talk.seeker.receive({ seq: next(talk), kind: 'envelope', body: late.envelope })).ok
    },
  },
  {
    name: 'a message of another conversation with the same helper',
    caughtBy: 'several',
    async succeeds() {
      const talk = await createTalk()
      const other = await createTalk()
      const row = await other.helper.say('Voor iemand anders.')
      return (await talk.seeker.receive({ ...row, seq: next(talk) })).ok
    },
  },
  {
    name: 'a start of the server’s own, shown to the seeker as theirs',
    caughtBy: 'own start',
    async succeeds() {
      const waiting = await createWaitingConversation()
      const { conversation } = waiting.log
      const keys = await createSeekerKeys()
      const starting = { conversation, book: waiting.helpline.book, duty: waiting.duty, keys, intake: 'x', id: newId() }
      const { start } = value(await startConversation(starting))
      return (await waiting.seekerReader().receive({ seq: 1, kind: 'start', body: start })).ok
    },
  },
  {
    name: 'the seeker’s start rewritten to a duty key of the server’s',
    caughtBy: 'signature',
    async succeeds() {
      const waiting = await createWaitingConversation()
      const signing = await generateKeyPair('Ed25519', false)
      const { publicKeys } = await createStaffIdentity()
      const duty = { ...waiting.duty, kem: publicKeys.kem, kid: await kidOfDuty(publicKeys.kem) }
      const { conversation } = waiting.log
      const keys = { ...waiting.keys, signing }
      const starting = { conversation, book: waiting.helpline.book, duty, keys, intake: 'x', id: newId() }
      const { start } = value(await startConversation(starting))
      const helper = await waiting.readerFor(waiting.hanne)
      return (await helper.receive({ seq: 1, kind: 'start', body: start })).ok
    },
  },
]

const books: readonly Attack[] = [
  {
    name: 'a member entered in the key book by the server',
    caughtBy: 'signature',
    async succeeds() {
      const line = await createHelpline()
      const { publicKeys } = await createStaffIdentity()
      const member = { ...publicKeys, role: 'helper', name: 'Hanne' } as const
      const by = { ...line.coordinator.identity, signing: await serverSigningKey() }
      const entry = value(await addMember({ book: line.book, by, member, at: NOON }))
      return (await readKeyBook(LINE, [...line.entries, entry])).ok
    },
  },
  {
    name: 'a key book of the server’s own',
    caughtBy: 'pinned head',
    async succeeds() {
      const real = await createHelpline()
      const own = await createHelpline()
      return (await readKeyBook(LINE, own.entries, pinned(real.book.head))).ok
    },
  },
  {
    name: 'the key book set back to before somebody left',
    caughtBy: 'pinned head',
    async succeeds() {
      const line = await createHelpline()
      const { member } = await line.hire('Hanne')
      const by = line.coordinator.identity
      await line.enter(value(await removeMember({ book: line.book, by, kid: member.kid, at: NOON })))
      return (await readKeyBook(LINE, line.entries.slice(0, 2), pinned(line.book.head))).ok
    },
  },
  {
    name: 'one key book for the helper and another for the seeker',
    caughtBy: 'known key book',
    async succeeds() {
      const talk = await createTalk()
      const forSeeker = talk.helpline.book
      const seeker = createReader(talk.log, { role: 'seeker', keys: talk.keys }, async () => forSeeker)
      await seeker.catchUp()
      await talk.helpline.hire('Alleen voor Hanne')
      const helper = await talk.readerFor(talk.hanne, false)
      await helper.catchUp()
      await helper.say('Dag.')
      return (await seeker.catchUp()).every(({ ok }) => ok)
    },
  },
  {
    name: 'a duty key of the server’s, in a helper’s name',
    caughtBy: 'signature',
    async succeeds() {
      const line = await createHelpline()
      const { identity } = await line.hire('Hanne')
      const maker = { ...identity, signing: await serverSigningKey() }
      const made = value(await makeDutyKey({ book: line.book, maker, at: NOON, validUntil: NOON + HOUR }))
      return (await readDutyKey(made.record, line.book, NOON)).ok
    },
  },
  {
    name: 'a duty key that somebody who left still knows',
    caughtBy: 'nobody left',
    async succeeds() {
      const line = await createHelpline()
      const hanne = await line.hire('Hanne')
      const bram = await line.hire('Bram')
      const { record } = await line.makeDuty(hanne.identity)
      const by = line.coordinator.identity
      await line.enter(value(await removeMember({ book: line.book, by, kid: bram.member.kid, at: NOON })))
      return (await readDutyKey(record, line.book, NOON)).ok
    },
  },
  {
    name: 'a private key of the server’s own in a helper’s duty wrap',
    caughtBy: 'same public key',
    async succeeds() {
      const line = await createHelpline()
      const { identity, member } = line.coordinator
      const { duty } = await line.makeDuty(identity)
      const place = { label: 'HC1/duty-wrap', about: duty.hash } as const
      const [wrap] = await wrapForEach([member], randomBytes(32), place)
      return (await openDutyWrap(duty, wrap as Wrap, identity)).ok
    },
  },
]

/** The control for a pinned head is a reader who pinned nothing. */
let doesPin = true
export function pinNothing(): void {
  doesPin = false
}
function pinned(head: string): string | undefined {
  return doesPin ? head : undefined
}

export const attacks: readonly Attack[] = [...membership, ...messages, ...books]
