/**
 * The frames that seeker and helper share, answered for one of them. Which conversations this person may name is
 * the caller's to say (`feedOf`); «not yours» and «not there» answer the same.
 */
import type { CloseReason } from '@houvast/protocol/close-codes'
import type { ConversationFrame, ConversationNewsFrame } from '@houvast/protocol/conversation-frames'
import type { Conversation, Kid } from '@houvast/rules/conversation/conversation'
import type { Appended } from '@houvast/server-store/conversations/conversations'
import type { ConversationActions, Refusal } from './conversation-actions.ts'
import type { Feed } from './feed.ts'

export type Person = {
  readonly line: string
  readonly kid: Kid
  readonly role: 'seeker' | 'helper'
  tell(news: ConversationNewsFrame): void
  close(reason: CloseReason): void
  feedOf(conversation: string): Feed | undefined
  mayTake(state: Conversation): Refusal | undefined
  /** After a change of this person's own went through. */
  changed(conversation: string): Promise<void>
}

export async function answer(frame: ConversationFrame, person: Person, actions: ConversationActions): Promise<void> {
  if (frame.type === 'ping') return person.tell({ type: 'pong' })
  const { line, kid } = person
  const { conversation } = frame
  const refuse = (reason: Refusal, id?: string) =>
    person.tell({ type: 'refused', conversation, reason, ...(id === undefined ? {} : { id }) })
  if (frame.type === 'change') {
    const changed = await actions.change(line, conversation, kid, frame, person.mayTake)
    if (changed.ok) {
      const { hash, seq } = changed.value
      person.tell({ type: 'stored', conversation, items: [{ id: hash, seq }] })
      return person.changed(conversation)
    }
    const { reason } = changed.why
    return reason === 'foreign' ? person.close('protocol-error') : refuse(reason)
  }
  const feed = person.feedOf(conversation)
  if (!feed) return refuse('not-found')

  switch (frame.type) {
    case 'say': {
      const said = await actions.say(line, conversation, kid, frame.envelopes, feed)
      if (!said.ok) return person.close('protocol-error')
      const items = said.value.flatMap(({ id, result }) => (result.ok ? [stored(id, result.value)] : []))
      if (items.length > 0) person.tell({ type: 'stored', conversation, items })
      for (const { id, result } of said.value) if (!result.ok) refuse(result.why, id)
      return
    }
    case 'signal':
      return actions.signal(line, conversation, kid, frame.sealed)
    case 'seen':
      return actions.seen(line, conversation, kid, { delivered: frame.delivered, read: frame.read })
    case 'read-on':
      return feed.catchUp(frame.since)
    case 'end':
      if (!(await actions.end(line, conversation, person.role, kid))) refuse('not-a-member')
      return
  }
}

const stored = (id: string, { seq, repeated }: Appended) => ({ id, seq, ...(repeated ? { repeated } : {}) })
