/** Who comes in, who goes, and what each of them can then read. */
import { describe, expect, test } from 'vitest'
import { readStart } from './conversation-start.ts'
import type { Ciphertext } from './envelope.ts'
import { type CommitHeader, makeCommit, readCommit } from './epoch-commit.ts'
import { createEpochSecret } from './epoch-key.ts'
import { createEpochs } from './epochs.ts'
import { hashOf } from './hash.ts'
import type { Fault, Heard } from './heard.ts'
import type { Member } from './members.ts'
import type { Result } from './result.ts'
import { createTalk, newId, type Staff, type Talk, value } from './testing/helpline.ts'

type Made = Awaited<ReturnType<Talk['helper']['pickUp']>>

/** A commit goes to the server, and everyone hears it. */
async function put(talk: Talk, made: Made) {
  const { commit, wraps } = value(made)
  talk.log.add('commit', commit, wraps)
  const [toSeeker] = (await talk.seeker.catchUp()).slice(-1)
  await talk.helper.catchUp()
  return toSeeker
}

const textOf = (heard: Result<Heard, Fault>) =>
  heard.ok && heard.value.kind === 'message' ? heard.value.text : undefined

async function textsOf(talk: Talk, staff: Staff): Promise<(string | undefined)[]> {
  const reader = await talk.readerFor(staff, false)
  const heard = await reader.catchUp()
  const later = heard.flatMap((one) => (one.ok && one.value.kind === 'members' ? one.value.nowReadable : []))
  return [...later.map(({ text }) => text), ...heard.map(textOf).filter((text) => text !== undefined)]
}

describe('hand-over to a colleague', () => {
  test('with history: the colleague reads it all, the seeker sees that they do', async () => {
    const talk = await createTalk()
    await talk.seeker.say('Voor Hanne.')
    await talk.helper.catchUp()

    const seen = await put(talk, await talk.helper.handOverTo(talk.colleague.member, 'with'))
    await talk.seeker.say('Voor Bram.')

    expect(seen).toMatchObject({
      value: {
        kind: 'members',
        reason: 'hand-over',
        history: 'with',
        by: { name: 'Hanne' },
        members: [{ role: 'seeker' }, { role: 'helper', name: 'Bram' }],
      },
    })
    expect(await textsOf(talk, talk.colleague)).toEqual(['Ik weet niet waar te beginnen.', 'Voor Hanne.', 'Voor Bram.'])
  })

  test('without history: the colleague reads only what comes after', async () => {
    const talk = await createTalk()
    await talk.seeker.say('Voor Hanne.')
    await talk.helper.catchUp()

    await put(talk, await talk.helper.handOverTo(talk.colleague.member, 'without'))
    await talk.seeker.say('Voor Bram.')

    expect(await textsOf(talk, talk.colleague)).toEqual(['Voor Bram.'])
  })

  test('the one who handed over cannot write any more, and reads nothing new', async () => {
    const talk = await createTalk()
    await put(talk, await talk.helper.handOverTo(talk.colleague.member, 'with'))

    const writing = { ...talk.helper.position(), type: 'say', text: 'Nog iets.', id: newId() } as const
    await talk.seeker.say('Alleen voor Bram.')

    expect(await talk.helper.seal(writing)).toEqual({ ok: false, why: { reason: 'not-a-member' } })
    expect((await talk.helper.catchUp()).at(-1)).toMatchObject({ value: { kind: 'unreadable' } })
  })

  test('history stops where somebody came without it, however often it is passed on', async () => {
    const talk = await createTalk()
    await talk.helper.handOverTo(talk.colleague.member, 'without').then((made) => put(talk, made))
    const bram = await talk.readerFor(talk.colleague, false)
    await bram.catchUp()
    await talk.seeker.say('Voor Bram.')
    await bram.catchUp()

    await put(talk, await bram.handOverTo(talk.lead.member, 'with'))

    expect(await textsOf(talk, talk.lead)).toEqual(['Voor Bram.'])
  })
})

describe('back to the queue', () => {
  test('anybody on duty picks it up again; without history they read only what is new', async () => {
    const talk = await createTalk()
    await talk.seeker.say('Voor Hanne.')
    await talk.helper.catchUp()
    await put(talk, await talk.helper.backToQueue(talk.duty))
    await talk.seeker.say('Is er nog iemand?')

    const bram = await talk.readerFor(talk.colleague)
    await bram.catchUp()
    await put(talk, await bram.pickUp())

    expect(talk.seeker.members).toMatchObject([{ role: 'seeker' }, { role: 'helper', name: 'Bram' }])
    expect(await textsOf(talk, talk.colleague)).toEqual(['Is er nog iemand?'])
  })

  test('with history the next helper reads everything', async () => {
    const talk = await createTalk()
    await put(talk, await talk.helper.backToQueue(talk.duty, 'with'))
    const bram = await talk.readerFor(talk.colleague)
    await bram.catchUp()
    await put(talk, await bram.pickUp())

    expect(await textsOf(talk, talk.colleague)).toEqual(['Ik weet niet waar te beginnen.'])
  })
})

test('a queue whose key bears another’s name is refused', async () => {
  const talk = await createTalk()
  const { duty } = await talk.helpline.makeDuty(talk.hanne.identity)
  const { commit, wraps } = value(await talk.helper.backToQueue({ kid: talk.duty.kid, kem: duty.kem }))

  talk.log.add('commit', commit, wraps)

  expect((await talk.seeker.catchUp())[0]).toMatchObject({ ok: false, why: { reason: 'wrong-members' } })
})

test('a helper who passes on a false history gives nobody a false key', async () => {
  const talk = await createTalk()
  const { line, conversation } = talk.log
  const [seeker] = value(readCommit(talk.log.rows.at(-1)?.body ?? '')).members
  const header: CommitHeader = {
    ...{ line, conversation, epoch: 2, reason: 'hand-over', history: 'with', previous: talk.helper.commitHash },
    ...{ keyBookHead: talk.helpline.book.head, committer: talk.hanne.identity.kid },
    members: [seeker as Member, { role: 'helper', kid: talk.colleague.member.kid, kem: talk.colleague.member.kem }],
  }
  const { commit, wraps } = value(await makeCommit(header, talk.hanne.identity.signing, createEpochSecret()))
  const epochs = createEpochs([{ kid: talk.colleague.identity.kid, keys: talk.colleague.identity.kem }])
  const before = value(readCommit(talk.log.rows.at(-1)?.body ?? ''))
  const start = value(await readStart(talk.log.rows[0]?.body ?? ''))
  epochs.begin(start, new Map())
  epochs.begin({ ...before, hash: talk.helper.commitHash }, new Map())
  const read = value(readCommit(commit))

  const keys = await epochs.keysFrom({ ...read, hash: await hashOf(read.bytes) }, wraps)

  expect([...keys.keys()]).toEqual([2])
})

describe('reading along', () => {
  test('the seeker sees who reads along, from when, and when they go', async () => {
    const talk = await createTalk()
    await talk.seeker.say('Vóór Bram.')
    await talk.helper.catchUp()

    const came = await put(talk, await talk.helper.letReadAlong(talk.colleague.member))
    await talk.seeker.say('Met Bram.')
    await talk.helper.catchUp()
    const went = await put(talk, await talk.helper.leave(talk.colleague.member.kid))
    await talk.seeker.say('Zonder Bram.')

    expect(came).toMatchObject({
      value: {
        reason: 'read-along',
        history: 'without',
        members: [{}, { name: 'Hanne' }, { role: 'reader', name: 'Bram' }],
      },
    })
    expect(went).toMatchObject({ value: { reason: 'leave', members: [{ role: 'seeker' }, { name: 'Hanne' }] } })
    expect(await textsOf(talk, talk.colleague)).toEqual(['Met Bram.'])
  })

  test('the helper who lets somebody in can still read all of it after a reload', async () => {
    const talk = await createTalk()
    await talk.seeker.say('Vóór Bram.')
    await talk.helper.catchUp()
    await put(talk, await talk.helper.letReadAlong(talk.colleague.member))
    await talk.seeker.say('Met Bram.')

    expect(await textsOf(talk, talk.hanne)).toEqual(['Ik weet niet waar te beginnen.', 'Vóór Bram.', 'Met Bram.'])
  })

  test('a shift lead can come of their own accord, seen by the seeker and without what was written', async () => {
    const talk = await createTalk()
    await talk.seeker.say('Vóór Lies.')
    const lies = await talk.readerFor(talk.lead, false)
    await lies.catchUp()

    const seen = await put(talk, await lies.letReadAlong(talk.lead.member))
    await talk.seeker.say('Met Lies.')

    expect(seen).toMatchObject({ value: { by: { role: 'reader', name: 'Lies' } } })
    expect(await textsOf(talk, talk.lead)).toEqual(['Met Lies.'])
    expect((await talk.helper.catchUp()).map(textOf).at(-1)).toBe('Met Lies.')
  })

  test('a reader leaves on their own', async () => {
    const talk = await createTalk()
    await put(talk, await talk.helper.letReadAlong(talk.colleague.member, 'with'))
    const bram = await talk.readerFor(talk.colleague, false)
    await bram.catchUp()

    await put(talk, await bram.leave(talk.colleague.member.kid))

    expect(talk.seeker.members.map(({ role }) => role)).toEqual(['seeker', 'helper'])
  })
})

describe('when a helper’s laptop dies', () => {
  test('the seeker’s own browser lets a shift lead take over, with what was written', async () => {
    const talk = await createTalk()
    await talk.seeker.say('Ben je er nog?')
    await talk.seeker.catchUp()

    const seen = await put(talk, await talk.seeker.rescue(talk.lead.member))

    expect(seen).toMatchObject({ value: { reason: 'rescue', by: { role: 'seeker' }, members: [{}, { name: 'Lies' }] } })
    expect(await textsOf(talk, talk.lead)).toEqual(['Ik weet niet waar te beginnen.', 'Ben je er nog?'])
  })

  test('but not just any volunteer', async () => {
    const talk = await createTalk()

    expect(await talk.seeker.rescue(talk.colleague.member)).toEqual({ ok: false, why: { reason: 'wrong-role' } })
  })
})

describe('when two things happen at once', () => {
  test('making a commit changes nothing: the one the server took counts, the other is refused', async () => {
    const talk = await createTalk()
    const first = await talk.helper.handOverTo(talk.colleague.member, 'with')
    const second = await talk.helper.letReadAlong(talk.lead.member)
    const before = { epoch: talk.helper.epoch, members: talk.helper.members, hash: talk.helper.commitHash }

    expect({ epoch: talk.helper.epoch, members: talk.helper.members, hash: talk.helper.commitHash }).toEqual(before)
    expect(await put(talk, second)).toMatchObject({ ok: true })
    expect(await put(talk, first)).toMatchObject({ ok: false, why: { reason: 'wrong-epoch', after: 'skipped' } })
    expect(talk.seeker.members.map(({ name }) => name)).toEqual([undefined, 'Hanne', 'Lies'])
  })

  test('words sealed just before a commit are still heard after it', async () => {
    const talk = await createTalk()
    const writing = { ...talk.seeker.position(), type: 'say', text: 'Onderweg.', id: newId() } as const
    const { envelope } = value(await talk.seeker.seal(writing))
    await put(talk, await talk.helper.letReadAlong(talk.lead.member))

    talk.log.add('envelope', envelope)

    expect((await talk.helper.catchUp()).map(textOf)).toEqual(['Onderweg.'])
  })

  test('or are sealed again under the new key, with the same id, so that the newcomer can read them', async () => {
    const talk = await createTalk()
    const id = newId()
    const writing = { ...talk.seeker.position(), type: 'say', text: 'Onderweg.', id } as const
    const { envelope } = value(await talk.seeker.seal(writing))
    await put(talk, await talk.helper.handOverTo(talk.colleague.member, 'without'))

    const again = value(await talk.seeker.reseal(envelope, talk.seeker.position()))
    talk.log.add('envelope', again.envelope)
    await talk.seeker.catchUp()

    expect(again.envelope).not.toBe(envelope)
    expect(await textsOf(talk, talk.colleague)).toEqual(['Onderweg.'])
    const bram = await talk.readerFor(talk.colleague, false)
    expect((await bram.catchUp()).at(-1)).toMatchObject({ value: { id, n: 2 } })
  })

  test('one’s own words on the way can be shown from the envelope alone', async () => {
    const talk = await createTalk()
    const writing = { ...talk.seeker.position(), type: 'say', text: 'Onderweg.', id: newId() } as const
    const { envelope } = value(await talk.seeker.seal(writing))

    expect(await talk.seeker.openMine(envelope)).toEqual({
      ok: true,
      value: { type: 'say', id: writing.id, text: 'Onderweg.' },
    })
    expect(await talk.helper.openMine(envelope)).toEqual({ ok: false, why: { reason: 'not-for-me' } })
  })

  test('an envelope that was tampered with while it waited is not sealed again', async () => {
    const talk = await createTalk()
    const writing = { ...talk.seeker.position(), type: 'say', text: 'Onderweg.', id: newId() } as const
    const { envelope } = value(await talk.seeker.seal(writing))
    const at = envelope.length - 8
    const other = envelope[at] === 'A' ? 'B' : 'A'
    const tampered = `${envelope.slice(0, at)}${other}${envelope.slice(at + 1)}` as Ciphertext

    const again = await talk.seeker.reseal(tampered, talk.seeker.position())

    expect(again).toEqual({ ok: false, why: { reason: 'bad-signature' } })
  })

  test('only one’s own words can be sealed again', async () => {
    const talk = await createTalk()
    await talk.seeker.say('Van mij.')
    const row = talk.log.rows.at(-1)
    await talk.helper.catchUp()

    const again = await talk.helper.reseal(row?.body as never, talk.helper.position())

    expect(again).toEqual({ ok: false, why: { reason: 'not-for-me' } })
  })

  test('what somebody who has left still had on the way is not heard', async () => {
    const talk = await createTalk()
    const writing = { ...talk.helper.position(), type: 'say', text: 'Te laat.', id: newId() } as const
    const { envelope } = value(await talk.helper.seal(writing))
    await put(talk, await talk.helper.handOverTo(talk.colleague.member, 'with'))

    talk.log.add('envelope', envelope)

    expect((await talk.seeker.catchUp()).at(-1)).toMatchObject({ ok: false, why: { reason: 'not-a-member' } })
  })

  test('an outbox may seal several before the first has arrived', async () => {
    const talk = await createTalk()
    const first = talk.seeker.position()
    const one = value(await talk.seeker.seal({ ...first, type: 'say', text: 'Eén.', id: newId() }))
    const next = { ...first, n: first.n + 1, prev: one.hash }
    const two = value(await talk.seeker.seal({ ...next, type: 'say', text: 'Twee.', id: newId() }))

    talk.log.add('envelope', one.envelope)
    talk.log.add('envelope', two.envelope)

    expect((await talk.helper.catchUp()).map(textOf)).toEqual(['Eén.', 'Twee.'])
  })
})
