/** Which devices follow which conversation at this process, and the way to tell them something. */
import type { ConversationNewsFrame } from '@houvast/protocol/conversation-frames'
import { type Conversation, isMember, type Kid } from '@houvast/rules/conversation/conversation'
import type { Feed } from './feed.ts'

export type Follower = {
  readonly kid: Kid
  readonly role: 'seeker' | 'helper'
  readonly feed: Feed
  tell(news: ConversationNewsFrame): void
  /** This person is not a member any more: from here the conversation is none of theirs. */
  dropped(): void
}

type Followed = {
  readonly line: string
  readonly id: string
  readonly followers: Set<Follower>
  helper: Kid | undefined
}

export class Followers {
  readonly #followed = new Map<string, Followed>()

  /** The answer ends it. */
  add(line: string, id: string, follower: Follower): () => void {
    const key = `${line}/${id}`
    const followed = this.#followed.get(key) ?? { line, id, followers: new Set(), helper: undefined }
    followed.followers.add(follower)
    this.#followed.set(key, followed)
    return () => {
      followed.followers.delete(follower)
      if (followed.followers.size === 0) this.#followed.delete(key)
    }
  }

  of(line: string, id: string): Iterable<Follower> {
    return this.#followed.get(`${line}/${id}`)?.followers ?? []
  }

  isFollowed(line: string, id: string): boolean {
    return this.#followed.has(`${line}/${id}`)
  }

  all(): Iterable<Readonly<Followed>> {
    return this.#followed.values()
  }

  tell(line: string, id: string, news: ConversationNewsFrame, whom: (follower: Follower) => boolean = () => true) {
    for (const follower of this.of(line, id)) if (whom(follower)) follower.tell(news)
  }

  /** Lets go of who is not a member, and remembers who has it, whose coming and going is told. */
  setState(line: string, id: string, state: Conversation) {
    const followed = this.#followed.get(`${line}/${id}`)
    if (!followed) return
    followed.helper = state.phase === 'active' ? state.helper : undefined
    for (const follower of [...followed.followers]) if (!isMember(state, follower.kid)) follower.dropped()
  }

  ofHelper(line: string, helper: Kid): readonly string[] {
    return [...this.#followed.values()]
      .filter((followed) => followed.line === line && followed.helper === helper)
      .map((f) => f.id)
  }
}
