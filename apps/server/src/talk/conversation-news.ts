/**
 * Tells the devices that follow a conversation what happened to it: at this process directly, at others by a hint
 * on the bus, upon which they look in the database themselves.
 */
import type { ConversationNewsFrame } from '@houvast/protocol/conversation-frames'
import type { Conversation, Kid } from '@houvast/rules/conversation/conversation'
import type { Conversations, Entry } from '@houvast/server-store/conversations/conversations'
import type { Bus } from '../bus/bus.ts'
import { type Presence, seekerKey, staffKey } from '../presence.ts'
import type { Feed } from './feed.ts'
import type { Follower, Followers } from './followers.ts'
import type { StaffLinks } from './staff-links.ts'

type SeenBy = { readonly kid: Kid; readonly delivered: number; readonly read: number }

export class ConversationNews {
  readonly #followers: Followers
  readonly #conversations: Conversations
  readonly #staffLinks: StaffLinks
  readonly #presence: Presence
  readonly #bus: Bus
  readonly #onQueueChange: (line: string) => void
  readonly #onBug: (error: unknown) => void

  constructor(deps: {
    readonly followers: Followers
    readonly conversations: Conversations
    readonly staffLinks: StaffLinks
    readonly presence: Presence
    readonly bus: Bus
    readonly onQueueChange: (line: string) => void
    readonly onBug: (error: unknown) => void
  }) {
    this.#followers = deps.followers
    this.#conversations = deps.conversations
    this.#staffLinks = deps.staffLinks
    this.#presence = deps.presence
    this.#bus = deps.bus
    this.#onQueueChange = deps.onQueueChange
    this.#onBug = deps.onBug
    this.#hearBus()
    deps.presence.onChange((key, here) => this.#presenceChanged(key, here))
  }

  /** New entries are in the log, said by the device that follows with `own`. */
  grown(line: string, id: string, fresh: readonly Entry[], own: Feed) {
    for (const { feed } of this.#followers.of(line, id)) {
      if (feed === own) feed.passOwn(fresh)
      else feed.push(fresh)
    }
    // The one hint that goes with every message; a process that comes later reads the log when it begins to follow.
    if (this.#presence.hasOthers) this.#bus.publish({ about: 'log', line, conversation: id })
  }

  /** Phase or members changed. */
  async changed(line: string, id: string, state: Conversation) {
    this.#catchUp(line, id)
    this.#tellState(line, id, state)
    this.#bringIn(line, id, state)
    this.#bus.publish({ about: 'state', line, conversation: id })
    this.#onQueueChange(line)
  }

  erased(line: string, id: string, receipt: string) {
    this.#followers.tell(line, id, { type: 'erased', conversation: id, receipt })
    this.#bus.publish({ about: 'erased', line, conversation: id, receipt })
    this.#onQueueChange(line)
  }

  seen(line: string, id: string, seen: SeenBy) {
    const frame: ConversationNewsFrame = { type: 'seen-by', conversation: id, ...seen }
    this.#followers.tell(line, id, frame, (follower) => follower.kid !== seen.kid)
    this.#bus.publish({ about: 'seen', line, conversation: id })
  }

  signal(line: string, id: string, from: Kid, sealed: string) {
    this.#tellSignal(line, id, from, sealed)
    this.#bus.publish({ about: 'signal', line, conversation: id, from, sealed })
  }

  /** What a device that comes in needs beside the log: the phase, who is there, how far each has read. */
  async introduce(line: string, id: string, state: Conversation, follower: Follower) {
    this.#followers.setState(line, id, state)
    follower.tell(phaseFrame(id, state))
    const here =
      follower.role === 'helper'
        ? this.#presence.isHere(seekerKey(line, id))
        : state.phase === 'active' && this.#presence.isHere(staffKey(line, state.helper))
    const who = follower.role === 'helper' ? 'seeker' : 'helper'
    follower.tell({ type: 'presence', conversation: id, who, here })
    for (const seen of await this.#conversations.seen(line, id))
      follower.tell({ type: 'seen-by', conversation: id, ...seen })
  }

  #hearBus() {
    this.#bus.subscribe((hint) => {
      switch (hint.about) {
        case 'log':
          return this.#catchUp(hint.line, hint.conversation)
        case 'state':
          return void this.#readAgain(hint.line, hint.conversation).catch(this.#onBug)
        case 'seen':
          return void this.#readSeen(hint.line, hint.conversation).catch(this.#onBug)
        case 'signal':
          return this.#tellSignal(hint.line, hint.conversation, hint.from, hint.sealed)
        case 'erased': {
          const { line, conversation, receipt } = hint
          return this.#followers.tell(line, conversation, { type: 'erased', conversation, receipt })
        }
      }
    })
    this.#bus.onReconnect(() => {
      for (const { line, id } of this.#followers.all()) void this.#readAgain(line, id).catch(this.#onBug)
    })
  }

  #catchUp(line: string, id: string) {
    for (const follower of this.#followers.of(line, id)) void follower.feed.catchUp()
  }

  async #readAgain(line: string, id: string) {
    if (!this.#followers.isFollowed(line, id) && !this.#staffLinks.hasAny(line)) return
    this.#catchUp(line, id)
    const kept = await this.#conversations.find(line, id)
    if (!kept) return
    this.#tellState(line, id, kept.state)
    this.#bringIn(line, id, kept.state)
  }

  /** Staff who are in it and do not follow it yet. */
  #bringIn(line: string, id: string, { phase, members }: Conversation) {
    if (phase !== 'active') return
    const following = new Set([...this.#followers.of(line, id)].map(({ kid }) => kid))
    for (const { kid, role } of members)
      if (role !== 'seeker' && !following.has(kid))
        this.#staffLinks.tell(line, kid, { type: 'brought-in', conversation: id })
  }

  async #readSeen(line: string, id: string) {
    if (!this.#followers.isFollowed(line, id)) return
    for (const seen of await this.#conversations.seen(line, id))
      this.#followers.tell(line, id, { type: 'seen-by', conversation: id, ...seen })
  }

  #tellState(line: string, id: string, state: Conversation) {
    this.#followers.setState(line, id, state)
    this.#followers.tell(line, id, phaseFrame(id, state))
    if (state.phase === 'active') this.#tellHelperHere(line, id, this.#presence.isHere(staffKey(line, state.helper)))
  }

  #tellHelperHere(line: string, id: string, here: boolean) {
    const frame: ConversationNewsFrame = { type: 'presence', conversation: id, who: 'helper', here }
    this.#followers.tell(line, id, frame, (follower) => follower.role === 'seeker')
  }

  #tellSignal(line: string, id: string, from: Kid, sealed: string) {
    const frame: ConversationNewsFrame = { type: 'signal-from', conversation: id, sealed }
    this.#followers.tell(line, id, frame, (follower) => follower.kid !== from)
  }

  #presenceChanged(key: string, here: boolean) {
    const [kind, line, who] = key.split('/') as [string, string, string]
    if (kind === 'seeker')
      this.#followers.tell(
        line,
        who,
        { type: 'presence', conversation: who, who: 'seeker', here },
        (follower) => follower.role === 'helper',
      )
    if (kind === 'staff') for (const id of this.#followers.ofHelper(line, who)) this.#tellHelperHere(line, id, here)
  }
}

const phaseFrame = (conversation: string, state: Conversation): ConversationNewsFrame => ({
  type: 'phase',
  conversation,
  phase: state.phase,
  ...(state.phase === 'ended' ? { by: state.by } : {}),
})
