/** What a reader does with entries that are wrong, early, late or doubled. */
import { describe, expect, test } from 'vitest'
import { openConversation } from './conversation-log.ts'
import { sealEnvelope } from './envelope.ts'
import { createEpochSecret, messageKey } from './epoch-key.ts'
import type { LogEntry } from './heard.ts'
import type { KeyBook } from './key-book.ts'
import { createKnownBook } from './known-book.ts'
import { createHelpline, createTalk, createWaitingConversation, newId, type Talk, value } from './testing/helpline.ts'

const nextSeq = (talk: Talk) => talk.log.rows.length + 1

/** As the server would: whatever it likes, at the next place in the log. */
async function toHelper(talk: Talk, entry: Omit<LogEntry, 'seq'> & { seq?: number }) {
  return talk.helper.receive({ seq: nextSeq(talk), ...entry })
}

describe('an entry that is not heard', () => {
  test('is skipped when it says nothing, and the log goes on', async () => {
    const talk = await createTalk()
    talk.log.add('envelope', 'hallo!')
    const [nonsense] = await talk.helper.catchUp()
    await talk.seeker.catchUp()
    await talk.seeker.say('En verder.')

    expect(nonsense).toEqual({ ok: false, why: { reason: 'malformed', seq: 4, after: 'skipped' } })
    expect((await talk.helper.catchUp()).at(-1)).toMatchObject({ ok: true, value: { text: 'En verder.' } })
  })

  test('twice the same is no harm, as after a lost connection', async () => {
    const talk = await createTalk()

    expect(await talk.helper.receive(talk.log.rows[1] as LogEntry)).toMatchObject({
      why: { reason: 'replayed', after: 'already-heard' },
    })
    await talk.seeker.say('En verder.')
    expect((await talk.helper.catchUp()).at(-1)?.ok).toBe(true)
  })

  test('another entry in a place already heard breaks the view: somebody was shown something else', async () => {
    const talk = await createTalk()
    const row = talk.log.rows[1] as LogEntry

    expect(await talk.helper.receive({ ...row, body: `${row.body}AAAA` })).toMatchObject({
      why: { reason: 'split-view', after: 'broken' },
    })
    expect(await talk.helper.seal({ ...talk.helper.position(), type: 'say', text: 'x', id: newId() })).toMatchObject({
      why: { reason: 'view-broken' },
    })
    expect(await talk.helper.leave(talk.hanne.member.kid)).toMatchObject({ why: { reason: 'view-broken' } })
  })

  test('with a gap before it, asks to read again, and is heard when the gap is filled', async () => {
    const talk = await createTalk()
    const one = await talk.seeker.say('Eén.')
    await talk.seeker.catchUp()
    const two = await talk.seeker.say('Twee.')

    expect(await talk.helper.receive(two)).toMatchObject({ why: { reason: 'wrong-place', after: 'read-again' } })
    expect((await talk.helper.receive(one)).ok).toBe(true)
    expect((await talk.helper.receive(two)).ok).toBe(true)
  })

  test.each([0, -1, 1.5, Number.NaN])('at the place %d there is nothing', async (seq) => {
    const talk = await createTalk()

    expect(await toHelper(talk, { seq, kind: 'envelope', body: '' })).toMatchObject({ why: { after: 'read-again' } })
  })

  test('a log that does not begin with a start is no conversation', async () => {
    const { log, seekerReader } = await createWaitingConversation()
    const intake = { ...(log.rows[1] as LogEntry), seq: 1 }

    expect(await seekerReader().receive(intake)).toMatchObject({ why: { reason: 'not-started', after: 'broken' } })
  })

  test('a second start is skipped', async () => {
    const talk = await createTalk()
    const start = talk.log.rows[0] as LogEntry

    expect(await toHelper(talk, start)).toMatchObject({ why: { after: 'already-heard' } })
    expect(await talk.helper.receive({ ...start, seq: nextSeq(talk) })).toMatchObject({
      why: { reason: 'wrong-place', after: 'skipped' },
    })
  })

  test('a conversation opened under another id or line does not begin', async () => {
    const { log, keys, helpline } = await createWaitingConversation()
    const opening = { me: { role: 'seeker', keys }, book: async () => helpline.book } as const
    const start = log.rows[0] as LogEntry

    const elsewhere = openConversation({ ...opening, line: log.line, conversation: newId() })
    const otherLine = openConversation({ ...opening, line: 'andere-lijn', conversation: log.conversation })

    expect(await elsewhere.receive(start)).toMatchObject({ why: { reason: 'wrong-conversation', after: 'broken' } })
    expect(await otherLine.receive(start)).toMatchObject({ why: { reason: 'wrong-line', after: 'broken' } })
  })
})

describe('a sender’s own order', () => {
  test('a message left out is told once, and what follows is heard', async () => {
    const talk = await createTalk()
    const sealed = []
    let position = talk.seeker.position()
    for (const text of ['Eén.', 'Twee.', 'Drie.']) {
      const one = value(await talk.seeker.seal({ ...position, type: 'say', text, id: newId() }))
      position = { ...position, n: position.n + 1, prev: one.hash }
      sealed.push(one.envelope)
    }

    talk.log.add('envelope', sealed[1] as string)
    talk.log.add('envelope', sealed[2] as string)

    expect(await talk.helper.catchUp()).toMatchObject([
      { ok: false, why: { reason: 'message-missing', after: 'skipped' } },
      { ok: true, value: { text: 'Drie.' } },
    ])
  })

  test('the right number after the wrong message is a missing message too', async () => {
    const talk = await createTalk()
    const position = { ...talk.seeker.position(), prev: talk.helper.commitHash }
    const { envelope } = value(await talk.seeker.seal({ ...position, type: 'say', text: 'x', id: newId() }))
    talk.log.add('envelope', envelope)

    expect((await talk.helper.catchUp())[0]).toMatchObject({ why: { reason: 'message-missing' } })
  })

  test('an old message again does not set the order back', async () => {
    const talk = await createTalk()
    const one = await talk.seeker.say('Eén.')
    await talk.seeker.catchUp()
    await talk.seeker.say('Twee.')
    await talk.seeker.catchUp()
    const three = value(await talk.seeker.seal({ ...talk.seeker.position(), type: 'say', text: 'Drie.', id: newId() }))
    talk.log.add('envelope', one.body)
    talk.log.add('envelope', three.envelope)

    expect((await talk.helper.catchUp()).map(({ ok }) => ok)).toEqual([true, true, false, true])
  })

  test('a message that does not open counts in the order, so that the next is heard', async () => {
    const talk = await createTalk()
    const { identity } = talk.hanne
    const position = talk.helper.position()
    const { line, conversation } = talk.log
    const wrongKey = await messageKey(createEpochSecret(), identity.kid)
    const { envelope, hash } = value(
      await sealEnvelope(
        {
          ...{ v: 1, line, conversation, epoch: 1, kid: identity.kid, id: newId(), type: 'say' },
          ...{ ...position, keyBookHead: talk.helpline.book.head },
        },
        'x',
        { message: wrongKey, signing: identity.signing },
      ),
    )
    talk.log.add('envelope', envelope)
    const after = { ...position, n: 2, prev: hash }
    const next = value(await talk.helper.seal({ ...after, type: 'say', text: 'Beter zo.', id: newId() }))
    talk.log.add('envelope', next.envelope)

    expect(await talk.seeker.catchUp()).toMatchObject([
      { ok: false, why: { reason: 'cannot-be-opened', after: 'skipped' } },
      { ok: true, value: { text: 'Beter zo.' } },
    ])
  })

  test('one id is one message, also when sealed anew', async () => {
    const talk = await createTalk()
    const id = newId()
    await talk.seeker.say('Eén.', id)
    await talk.seeker.catchUp()
    await talk.seeker.say('Nog eens.', id)

    expect(await talk.helper.catchUp()).toMatchObject([{ ok: true }, { ok: false, why: { reason: 'replayed' } }])
  })
})

describe('the key book behind a conversation', () => {
  test('is asked for again when somebody cites a newer one', async () => {
    const waiting = await createWaitingConversation()
    let asked = 0
    const book = async () => {
      asked += 1
      return waiting.helpline.book
    }
    const seeker = openConversation({
      ...{ line: waiting.log.line, conversation: waiting.log.conversation },
      ...{ me: { role: 'seeker', keys: waiting.keys }, book },
    })
    for (const row of waiting.log.rows) await seeker.receive(row)
    const newcomer = await waiting.helpline.hire('Nieuw')
    await waiting.helpline.makeDuty(newcomer.identity)
    const helper = await waiting.readerFor(waiting.hanne)
    await helper.catchUp()
    const { commit, wraps } = value(await helper.pickUp())

    const heard = await seeker.receive(waiting.log.add('commit', commit, wraps))

    expect(heard).toMatchObject({ ok: true, value: { kind: 'members' } })
    expect(asked).toBe(2)
  })

  test('that comes back without what it held before is not believed', async () => {
    const one = await createHelpline()
    const other = await createHelpline()
    const answers = [one.book, other.book]
    const known = createKnownBook(async () => answers.shift() as KeyBook)
    await known.latest()

    expect(await known.holding(other.book.head)).toBeUndefined()
    expect((await known.latest()).head).toBe(one.book.head)
  })

  test('when it cannot be fetched, receiving throws and can be tried again', async () => {
    const { log, keys, helpline } = await createWaitingConversation()
    let isOnline = false
    const book = async () => {
      if (!isOnline) throw new TypeError('network')
      return helpline.book
    }
    const { line, conversation } = log
    const seeker = openConversation({ line, conversation, me: { role: 'seeker', keys }, book })

    await expect(seeker.receive(log.rows[0] as LogEntry)).rejects.toThrow('network')
    isOnline = true

    expect((await seeker.receive(log.rows[0] as LogEntry)).ok).toBe(true)
  })
})

test('entries handed in without waiting are heard in their order', async () => {
  const { log, seekerReader } = await createWaitingConversation()
  const seeker = seekerReader()

  const heard = await Promise.all(log.rows.map((row) => seeker.receive(row)))

  expect(heard.map((one) => one.ok)).toEqual([true, true])
})

test('before the start nothing can be written', async () => {
  const { seekerReader, lead } = await createWaitingConversation()
  const seeker = seekerReader()
  const notStarted = { ok: false, why: { reason: 'not-started' } }

  expect(await seeker.seal({ ...seeker.position(), type: 'say', text: 'x', id: newId() })).toEqual(notStarted)
  expect(await seeker.rescue(lead.member)).toEqual(notStarted)
  expect(await seeker.sealSignal({ typing: true, tick: 1 })).toEqual(notStarted)
})

test('without the key of the present epoch nothing is written, rather than in the clear', async () => {
  const talk = await createTalk()
  const withoutWraps = talk.log.rows.map((row) => ({ ...row, wraps: [] }))
  const reader = await talk.readerFor(talk.hanne, false)
  for (const row of withoutWraps) await reader.receive(row)
  const noKey = { ok: false, why: { reason: 'no-key' } }

  expect(await reader.seal({ ...reader.position(), type: 'say', text: 'x', id: newId() })).toEqual(noKey)
  expect(await reader.handOverTo(talk.colleague.member, 'with')).toEqual(noKey)
  expect(await reader.sealSignal({ typing: true, tick: 1 })).toEqual(noKey)
})
