/**
 * Any course a conversation may take with an honest server: nobody sees a fault, nothing that was said is lost, and
 * whoever reloads sees what they saw.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEnvelopeHeader } from './envelope.ts'
import { readCommitHeader } from './epoch-commit.ts'
import type { Heard } from './heard.ts'
import type { Result } from './result.ts'
import { createReader, createWaitingConversation, newId, type Reader, value } from './testing/helpline.ts'

const steps = [
  ...['seeker says', 'helper says', 'pick up', 'hand over with', 'hand over without', 'back to queue'],
  ...[
    'read along with',
    'read along without',
    'lead reads along',
    'reader leaves',
    'rescue',
    'says while a commit passes',
  ],
] as const
const staffNames = ['hanne', 'colleague', 'lead'] as const

type Step = { readonly what: (typeof steps)[number]; readonly who: (typeof staffNames)[number] }

const course = fc.array(fc.record({ what: fc.constantFrom(...steps), who: fc.constantFrom(...staffNames) }), {
  minLength: 5,
  maxLength: 25,
})

async function world() {
  const waiting = await createWaitingConversation('Eerste woorden.')
  const { log } = waiting
  const seeker = waiting.seekerReader()
  const readers = {
    hanne: await waiting.readerFor(waiting.hanne),
    colleague: await waiting.readerFor(waiting.colleague),
    lead: await waiting.readerFor(waiting.lead),
  }
  const faults: unknown[] = []
  const everyone: readonly Reader[] = [seeker, ...Object.values(readers)]
  const said: string[] = ['Eerste woorden.']

  async function everyoneHears() {
    for (const reader of everyone) faults.push(...(await reader.catchUp()).filter(({ ok }) => !ok))
  }

  /** As the server does: the first commit of an epoch, and envelopes of the present epoch only. */
  async function put(made: Awaited<ReturnType<Reader['pickUp']>>) {
    if (!made.ok) return
    if (value(readCommitHeader(made.value.commit)).epoch !== seeker.epoch + 1) return
    log.add('commit', made.value.commit, made.value.wraps)
    await everyoneHears()
  }

  async function say(reader: Reader, meanwhile?: () => Promise<void>) {
    const text = `Zin ${said.length}.`
    const sealed = await reader.seal({ ...reader.position(), type: 'say', text, id: newId() })
    if (!sealed.ok) return
    await meanwhile?.()
    const isStale = value(readEnvelopeHeader(sealed.value.envelope)).epoch !== seeker.epoch
    const sent = isStale ? await reader.reseal(sealed.value.envelope, reader.position()) : sealed
    if (!sent.ok) return
    log.add('envelope', sent.value.envelope)
    said.push(text)
    await everyoneHears()
  }

  const memberReader = (role: 'helper' | 'reader') => {
    const kid = seeker.members.find((member) => member.role === role)?.kid
    return kid && { kid, reader: readers[staffNames.find((name) => waiting[name].identity.kid === kid) ?? 'hanne'] }
  }

  async function take({ what, who }: Step): Promise<void> {
    const helper = memberReader('helper')?.reader
    const { member } = waiting[who]
    const reading = memberReader('reader')
    switch (what) {
      case 'seeker says':
        return say(seeker)
      case 'helper says':
        return helper && say(helper)
      case 'pick up':
        return put(await readers[who].pickUp())
      case 'hand over with':
        return helper && put(await helper.handOverTo(member, 'with'))
      case 'hand over without':
        return helper && put(await helper.handOverTo(member, 'without'))
      case 'back to queue':
        return helper && put(await helper.backToQueue(waiting.duty))
      case 'read along with':
        return helper && put(await helper.letReadAlong(member, 'with'))
      case 'read along without':
        return helper && put(await helper.letReadAlong(member))
      case 'lead reads along':
        return put(await readers.lead.letReadAlong(waiting.lead.member))
      case 'reader leaves':
        return reading && put(await reading.reader.leave(reading.kid))
      case 'rescue':
        return put(await seeker.rescue(waiting.lead.member))
      case 'says while a commit passes':
        return helper && say(seeker, async () => put(await helper.handOverTo(member, 'without')))
    }
  }

  await everyoneHears()
  return { waiting, log, seeker, readers, faults, said, take, memberReader }
}

/** Everything readable, by seq, whenever the key came. */
function textsIn(heard: readonly Result<Heard, unknown>[]): readonly string[] {
  const texts = new Map<number, string>()
  for (const one of heard) {
    if (!one.ok) continue
    if (one.value.kind === 'message') texts.set(one.value.seq, one.value.text)
    if (one.value.kind === 'members') for (const message of one.value.nowReadable) texts.set(message.seq, message.text)
  }
  return [...texts].sort(([a], [b]) => a - b).map(([, text]) => text)
}

test('whatever course a conversation takes, nothing said is lost and nobody sees a fault', async () => {
  await fc.assert(
    fc.asyncProperty(course, async (taken) => {
      const { waiting, log, seeker, faults, said, take, memberReader } = await world()
      for (const step of taken) await take(step)

      const reloaded = createReader(log, { role: 'seeker', keys: waiting.keys }, async () => waiting.helpline.book)
      const heardAgain = await reloaded.catchUp()

      expect(faults).toEqual([])
      expect(textsIn(heardAgain)).toEqual(said)
      expect([reloaded.epoch, reloaded.members, reloaded.position()]).toEqual([
        seeker.epoch,
        seeker.members,
        seeker.position(),
      ])
      const helper = memberReader('helper')
      const staff = staffNames.map((name) => waiting[name]).find(({ identity }) => identity.kid === helper?.kid)
      if (helper && staff) {
        const again = await waiting.readerFor(staff, false)
        await again.catchUp()
        const last = await say(seeker, log)
        expect(textsIn(await again.catchUp())).toEqual([last])
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

async function say(reader: Reader, log: { add: (kind: 'envelope', body: string) => unknown }): Promise<string> {
  const text = 'Lees je dit?'
  const sealed = value(await reader.seal({ ...reader.position(), type: 'say', text, id: newId() }))
  log.add('envelope', sealed.envelope)
  return text
}

test('the courses tried do reach every kind of commit', async () => {
  const reasons = new Set<string>()
  for (const taken of fc.sample(course, { numRuns: 40, seed: 7 })) {
    const { log, take } = await world()
    for (const step of taken) await take(step)
    for (const row of log.rows) if (row.kind === 'commit') reasons.add(value(readCommitHeader(row.body)).reason)
  }

  expect([...reasons].sort()).toEqual(['back-to-queue', 'hand-over', 'leave', 'pick-up', 'read-along', 'rescue'])
}, 60_000)
