import { describe, expect, test } from 'vitest'
import { createReader, createTalk, createWaitingConversation, newId, value } from './testing/helpline.ts'

describe('a conversation from the first words to the goodbye', () => {
  test('the seeker waits, and a helper on duty reads what they wrote first', async () => {
    const waiting = await createWaitingConversation('Ik slaap niet meer.')
    const seeker = waiting.seekerReader()
    const helper = await waiting.readerFor(waiting.hanne)

    const [, asSeeker] = await seeker.catchUp()
    const [start, asHelper] = await helper.catchUp()

    expect(asSeeker).toMatchObject({
      ok: true,
      value: { kind: 'message', type: 'intake', text: 'Ik slaap niet meer.' },
    })
    expect(start).toMatchObject({ ok: true, value: { kind: 'start', members: [{ role: 'seeker' }, { role: 'duty' }] } })
    expect(asHelper).toMatchObject({ ok: true, value: { text: 'Ik slaap niet meer.', from: { role: 'seeker' } } })
  })

  test('staff who are not on duty see that someone waits, but not a word', async () => {
    const waiting = await createWaitingConversation()
    const colleague = await waiting.readerFor(waiting.colleague, false)

    const [start, intake] = await colleague.catchUp()

    expect(start).toMatchObject({ ok: true, value: { holdsKey: false } })
    expect(intake).toMatchObject({ ok: true, value: { kind: 'unreadable', type: 'intake' } })
    expect(intake).not.toHaveProperty('value.text')
  })

  test('after the pick-up both write to each other, and the seeker sees who it is', async () => {
    const talk = await createTalk()

    await talk.helper.say('Dag, ik ben Hanne.')
    await talk.seeker.say('Dag.')
    const [toSeeker] = await talk.seeker.catchUp()
    const [, toHelper] = await talk.helper.catchUp()

    expect(talk.seeker.members).toMatchObject([{ role: 'seeker' }, { role: 'helper', name: 'Hanne' }])
    expect(toSeeker).toMatchObject({
      ok: true,
      value: { kind: 'message', text: 'Dag, ik ben Hanne.', from: { role: 'helper', name: 'Hanne' }, n: 1 },
    })
    expect(toHelper).toMatchObject({ ok: true, value: { text: 'Dag.', from: { role: 'seeker' }, n: 2 } })
  })

  test('after the pick-up a colleague on duty can read nothing more', async () => {
    const talk = await createTalk()
    const colleague = await talk.readerFor(talk.colleague)

    await talk.seeker.say('Alleen voor Hanne.')
    const heard = await colleague.catchUp()

    expect(heard.map((result) => result.ok && result.value.kind)).toEqual(['start', 'message', 'members', 'unreadable'])
  })

  test('a helper who reloads reads everything again, the first words too, without the duty key', async () => {
    const talk = await createTalk()
    await talk.seeker.say('Nog iets.')
    const reloaded = await talk.readerFor(talk.hanne, false)

    const heard = await reloaded.catchUp()

    expect(heard[1]).toMatchObject({ value: { kind: 'unreadable', type: 'intake' } })
    expect(heard[2]).toMatchObject({
      value: {
        kind: 'members',
        reason: 'pick-up',
        holdsKey: true,
        nowReadable: [{ seq: 2, text: 'Ik weet niet waar te beginnen.' }],
      },
    })
    expect(heard[3]).toMatchObject({ value: { kind: 'message', text: 'Nog iets.' } })
  })

  test('a seeker who reloads goes on where they were', async () => {
    const talk = await createTalk()
    await talk.seeker.say('Eén.')
    await talk.seeker.catchUp()
    const reloaded = createReader(talk.log, { role: 'seeker', keys: talk.keys }, async () => talk.helpline.book)

    await reloaded.catchUp()

    expect(reloaded.position()).toEqual(talk.seeker.position())
    expect(reloaded.position().n).toBe(3)
    await reloaded.say('Twee.')
    expect((await talk.helper.catchUp()).at(-1)).toMatchObject({ ok: true, value: { text: 'Twee.', n: 3 } })
  })

  test('«bye» travels as a sealed message too', async () => {
    const talk = await createTalk()
    const writing = { ...talk.seeker.position(), type: 'bye', text: '', id: newId() } as const

    talk.log.add('envelope', value(await talk.seeker.seal(writing)).envelope)

    expect((await talk.helper.catchUp()).at(-1)).toMatchObject({ ok: true, value: { type: 'bye', text: '' } })
  })
})
