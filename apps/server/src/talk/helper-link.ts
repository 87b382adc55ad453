/** A helper's device: all their conversations, and the queue while they are on duty. */
import { type FromHelper, readFromHelper, type ToHelper } from '@houvast/protocol/helper-frames'
import { PROTOCOL_VERSION } from '@houvast/protocol/version'
import { isMember } from '@houvast/rules/conversation/conversation'
import { readCommitHeader } from '@houvast/sealed/epoch-commit'
import { dutyKey, staffKey } from '../presence.ts'
import { answer, type Person } from './conversation-link.ts'
import { Feed } from './feed.ts'
import type { Follower } from './followers.ts'
import type { Link, LinkHandler } from './link.ts'
import type { TalkDeps } from './talk-deps.ts'
import { tellEntries } from './tell-entries.ts'

export function helperLink(link: Link, deps: TalkDeps): LinkHandler {
  const { conversations, lines, staff, tickets, presence, followers, staffLinks } = deps
  const { queue, ringing, news, actions, onBug } = deps
  const leave: (() => void)[] = []
  const feeds = new Map<string, { feed: Feed; leave: () => void }>()
  let person: Person | undefined
  let offDuty: (() => void) | undefined
  let talks = 0
  let talksMax = 0
  /** Who waits is rung for, not taken from a queue. */
  let isRung = false
  let isClosed = false
  const tell = (frame: ToHelper) => link.send(JSON.stringify(frame))

  async function hello(ticket: string) {
    const pass = tickets.redeem(ticket, 'helper')
    const member = pass && (await staff.find(pass.line, pass.kid))
    if (!pass || !member) return link.close('ticket-refused')
    const { line, kid } = pass
    const settings = await lines.find(line)
    talksMax = settings?.talksMax ?? 1
    isRung = settings?.rings === true
    const own = await conversations.ofMember(line, kid)
    // Gone while we looked: whoever enters now would be «here» for ever.
    if (isClosed) return
    person = {
      ...{ line, kid, tell },
      role: 'helper',
      close: (reason) => link.close(reason),
      feedOf: (id) => feeds.get(id)?.feed,
      mayTake: () => {
        if (!presence.isHere(dutyKey(line, kid))) return 'not-on-duty'
        return talks >= talksMax ? 'too-many-talks' : undefined
      },
      // What this device says next is about something it follows already.
      changed: (id) => follow(id, 0),
    }
    leave.push(presence.enter(staffKey(line, kid)), staffLinks.add(line, kid, tell))
    presence.onChange(dutyChanged)
    leave.push(() => presence.offChange(dutyChanged))
    tell({
      type: 'welcome',
      kid,
      own: own.map(({ id, state }) => ({
        conversation: id,
        phase: state.phase,
        since: 'since' in state ? state.since : 0,
      })),
    })
    tellDuty(dutyKey(line, kid))
  }

  function dutyChanged(key: string) {
    tellDuty(key)
  }

  function tellDuty(key: string, isAway?: true) {
    if (!person || !key.startsWith(`duty/${person.line}/`)) return
    const helpers = presence.under(`duty/${person.line}/`)
    tell({ type: 'duty', onDuty: offDuty !== undefined, helpers: [...helpers], ...(isAway ? { isAway } : {}) })
  }

  function goOnDuty(on: Person) {
    if (offDuty) return
    const leaveDuty = presence.enter(dutyKey(on.line, on.kid))
    const leaveQueue = isRung ? watchRings(on) : queue.watchAsHelper(on.line, { tell })
    offDuty = () => {
      offDuty = undefined
      leaveQueue()
      leaveDuty()
    }
    tellDuty(dutyKey(on.line, on.kid))
  }

  function watchRings({ line, kid }: Person) {
    return ringing.watch(line, kid, { ring: tell, over: () => awayFromDuty({ line, kid }) })
  }

  /** «Even weg»: whoever did not answer is not rung again before they say that they are there. */
  function awayFromDuty({ line, kid }: Pick<Person, 'line' | 'kid'>) {
    offDuty?.()
    tellDuty(dutyKey(line, kid), true)
  }

  /** Only a member's; the log carries nothing for anybody else, but its length and times are theirs too. */
  async function follow(conversation: string, since: number) {
    if (!person) return
    const { line, kid } = person
    const kept = await conversations.find(line, conversation)
    if (!kept || !isMember(kept.state, kid)) return letGo(conversation)
    if (isClosed) return
    const known = feeds.get(conversation)
    if (known) return known.feed.catchUp(since)
    const feed = new Feed(
      conversation,
      since,
      (from) => conversations.read(line, conversation, from, [kid]),
      (entries) => tellEntries(conversation, entries, tell),
      onBug,
    )
    const follower: Follower = { kid, role: 'helper', feed, tell, dropped: () => letGo(conversation) }
    feeds.set(conversation, { feed, leave: followers.add(line, conversation, follower) })
    talks = feeds.size
    await news.introduce(line, conversation, kept.state, follower)
    await feed.catchUp()
  }

  function letGo(conversation: string) {
    unfollow(conversation)
    tell({ type: 'refused', conversation, reason: 'not-found' })
  }

  function unfollow(conversation: string) {
    feeds.get(conversation)?.leave()
    feeds.delete(conversation)
  }

  async function receive(frame: Exclude<FromHelper, { type: 'hello' }>, from: Person) {
    switch (frame.type) {
      case 'go-on-duty':
        return goOnDuty(from)
      case 'go-off-duty':
        return offDuty?.()
      case 'decline':
        return isRung && (await ringing.decline(from.line, frame.conversation, from.kid))
          ? awayFromDuty(from)
          : tell({ type: 'refused', conversation: frame.conversation, reason: 'not-found' })
      case 'follow':
        return follow(frame.conversation, frame.since)
      case 'change':
        talks = (await conversations.ofMember(from.line, from.kid)).length
        return isRung && isPickUp(frame.commit) ? pickUpRung(frame, from) : answer(frame, from, actions)
      default:
        return answer(frame, from, actions)
    }
  }

  async function pickUpRung(frame: Extract<FromHelper, { type: 'change' }>, from: Person) {
    const { conversation } = frame
    if (!(await ringing.accept(from.line, conversation, from.kid)))
      return tell({ type: 'refused', conversation, reason: 'not-rung' })
    try {
      return await answer(frame, from, actions)
    } finally {
      await ringing.answered(from.line, conversation, from.kid)
    }
  }

  return {
    async receive(text) {
      const frame = readFromHelper(text)
      if (!frame) return link.close('protocol-error')
      if (frame.type !== 'hello') return person ? receive(frame, person) : link.close('protocol-error')
      if (frame.version !== PROTOCOL_VERSION) return link.close('version-unknown')
      return person ? link.close('protocol-error') : hello(frame.ticket)
    },
    closed() {
      isClosed = true
      for (const conversation of [...feeds.keys()]) unfollow(conversation)
      offDuty?.()
      for (const end of leave.splice(0)) end()
    },
  }
}

function isPickUp(commit: string): boolean {
  const header = readCommitHeader(commit)
  return header.ok && header.value.reason === 'pick-up'
}
