/**
 * Group commit: envelopes that arrive together share one transaction, and so one flush of the disk. Few
 * statements whatever their number: lock and read the conversations, then write them and the entries.
 */
import { append } from '@houvast/rules/conversation/append'
import type { Conversation } from '@houvast/rules/conversation/conversation'
import { ok, type Result, refused } from '@houvast/rules/result'
import { type RawBuilder, sql } from 'kysely'
import { isUniqueViolation } from '../constraint-violations.ts'
import { type Database, type Query, seeLine } from '../database.ts'
import type { Appended, AppendFailure, ToAppend } from './conversations.ts'

type Answer = Result<Appended, AppendFailure>
/** An envelope and its place in the caller's batch. */
type Asked = { readonly entry: ToAppend; readonly at: number }

export function appendBatch(database: Database, entries: readonly ToAppend[]): Promise<readonly Answer[]> {
  return appendAll(database, entries, { isBroken: false })
}

/** What was said in one frame. Broken: one of it is not in the log as it was sealed, so what follows it cannot be. */
type Run = { isBroken: boolean }

async function appendAll(database: Database, entries: readonly ToAppend[], run: Run): Promise<readonly Answer[]> {
  if (entries.length === 0) return []
  try {
    return await database.queries.transaction().execute(async (query) => {
      const answers = new Array<Answer>(entries.length)
      const asked = entries.map((entry, at) => ({ entry, at }))
      // In one order in every process, or two of them could wait for each other's lines.
      const byLine = [...Map.groupBy(asked, ({ entry }) => entry.line)].sort(([a], [b]) => (a < b ? -1 : 1))
      for (const [line, ofLine] of byLine) {
        await appendOnLine(query, lockingOn(database), line, ofLine, answers, run)
      }
      return answers
    })
  } catch (error) {
    // An id that is in the log already under another number: found by the index, which ends the transaction.
    if (!isUniqueViolation(error)) throw error
    if (entries.length === 1) {
      run.isBroken = true
      return [refused({ reason: 'id-taken' })]
    }
    const answers: Answer[] = []
    for (const entry of entries) answers.push(...(await appendAll(database, [entry], run)))
    return answers
  }
}

async function appendOnLine(
  query: Query,
  locking: RawBuilder<unknown>,
  line: string,
  asked: readonly Asked[],
  answers: Answer[],
  run: Run,
) {
  await seeLine(query, line)
  const states = await lock(query, locking, line, [...new Set(asked.map(({ entry }) => entry.conversation))].sort())
  const accepted: (ToAppend & { seq: number })[] = []
  const changed = new Set<string>()

  for (const { entry, at } of asked) {
    const state = states.get(entry.conversation)
    if (!state) {
      answers[at] = refused({ reason: 'not-found' })
      continue
    }
    if (!entry.follows) run.isBroken = false
    const result = append(state, entry)
    if (result.ok && run.isBroken) answers[at] = refused({ reason: 'out-of-order', expected: entry.n })
    else if (result.ok) {
      const { lastSeq } = result.value.log
      states.set(entry.conversation, result.value)
      changed.add(entry.conversation)
      accepted.push({ ...entry, seq: lastSeq })
      answers[at] = ok({ seq: lastSeq, repeated: false })
    } else {
      const isTaken = result.why.reason === 'number-taken'
      const before = isTaken ? (repeatedNow(accepted, entry) ?? (await findRepeated(query, entry))) : undefined
      answers[at] = before ? ok({ seq: before.seq, repeated: true }) : result
      if (before?.body !== entry.body) run.isBroken = true
    }
  }
  if (accepted.length > 0) {
    await write(
      query,
      line,
      accepted,
      [...changed].map((id) => [id, states.get(id) as Conversation]),
    )
  }
}

/** The same envelope twice in one batch. */
function repeatedNow(accepted: readonly (ToAppend & { seq: number })[], entry: ToAppend) {
  const { conversation, kid, n, id } = entry
  return accepted.find((e) => e.conversation === conversation && e.kid === kid && e.n === n && e.id === id)
}

/** The embedded engine has one connection: whoever is in a transaction is alone, and a lock would only be written. */
const lockingOn = ({ engine }: Database) => (engine === 'embedded' ? sql`` : sql`order by id for no key update`)

async function lock(
  query: Query,
  locking: RawBuilder<unknown>,
  line: string,
  ids: readonly string[],
): Promise<Map<string, Conversation>> {
  const { rows } = await sql<{ id: string; state: Conversation }>`
    select id, state from conversation where line = ${line} and id = any(${ids}::text[])
    ${locking}`.execute(query)
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** Entries and conversations in one statement: on the embedded engine each statement costs as much as some ten rows. */
async function write(
  query: Query,
  line: string,
  entries: readonly (ToAppend & { seq: number })[],
  states: readonly (readonly [string, Conversation])[],
) {
  const column = (of: (entry: ToAppend & { seq: number }) => string | number) => listed(entries.map(of))
  await sql`
    with written as (
      insert into entry (line, conversation, seq, kind, id, kid, n, body)
      select ${line}, conversation, seq, 'envelope', id, kid, n, body from unnest(
        ${column((e) => e.conversation)}, ${column((e) => e.seq)}::int[], ${column((e) => e.id)},
        ${column((e) => e.kid)}, ${column((e) => e.n)}::int[], ${column((e) => e.body)}
      ) as new (conversation, seq, id, kid, n, body)
    )
    update conversation set state = new.state from unnest(
      ${listed(states.map(([id]) => id))}, ${listed(states.map(([, state]) => JSON.stringify(state)))}::json[]
    ) as new (id, state)
    where conversation.line = ${line} and conversation.id = new.id`.execute(query)
}

/** In none of our values: they are base64url, numbers, and JSON, which escapes it. */
const SEPARATOR = '\x1f'

/** A list as one text that the database splits: reading its own array syntax takes it several times as long. */
const listed = (values: readonly (string | number)[]) => sql`string_to_array(${values.join(SEPARATOR)}, ${SEPARATOR})`

/** The same message sent again, after a lost acknowledgement: its place, as it was told before, and how it was sealed. */
async function findRepeated(query: Query, entry: ToAppend): Promise<{ seq: number; body: string } | undefined> {
  const row = await query
    .selectFrom('entry')
    .select(['kind', 'kid', 'n', 'seq', 'body'])
    .where('line', '=', entry.line)
    .where('conversation', '=', entry.conversation)
    .where('id', '=', entry.id)
    .executeTakeFirst()
  const isSame = row?.kind === 'envelope' && row.kid === entry.kid && row.n === entry.n
  return isSame ? row : undefined
}
