import type { Conversation } from '@houvast/rules/conversation/conversation'
import { LOG_PAGE } from '@houvast/rules/limits/limits'
import type { Result } from '@houvast/rules/result'
import { sql } from 'kysely'
import { isOrphan, isUniqueViolation } from '../constraint-violations.ts'
import { type Database, onLine, type Query } from '../database.ts'
import type { Keyring } from '../keyring/keyring.ts'
import { appendBatch } from './append-batch.ts'
import type { Conversations, Entry, Kept, NewCommit } from './conversations.ts'
import { dropWrapsOfOthers, readWraps, writeWraps } from './wraps.ts'

export const erasureKey = (line: string, id: string) => `conversation/${line}/${id}`

export function createConversations(database: Database, keyring: Keyring): Conversations {
  return {
    append: (entries) => appendBatch(database, entries),

    async open(conversation, now) {
      const { line, id, state, start, intake } = conversation
      const same = () =>
        onLine(database, line, (query) => findRow(query, line, id)).then(
          (row) => row?.secret_hash === conversation.secretHash,
        )
      if (await same()) return 'repeated'
      keyring.create(erasureKey(line, id))
      try {
        await onLine(database, line, async (query) => {
          await query
            .insertInto('conversation')
            .values({
              line,
              id,
              ...columns(state),
              secret_hash: conversation.secretHash,
              place_ticket: conversation.placeTicket,
              seeker_seen_at: now,
              taken_at: null,
            })
            .execute()
          await query
            .insertInto('entry')
            .values([
              { line, conversation: id, seq: 1, kind: 'start', id: start.id, kid: start.kid, n: 0, body: start.body },
              {
                line,
                conversation: id,
                seq: 2,
                kind: 'envelope',
                id: intake.id,
                kid: intake.kid,
                n: 1,
                body: intake.body,
              },
            ])
            .execute()
          await writeWraps(query, keyring, { line, conversation: id, epoch: 0 }, start.wraps)
        })
        return 'opened'
      } catch (error) {
        if (!isUniqueViolation(error)) throw error
        return (await same()) ? 'repeated' : 'place-taken'
      }
    },

    find: (line, id) =>
      onLine(database, line, async (query) => {
        const row = await findRow(query, line, id)
        return row && kept(row)
      }),

    isSecret: (line, id, secretHash) =>
      onLine(database, line, async (query) => (await findRow(query, line, id))?.secret_hash === secretHash),

    change: (line, id, rule, commit) =>
      onLine(database, line, (query) => change(query, keyring, line, id, rule, commit)),

    read: (line, id, since, kids) =>
      onLine(database, line, async (query) => {
        const rows = await query
          .selectFrom('entry')
          .select(['seq', 'kind', 'body', 'n'])
          .where('line', '=', line)
          .where('conversation', '=', id)
          .where('seq', '>', since)
          .orderBy('seq')
          .limit(LOG_PAGE)
          .execute()
        const entries = rows.map(({ seq, kind, body, n }) => ({ seq, kind, body, epoch: n }))
        const withWraps: readonly Entry[] = entries.some((entry) => entry.kind !== 'envelope')
          ? await readWraps(query, keyring, { line, conversation: id }, kids, entries)
          : entries
        return withWraps.map(({ seq, kind, body, wraps }) => ({ seq, kind, body, ...(wraps ? { wraps } : {}) }))
      }),

    waiting: (line) =>
      onLine(database, line, async (query) =>
        (
          await query
            .selectFrom('conversation')
            .selectAll()
            .where('line', '=', line)
            .where('phase', '=', 'waiting')
            .orderBy('since')
            .orderBy('id')
            .execute()
        ).map(kept),
      ),

    ofHelper: (line, kid) =>
      onLine(database, line, async (query) =>
        (
          await query
            .selectFrom('conversation')
            .selectAll()
            .where('line', '=', line)
            .where('helper', '=', kid)
            .where('phase', '=', 'active')
            .orderBy('since')
            .execute()
        ).map(kept),
      ),

    ofMember: (line, kid) =>
      onLine(database, line, async (query) =>
        (
          await query
            .selectFrom('conversation')
            .selectAll()
            .where('line', '=', line)
            .where('phase', '=', 'active')
            .where(sql<boolean>`state::jsonb @> ${JSON.stringify({ members: [{ kid }] })}::jsonb`)
            .orderBy('since')
            .execute()
        ).map(kept),
      ),

    pickUpsSince: (line, since) =>
      onLine(database, line, async (query) =>
        (
          await query
            .selectFrom('conversation')
            .select('taken_at')
            .where('line', '=', line)
            .where('taken_at', '>=', since)
            .orderBy('taken_at')
            .execute()
        ).flatMap((row) => (row.taken_at === null ? [] : [row.taken_at])),
      ),

    seekerSeen: (line, id, at) =>
      onLine(database, line, async (query) => {
        await query
          .updateTable('conversation')
          .set({ seeker_seen_at: at })
          .where('line', '=', line)
          .where('id', '=', id)
          .execute()
      }),

    quietSince: (line, before) =>
      onLine(database, line, async (query) =>
        (
          await query
            .selectFrom('conversation')
            .selectAll()
            .where('line', '=', line)
            .where('phase', '!=', 'ended')
            .where('seeker_seen_at', '<', before)
            .execute()
        ).map(kept),
      ),

    endedBefore: (line, before) =>
      onLine(database, line, async (query) =>
        (
          await query
            .selectFrom('conversation')
            .select('id')
            .where('line', '=', line)
            .where('phase', '=', 'ended')
            .where('ended_at', '<', before)
            .execute()
        ).map((row) => row.id),
      ),

    async erase(line, id) {
      // The key first: whatever happens after this line, nobody reads it any more.
      keyring.destroy(erasureKey(line, id))
      return onLine(database, line, async (query) => {
        await query.deleteFrom('entry').where('line', '=', line).where('conversation', '=', id).execute()
        const done = await query
          .deleteFrom('conversation')
          .where('line', '=', line)
          .where('id', '=', id)
          .executeTakeFirst()
        return done.numDeletedRows > 0n
      })
    },

    setSeen: (line, conversation, kid, { delivered, read }) =>
      onLine(database, line, async (query) => {
        await query
          .insertInto('seen')
          .values({ line, conversation, kid, delivered, read })
          .onConflict((at) =>
            at.columns(['line', 'conversation', 'kid']).doUpdateSet((old) => ({
              delivered: old.fn('greatest', ['seen.delivered', 'excluded.delivered']),
              read: old.fn('greatest', ['seen.read', 'excluded.read']),
            })),
          )
          .execute()
      }).catch((error: unknown) => {
        // Erased in the meantime: nobody is left to tell what was seen.
        if (!isOrphan(error)) throw error
      }),

    seen: (line, conversation) =>
      onLine(database, line, (query) =>
        query
          .selectFrom('seen')
          .select(['kid', 'delivered', 'read'])
          .where('line', '=', line)
          .where('conversation', '=', conversation)
          .execute(),
      ),
  }
}

async function change<Why>(
  query: Query,
  keyring: Keyring,
  line: string,
  id: string,
  rule: (now: Conversation) => Result<Conversation, Why>,
  commit?: NewCommit,
): Promise<Result<Conversation, Why> | undefined> {
  const row = await query
    .selectFrom('conversation')
    .selectAll()
    .where('line', '=', line)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const result = rule(row.state)
  if (!result.ok || result.value === row.state) return result
  const next = result.value
  const picksUp = row.phase === 'waiting' && next.phase === 'active'
  await query
    .updateTable('conversation')
    .set({ ...columns(next), ...(picksUp ? { taken_at: next.since } : {}) })
    .where('line', '=', line)
    .where('id', '=', id)
    .execute()
  if (!commit) return result
  const { lastSeq: seq, epoch } = next.log
  const { kid, body, wraps } = commit
  await query
    .insertInto('entry')
    .values({ line, conversation: id, seq, kind: 'commit', id: commit.id, kid, n: epoch, body })
    .execute()
  await writeWraps(query, keyring, { line, conversation: id, epoch }, wraps)
  // HC-1 step 4: from here the rest of the shift has no key.
  await dropWrapsOfOthers(
    query,
    { line, conversation: id },
    next.members.map((member) => member.kid),
  )
  return result
}

const findRow = (query: Query, line: string, id: string) =>
  query.selectFrom('conversation').selectAll().where('line', '=', line).where('id', '=', id).executeTakeFirst()

const kept = (row: { id: string; state: Conversation; seeker_seen_at: number }): Kept => ({
  id: row.id,
  state: row.state,
  seekerSeenAt: row.seeker_seen_at,
})

/** What of the state stands in columns of its own, to be found by. */
const columns = (state: Conversation) => ({
  state: JSON.stringify(state),
  phase: state.phase,
  since: state.phase === 'ended' ? state.at : state.since,
  helper: state.phase === 'active' ? state.helper : null,
  ended_at: state.phase === 'ended' ? state.at : null,
})
