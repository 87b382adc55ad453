import { describe, expect, test } from 'vitest'
import { randomBytes, toBase64Url } from './bytes.ts'
import { encode, lineName, uuid } from './codec.ts'
import { createSeekerKeys, readStart, readStartHeader, startConversation } from './conversation-start.ts'
import { readCommitHeader } from './epoch-commit.ts'
import { hashBytes } from './hash.ts'
import type { Kid } from './kid.ts'
import { type Member, membersField } from './members.ts'
import { signBytes } from './signed.ts'
import { createHelpline, createTalk, createWaitingConversation, newId } from './testing/helpline.ts'

describe('starting a conversation', () => {
  test('gives the server a header it can read, and wraps for the seeker and those on duty', async () => {
    const { started, helpline, duty, keys, log } = await createWaitingConversation()

    expect(readStartHeader(started.start)).toMatchObject({
      ok: true,
      value: {
        ...{ line: helpline.line, conversation: log.conversation, epoch: 0, keyBookHead: helpline.book.head },
        ...{
          dutyRecord: duty.hash,
          members: [
            { role: 'seeker', kid: keys.kid },
            { role: 'duty', kid: duty.kid },
          ],
        },
      },
    })
    expect(started.wraps.map((wrap) => wrap.for)).toEqual([keys.kid, duty.kid])
  })

  test('with the duty key of another line is refused', async () => {
    const { duty, keys } = await createWaitingConversation()
    const { book } = await createHelpline('andere-lijn')

    const started = await startConversation({ conversation: newId(), book, duty, keys, intake: 'x', id: newId() })

    expect(started).toEqual({ ok: false, why: { reason: 'wrong-line' } })
  })

  test('with a key that nothing can be sealed to leaves its owner without, and the others with theirs', async () => {
    const { duty, keys, helpline } = await createWaitingConversation()
    const unusable = { ...keys, publicKeys: { ...keys.publicKeys, kem: new Uint8Array(32) } }
    const starting = { conversation: newId(), book: helpline.book, duty, keys: unusable, intake: 'x', id: newId() }

    const started = await startConversation(starting)

    expect(started.ok && started.value.wraps.map((wrap) => wrap.for)).toEqual([duty.kid])
  })

  test('with more words than fit says so', async () => {
    const { duty, keys, helpline } = await createWaitingConversation()
    const starting = { conversation: newId(), book: helpline.book, duty, keys, id: newId() }

    expect(await startConversation({ ...starting, intake: 'x'.repeat(9000) })).toMatchObject({
      why: { reason: 'too-long' },
    })
  })

  test.each<[string, (members: readonly Member[]) => readonly Member[]]>([
    [
      'a seeker under another name',
      ([seeker, duty]) => [{ ...seeker, kid: 'AAAAAAAAAAA' as Kid } as Member, duty as Member],
    ],
    [
      'a duty key under another name',
      ([seeker, duty]) => [seeker as Member, { ...duty, kid: 'AAAAAAAAAAA' as Kid } as Member],
    ],
    [
      'a second reader',
      ([seeker, duty]) => [seeker as Member, duty as Member, { ...(duty as Member), role: 'reader' }],
    ],
    [
      'a helper instead of the duty key',
      ([seeker, duty]) => [seeker as Member, { ...(duty as Member), role: 'helper' }],
    ],
    ['nobody on duty', ([seeker]) => [seeker as Member]],
    ['nobody', () => []],
  ])('%s is refused, though the seeker signed it', async (_, change) => {
    const { duty, helpline } = await createWaitingConversation()
    const keys = await createSeekerKeys()
    const members: readonly Member[] = [
      { role: 'seeker', kid: keys.kid, kem: keys.publicKeys.kem },
      { role: 'duty', kid: duty.kid, kem: duty.kem },
    ]
    const start = async (list: readonly Member[]) => {
      const fields = [
        ...[lineName(helpline.line), uuid(newId()), membersField(list), hashBytes(helpline.book.head)],
        ...[hashBytes(duty.hash), keys.publicKeys.sign, randomBytes(32)],
      ]
      return toBase64Url(await signBytes(encode('HC1/start', fields), keys.signing.privateKey))
    }

    expect((await readStart(await start(members))).ok).toBe(true)
    expect(await readStart(await start(change(members)))).toEqual({ ok: false, why: { reason: 'wrong-members' } })
  })
})

test('the server reads of a commit who is in, in which epoch and by whose word', async () => {
  const talk = await createTalk()

  expect(readCommitHeader(talk.log.rows[2]?.body ?? '')).toMatchObject({
    ok: true,
    value: {
      ...{ line: talk.log.line, conversation: talk.log.conversation, epoch: 1, reason: 'pick-up', history: 'with' },
      ...{ committer: talk.hanne.identity.kid, members: [{ role: 'seeker' }, { kid: talk.hanne.identity.kid }] },
    },
  })
  expect(readCommitHeader(talk.log.rows[0]?.body ?? '').ok).toBe(false)
  expect(readStartHeader(talk.log.rows[2]?.body ?? '').ok).toBe(false)
})
