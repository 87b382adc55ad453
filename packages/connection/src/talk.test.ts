import type { ConversationNewsFrame } from '@houvast/protocol/conversation-frames'
import { FRAME_MAX } from '@houvast/rules/limits/limits'
import { openConversation } from '@houvast/sealed/conversation-log'
import type { Ciphertext } from '@houvast/sealed/envelope'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { OutboxItem } from './outbox.ts'
import type { Talk } from './talk.ts'
import { oneConversation, outboxInMemory } from './testing/one-conversation.ts'

const wordsOf = (talk: Talk) => talk.view.heard.flatMap((one) => (one.kind === 'message' ? [one.text] : [])).slice(1)
const sendingOf = (talk: Talk) => talk.view.pending.map(({ text, state }) => [text, state])

describe('a talk on one device', () => {
  let world: Awaited<ReturnType<typeof oneConversation>>
  beforeEach(async () => {
    world = await oneConversation()
  })

  async function comeIn({ talk }: { talk: Talk }, end = world.server.rows.length) {
    await talk.linked(end)
    await talk.receive(world.server.entries(talk.heard))
  }
  async function hear(talk: Talk, frames: readonly ConversationNewsFrame[]) {
    for (const frame of frames) await talk.receive(frame)
  }

  test('[R7] words are on the disk before they are shown as being sent', async () => {
    const outbox = outboxInMemory()
    const order: string[] = []
    const put = outbox.put.bind(outbox)
    const kept = {
      ...outbox,
      all: () => outbox.all(),
      async put(item: Parameters<typeof put>[0]) {
        await put(item)
        order.push('on disk')
      },
    }
    const tab = world.tab(kept, {
      onChange: (view) => {
        if (view.pending.length > 0) order.push('shown')
      },
      send: (frame) => {
        if ((frame as { type: string }).type === 'say') order.push('sent')
        return true
      },
    })
    await comeIn(tab)
    await tab.talk.say('ik ben er')

    expect(order).toEqual(['on disk', 'shown', 'sent'])
    expect(outbox.items.map(({ envelope }) => envelope).join()).not.toContain('ik ben er')
  })

  test('[R7] sending, arrived, read: each is shown only when it is so', async () => {
    const tab = world.tab(outboxInMemory())
    await comeIn(tab)
    await tab.talk.say('ik ben er')
    expect(sendingOf(tab.talk)).toEqual([['ik ben er', 'sending']])

    const stored = await world.server.say(tab.said()[0] as object)
    await hear(tab.talk, stored)
    expect(sendingOf(tab.talk)).toEqual([])
    expect(wordsOf(tab.talk)).toEqual(['ik ben er'])

    const kid = world.hanne.identity.kid
    const { conversation } = world
    await tab.talk.receive({ type: 'seen-by', conversation, kid, delivered: 4, read: 4 })
    await tab.talk.receive({ type: 'seen-by', conversation, kid, delivered: 4, read: 3 })
    expect(tab.talk.view.others).toEqual({ delivered: 4, read: 4 })
  })

  test('[R4] an answer that was lost is not a second message: the log is read first, and nothing is left to send', async () => {
    const outbox = outboxInMemory()
    const tab = world.tab(outbox)
    await comeIn(tab)
    await tab.talk.say('een keer')
    await world.server.say(tab.said()[0] as object)
    tab.talk.unlinked()

    await comeIn(tab)

    expect(tab.said()).toHaveLength(1)
    expect(outbox.items).toEqual([])
    expect(wordsOf(tab.talk)).toEqual(['een keer'])
    await tab.talk.say('en nog een')
    expect(tab.said()).toHaveLength(2)
  })

  test('[R4] the answer stands for the entry: the next batch goes at once, and a copy that comes later is not heard twice', async () => {
    const tab = world.tab(outboxInMemory())
    await comeIn(tab)
    await tab.talk.say('een')
    await tab.talk.say('twee')
    await hear(tab.talk, await world.server.say(tab.said()[0] as object))
    expect(tab.said()).toHaveLength(2)
    await tab.talk.receive(world.server.entries(0))
    await hear(tab.talk, await world.server.say(tab.said()[1] as object))
    await tab.talk.receive(world.server.entries(0))
    expect(wordsOf(tab.talk)).toEqual(['een', 'twee'])
    expect(tab.said()).toHaveLength(2)
  })

  test('[R9] what another tab sealed again without having heard all of it is sealed once more, and nothing is lost', async () => {
    const outbox = outboxInMemory()
    const tab = world.tab(outbox)
    await comeIn(tab)
    await tab.talk.say('een')
    await tab.talk.say('twee')
    const stored = await world.server.say(tab.said()[0] as object)
    await sealedByATabThatHasNotHeard(outbox, world.server.rows.slice(0, -1))
    await hear(tab.talk, stored)
    const [two] = outbox.items
    await tab.talk.receive({ type: 'refused', conversation: world.conversation, id: two?.id, reason: 'stale-epoch' })
    await world.helper.say('ik ben er nog')
    await tab.talk.receive(world.server.entries(tab.talk.heard))
    await hear(tab.talk, await world.server.say(tab.said().at(-1) as object))
    await tab.talk.receive(world.server.entries(tab.talk.heard))

    expect(wordsOf(tab.talk)).toEqual(['een', 'ik ben er nog', 'twee'])
    expect(sendingOf(tab.talk)).toEqual([])
  })

  /** As a second tab of the same device would that is behind. */
  async function sealedByATabThatHasNotHeard(
    outbox: ReturnType<typeof outboxInMemory>,
    entries: typeof world.server.rows,
  ) {
    const log = world.seekerReader()
    for (const entry of entries) await log.receive(entry as never)
    let position = log.position()
    const again: OutboxItem[] = []
    for (const { id, envelope } of outbox.items) {
      const sealed = await log.reseal(envelope as Ciphertext, position)
      if (!sealed.ok) throw new Error(sealed.why.reason)
      again.push({ id, n: position.n, ...sealed.value })
      position = { ...position, n: position.n + 1, prev: sealed.value.hash }
    }
    await outbox.replace(again)
  }

  test('[R8] own and others’ words stand in the order of the log, whoever wrote first', async () => {
    const tab = world.tab(outboxInMemory())
    await comeIn(tab)
    await tab.talk.say('van mij')
    await world.helper.say('van de helper')
    await hear(tab.talk, await world.server.say(tab.said()[0] as object))
    await tab.talk.receive(world.server.entries(tab.talk.heard))
    expect(wordsOf(tab.talk)).toEqual(['van de helper', 'van mij'])
  })

  test('after a reload without a connection, what was written before is shown as soon as it can be opened', async () => {
    const outbox = outboxInMemory()
    const before = world.tab(outbox)
    await comeIn(before)
    await before.talk.say('nog niet weg')

    const after = world.tab(outbox)
    await comeIn(after)
    expect(sendingOf(after.talk)).toEqual([['nog niet weg', 'sending']])
    expect(after.said()).toEqual(before.said())
  })

  test('written after a reload, before the log has come: sealed again where it belongs, and heard by the helper', async () => {
    const outbox = outboxInMemory()
    const before = world.tab(outbox)
    await comeIn(before)
    for (const text of ['een', 'twee']) {
      await before.talk.say(text)
      await hear(before.talk, await world.server.say(before.said().at(-1) as object))
      await before.talk.receive(world.server.entries(before.talk.heard))
    }

    const after = world.tab(outbox)
    await after.talk.linked(world.server.rows.length)
    const whole = world.server.entries(0) as Extract<ConversationNewsFrame, { type: 'entries' }>
    await after.talk.receive({ ...whole, entries: whole.entries.slice(0, 4) })
    await after.talk.say('drie')
    await after.talk.say('vier')
    expect(after.said()).toEqual([])
    await after.talk.receive({ ...whole, entries: whole.entries.slice(4) })
    await hear(after.talk, await world.server.say(after.said()[0] as object))
    await after.talk.receive(world.server.entries(after.talk.heard))

    expect(wordsOf(after.talk)).toEqual(['een', 'twee', 'drie', 'vier'])
    expect((await world.helper.catchUp()).every((heard) => heard.ok)).toBe(true)
  })

  test('a key that went by on the way: the same words are sealed again, in order, when the change is heard', async () => {
    const tab = world.tab(outboxInMemory())
    await comeIn(tab)
    await tab.talk.say('een')
    await tab.talk.say('twee')
    await world.server.letReadAlong()
    await hear(tab.talk, await world.server.say(tab.said()[0] as object))
    // Refused, and it does not know why yet: it asks, and does not try again and again.
    expect(tab.said()).toHaveLength(1)
    expect(tab.sent.at(-1)).toMatchObject({ type: 'read-on', since: 3 })

    await tab.talk.receive(world.server.entries(tab.talk.heard))
    await hear(tab.talk, await world.server.say(tab.said()[1] as object))
    await tab.talk.receive(world.server.entries(tab.talk.heard))

    expect(wordsOf(tab.talk)).toEqual(['een', 'twee'])
    expect((await world.helper.catchUp()).every((heard) => heard.ok)).toBe(true)
  })

  test('the first of a batch was in the log already and the second is refused: the second still follows the first', async () => {
    const tab = world.tab(outboxInMemory())
    await comeIn(tab)
    await tab.talk.say('een')
    const first = tab.said()[0] as object
    await tab.talk.say('twee')
    tab.talk.unlinked()
    await tab.talk.linked(3)
    const both = tab.said()[1] as object
    // The old link's frame was only slow; it is taken just before a change of members, and both before the new one.
    await world.server.say(first)
    await world.server.letReadAlong()
    await hear(tab.talk, await world.server.say(both))
    await tab.talk.receive(world.server.entries(tab.talk.heard))
    await hear(tab.talk, await world.server.say(tab.said().at(-1) as object))
    await tab.talk.receive(world.server.entries(tab.talk.heard))

    expect(wordsOf(tab.talk)).toEqual(['een', 'twee'])
    expect((await world.helper.catchUp()).map((heard) => heard.ok)).toEqual([true])
  })

  test('[R9] two tabs with one outbox: both send, both show, and every word is once in the log', async () => {
    const outbox = outboxInMemory()
    const [one, two] = [world.tab(outbox), world.tab(outbox)]
    await comeIn(one)
    await comeIn(two)
    await one.talk.say('uit de eerste')
    await two.talk.lookAtOutbox()
    await two.talk.say('uit de tweede')
    await one.talk.lookAtOutbox()
    expect(sendingOf(one.talk)).toEqual(sendingOf(two.talk))
    expect(sendingOf(one.talk)).toHaveLength(2)

    for (let round = 0; round < 3; round++) {
      for (const tab of [one, two]) {
        for (const frame of tab.said().slice(round, round + 1)) await hear(tab.talk, await world.server.say(frame))
        for (const other of [one, two]) await other.talk.receive(world.server.entries(other.talk.heard))
      }
    }

    expect(wordsOf(one.talk)).toEqual(['uit de eerste', 'uit de tweede'])
    expect(wordsOf(two.talk)).toEqual(wordsOf(one.talk))
    expect(outbox.items).toEqual([])
  })

  test('[R9] what the other tab has not yet taken off the disk is not sent for ever', async () => {
    const outbox = outboxInMemory()
    const one = world.tab(outbox)
    await comeIn(one)
    await one.talk.say('een keer')
    const left = outbox.items
    const two = world.tab(outbox)
    await world.server.say(one.said()[0] as object)
    await comeIn(two)
    outbox.items = left
    await two.talk.lookAtOutbox()
    expect(two.said()).toEqual([])
    expect(sendingOf(two.talk)).toEqual([])
  })

  test('[R9] of two tabs that are both refused, one seals again and the other takes that over', async () => {
    const outbox = outboxInMemory()
    const [one, two] = [world.tab(outbox), world.tab(outbox)]
    await comeIn(one)
    await comeIn(two)
    await one.talk.say('een')
    await two.talk.lookAtOutbox()
    await world.server.letReadAlong()
    for (const tab of [one, two]) {
      const refused = await world.server.say(tab.said()[0] as object)
      await hear(tab.talk, refused)
      await tab.talk.receive(world.server.entries(tab.talk.heard))
    }
    expect(two.said().at(-1)).toEqual(one.said().at(-1))
  })

  test('[R9] what the other tab has sealed again stands in the log as that tab sealed it', async () => {
    const outbox = outboxInMemory()
    const [one, two] = [world.tab(outbox), world.tab(outbox)]
    await comeIn(one)
    await comeIn(two)
    await one.talk.say('een')
    await two.talk.lookAtOutbox()
    await world.server.letReadAlong()
    const before = two.said()[0] as object
    await hear(one.talk, await world.server.say(one.said()[0] as object))
    await one.talk.receive(world.server.entries(one.talk.heard))
    const again = await world.server.say(one.said()[1] as object)
    // The second tab's was on a slow link: the server has it already, in the first tab's new seal.
    await two.talk.receive({
      ...(world.server.entries(3) as Extract<ConversationNewsFrame, { type: 'entries' }>),
      entries: world.server.rows
        .slice(3, 4)
        .map(({ seq, kind, body, wraps = [] }) => ({ seq, kind, body, wraps: [...wraps] })),
    })
    await hear(two.talk, await world.server.say(before))
    await two.talk.receive(world.server.entries(two.talk.heard))
    await hear(one.talk, again)
    expect([one, two].map(({ talk }) => [wordsOf(talk), talk.view.broken])).toEqual([
      [['een'], undefined],
      [['een'], undefined],
    ])
    await world.helper.catchUp()
    await world.helper.say('gehoord')
    await two.talk.receive(world.server.entries(two.talk.heard))
    expect(wordsOf(two.talk)).toEqual(['een', 'gehoord'])
  })

  test('[R10] what was written while nothing could be sent goes in frames that the server takes', async () => {
    const tab = world.tab(outboxInMemory())
    await comeIn(tab)
    tab.talk.unlinked()
    const texts = Array.from({ length: 12 }, (_, i) => `${i} ${'lang '.repeat(1_600)}`)
    for (const text of texts) expect(await tab.talk.say(text)).toBe(true)
    await tab.talk.linked(3)
    while (tab.talk.view.pending.length > 0) {
      const frame = tab.said().at(-1) as object
      expect(JSON.stringify(frame).length).toBeLessThanOrEqual(FRAME_MAX)
      await hear(tab.talk, await world.server.say(frame))
      await tab.talk.receive(world.server.entries(tab.talk.heard))
    }
    expect(wordsOf(tab.talk)).toEqual(texts)
  })

  test('an entry that cannot be heard now, for want of the key book, is heard later, and nothing after it is missed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let isBookHere = false
    const log = openConversation({
      ...{ line: world.helpline.line, conversation: world.conversation },
      me: { role: 'seeker', keys: world.keys },
      async book() {
        if (!isBookHere) throw new Error('No network.')
        return world.helpline.book
      },
    })
    const tab = world.tab(outboxInMemory(), { log })
    await world.helper.say('dag')
    await comeIn(tab)
    expect(wordsOf(tab.talk)).toEqual([])
    isBookHere = true
    vi.advanceTimersByTime(2_000)
    const asked = tab.sent.at(-1) as { type: string; since: number }
    expect(asked).toMatchObject({ type: 'read-on', since: tab.talk.heard })
    await tab.talk.receive(world.server.entries(asked.since))
    expect(wordsOf(tab.talk)).toEqual(['dag'])
    vi.useRealTimers()
  })

  test('how far was read is told again on the next link, when it could not be told before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const seen: object[] = []
    let isUp = false
    const tab = world.tab(outboxInMemory(), {
      send(frame) {
        if (isUp && (frame as { type: string }).type === 'seen') seen.push(frame)
        return isUp
      },
    })
    await comeIn(tab)
    tab.talk.read()
    vi.advanceTimersByTime(500)
    isUp = true
    await tab.talk.linked(3)
    vi.advanceTimersByTime(500)
    expect(seen).toEqual([{ type: 'seen', conversation: world.conversation, delivered: 3, read: 3 }])
    vi.useRealTimers()
  })

  test('what will never be taken is said to be refused, and its words stay to be seen', async () => {
    const outbox = outboxInMemory()
    const tab = world.tab(outbox)
    await comeIn(tab)
    await tab.talk.say('te laat')
    const [id] = outbox.items.map((item) => item.id)
    await tab.talk.receive({
      type: 'refused',
      conversation: world.conversation,
      ...(id ? { id } : {}),
      reason: 'already-ended',
    })
    expect(sendingOf(tab.talk)).toEqual([['te laat', 'refused']])
    expect(outbox.items).toEqual([])
  })

  test('a change of members is done when its own entry is stored, not when somebody’s words are', async () => {
    const outbox = outboxInMemory()
    const tab = world.tab(outbox)
    await comeIn(tab)
    let answer: string | undefined = 'not yet'
    await world.helper.catchUp()
    const made = await world.helper.letReadAlong(world.lead.member)
    const change = tab.talk
      .change(async () => made as never)
      .then((reason) => {
        answer = reason
      })
    await vi.waitFor(() => expect(tab.sent.at(-1)).toMatchObject({ type: 'change' }))
    await tab.talk.receive({ type: 'stored', conversation: world.conversation, items: [{ id: 'words', seq: 3 }] })
    expect(answer).toBe('not yet')
    await tab.talk.receive({ type: 'refused', conversation: world.conversation, reason: 'commit-outdated' })
    await change
    expect(answer).toBe('commit-outdated')
  })
})
