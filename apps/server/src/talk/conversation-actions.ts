/**
 * What people do in a conversation. Each runs a rule in a transaction and only after the commit tells whoever
 * follows it here, and hints to the other processes (R1–R3, R12).
 */
import type { Refused } from '@houvast/protocol/conversation-frames'
import { changeMembers, type EpochCommit } from '@houvast/rules/conversation/change-members'
import { type Conversation, type EndedBy, isGuest, type Kid } from '@houvast/rules/conversation/conversation'
import { end } from '@houvast/rules/conversation/end'
import { ok, type Result, refused } from '@houvast/rules/result'
import type { Instant } from '@houvast/rules/time'
import { fromBase64Url } from '@houvast/sealed/bytes'
import { readEnvelopeHeader } from '@houvast/sealed/envelope'
import { readCommitHeader } from '@houvast/sealed/epoch-commit'
import { hashOf } from '@houvast/sealed/hash'
import type { Appended, Conversations, Entry, ToAppend, Wrap } from '@houvast/server-store/conversations/conversations'
import type { AppendQueue } from './append-queue.ts'
import type { ConversationNews } from './conversation-news.ts'
import { eraseReceipt } from './erase-receipt.ts'
import type { Feed } from './feed.ts'

export type Refusal = Refused['reason']

/** The frame says something else than what it carries. A client of ours never does that: the link is closed. */
export type Foreign = { readonly reason: 'foreign' }
const foreign = refused({ reason: 'foreign' } as const)

export type Said = { readonly id: string; readonly result: Result<Appended, Refusal> }
export type Changed = { readonly hash: string; readonly seq: number }

export type ConversationActions = ReturnType<typeof createConversationActions>

export function createConversationActions(deps: {
  readonly conversations: Conversations
  readonly appends: AppendQueue
  readonly news: ConversationNews
  /** Told when a conversation was taken, or is nobody's any more; before its rows are erased. */
  readonly settled: (line: string, id: string, isTaken: boolean) => Promise<void>
  readonly now: () => Instant
}) {
  const { conversations, appends, news, settled, now } = deps

  return {
    /** Answers for each envelope when it is flushed to disk. When one is foreign, none is stored. */
    async say(
      line: string,
      id: string,
      by: Kid,
      envelopes: readonly string[],
      /** Of the device that says it: the answer tells it the places, and it needs no copy of its own words. */
      own: Feed,
    ): Promise<Result<readonly Said[], Foreign>> {
      const entries: ToAppend[] = []
      for (const body of envelopes) {
        const header = readEnvelopeHeader(body)
        if (!header.ok) return foreign
        const { line: ofLine, conversation, kid, n, epoch } = header.value
        if (ofLine !== line || conversation !== id || kid !== by) return foreign
        const follows = entries.length > 0
        entries.push({ line, conversation, id: header.value.id, kid, n, epoch, body, follows })
      }
      const run = {}
      const answers = await Promise.all(entries.map((entry) => appends.add(entry, run)))
      const fresh: Entry[] = []
      const said = answers.map((answer, i): Said => {
        const { id: of, body } = entries[i] as ToAppend
        if (!answer.ok) return { id: of, result: refused(answer.why.reason) }
        const { seq, repeated } = answer.value
        if (!repeated) fresh.push({ seq, kind: 'envelope', body })
        return { id: of, result: ok(answer.value) }
      })
      if (fresh.length > 0) news.grown(line, id, fresh, own)
      return ok(said)
    },

    /** C1, C2 and C8. `mayTake` is asked for a pick-up, inside the transaction. Sent twice is harmless. */
    async change(
      line: string,
      id: string,
      by: Kid,
      change: { readonly commit: string; readonly wraps: readonly Wrap[] },
      mayTake: (state: Conversation) => Refusal | undefined,
    ): Promise<Result<Changed, { readonly reason: Refusal } | Foreign>> {
      const header = readCommitHeader(change.commit)
      const bytes = fromBase64Url(change.commit)
      if (!header.ok || !bytes) return foreign
      const { line: ofLine, conversation, committer, members, epoch, previous, reason, history } = header.value
      const everyoneHasKey = members.every(({ kid }) => change.wraps.some((wrap) => wrap.for === kid))
      if (ofLine !== line || conversation !== id || committer !== by || !everyoneHasKey) return foreign
      const hash = await hashOf(bytes)
      const commit: EpochCommit = {
        ...{ epoch, previous, reason, history, by, hash },
        members: members.map(({ kid, role }) => ({ kid, role })),
      }
      const result = await conversations.change<{ readonly reason: Refusal }>(
        line,
        id,
        (state) => {
          if (state.log.commitHash === hash) return ok(state)
          const why = reason === 'pick-up' ? mayTake(state) : undefined
          return why ? refused({ reason: why }) : changeMembers(state, commit, now())
        },
        {
          id: hash,
          kid: by,
          body: change.commit,
          wraps: change.wraps.filter((w) => members.some((m) => m.kid === w.for)),
        },
      )
      if (!result) return refused({ reason: 'not-found' })
      if (!result.ok) return result
      await settled(line, id, result.value.phase === 'active')
      await news.changed(line, id, result.value)
      return ok({ hash, seq: result.value.log.lastSeq })
    },

    /** C3: either side may end it, and who was brought in may not (C10). `false`: it is as it was, or there is none. */
    async end(line: string, id: string, by: EndedBy, kid?: Kid): Promise<boolean> {
      const result = await conversations.change<{ readonly reason: Refusal }>(line, id, (state) =>
        isGuest(state, kid) ? refused({ reason: 'not-a-member' }) : ok(end(state, by, now())),
      )
      if (!result?.ok) return false
      await settled(line, id, false)
      await news.changed(line, id, result.value)
      return true
    },

    /** C9: after this nobody can read it, with whatever key. */
    async erase(line: string, id: string): Promise<{ receipt: string; erasedAt: Instant } | undefined> {
      const erasedAt = now()
      await settled(line, id, false)
      if (!(await conversations.erase(line, id))) return undefined
      const receipt = eraseReceipt(id, erasedAt)
      news.erased(line, id, receipt)
      return { receipt, erasedAt }
    },

    async seen(line: string, id: string, kid: Kid, seen: { readonly delivered: number; readonly read: number }) {
      await conversations.setSeen(line, id, kid, seen)
      news.seen(line, id, { kid, ...seen })
    },

    signal(line: string, id: string, from: Kid, sealed: string) {
      news.signal(line, id, from, sealed)
    },
  }
}
