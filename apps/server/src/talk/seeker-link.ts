/** A seeker's device: one conversation, from hello to close. */
import { type FromSeeker, readFromSeeker, type ToSeeker } from '@houvast/protocol/seeker-frames'
import { PROTOCOL_VERSION } from '@houvast/protocol/version'
import { seekerOf } from '@houvast/rules/conversation/conversation'
import { seekerKey } from '../presence.ts'
import { answer, type Person } from './conversation-link.ts'
import { Feed } from './feed.ts'
import type { Follower } from './followers.ts'
import type { Link, LinkHandler } from './link.ts'
import type { TalkDeps } from './talk-deps.ts'
import { tellEntries } from './tell-entries.ts'

export function seekerLink(link: Link, deps: TalkDeps): LinkHandler {
  const { conversations, lines, tickets, presence, followers, queue, ringing, news, actions, now, onBug } = deps
  const leave: (() => void)[] = []
  let isClosed = false
  let person: Person | undefined
  let conversation = ''
  const tell = (frame: ToSeeker) => link.send(JSON.stringify(frame))

  async function hello(ticket: string, since: number) {
    const pass = tickets.redeem(ticket, 'seeker')
    if (!pass) return link.close('ticket-refused')
    const { line } = pass
    const kept = await conversations.find(line, pass.conversation)
    const kid = kept && seekerOf(kept.state)
    if (!kept || !kid) return link.close('not-found')
    // Gone while we looked: whoever enters now would be «here» for ever.
    if (isClosed) return
    conversation = pass.conversation

    const feed = new Feed(
      conversation,
      since,
      (from) => conversations.read(line, conversation, from, [kid]),
      (entries) => tellEntries(conversation, entries, tell),
      onBug,
    )
    person = {
      ...{ line, kid, tell },
      role: 'seeker',
      close: (reason) => link.close(reason),
      feedOf: (id) => (id === conversation ? feed : undefined),
      mayTake: () => 'commit-not-allowed',
      changed: async () => {},
    }
    const follower: Follower = { kid, role: 'seeker', feed, tell, dropped() {} }
    leave.push(followers.add(line, conversation, follower))
    leave.push(queue.watchAsSeeker(line, { conversation, tell }))
    leave.push(presence.enter(seekerKey(line, conversation)))
    leave.push(() => ringing.away(line, pass.conversation, tell))
    leave.push(() => conversations.seekerSeen(line, pass.conversation, now()).catch(onBug))
    await conversations.seekerSeen(line, conversation, now())

    tell({ type: 'welcome', conversation, last: kept.state.log.lastSeq })
    await news.introduce(line, conversation, kept.state, follower)
    await feed.catchUp()
  }

  async function look(frame: Extract<FromSeeker, { type: 'find' | 'stop-finding' }>, { line }: Person) {
    if (frame.type === 'stop-finding') return ringing.stop(line, conversation)
    const isRung = (await lines.find(line))?.rings
    const kept = await conversations.find(line, conversation)
    // Gone while we looked: nobody would ever stop looking for them.
    if (isRung && !isClosed && kept?.state.phase === 'waiting') ringing.find(line, conversation, frame, tell)
  }

  return {
    async receive(text) {
      const frame = readFromSeeker(text)
      if (!frame) return link.close('protocol-error')
      if (frame.type === 'hello') {
        if (frame.version !== PROTOCOL_VERSION) return link.close('version-unknown')
        return person ? link.close('protocol-error') : hello(frame.ticket, frame.since)
      }
      if (!person) return link.close('protocol-error')
      // T1: a helper may change what is not theirs yet, by taking it; a seeker has one conversation.
      const isForOwn = frame.type === 'change' || frame.type === 'find' || frame.type === 'stop-finding'
      if (isForOwn && frame.conversation !== conversation)
        return person.tell({ type: 'refused', conversation: frame.conversation, reason: 'not-found' })
      if (frame.type === 'find' || frame.type === 'stop-finding') return look(frame, person)
      if (frame.type !== 'erase') return answer(frame, person, actions)
      if (frame.conversation !== conversation) return
      await actions.erase(person.line, conversation)
    },
    closed() {
      isClosed = true
      for (const end of leave.splice(0)) end()
    },
  }
}
