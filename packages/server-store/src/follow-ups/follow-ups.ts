/**
 * Where follow-ups are kept. Rules run inside the transaction, with what is taken in the professional's agenda, so that
 * of two who want the same moment one gets it (F6). No row leads to a conversation (F19).
 */
import type { Moment } from '@houvast/rules/agenda/moment'
import {
  arrange,
  type FollowUp,
  type FollowUpKind,
  isTaken,
  keptUntil,
  paymentOf,
} from '@houvast/rules/follow-up/follow-up'
import { agreedWay } from '@houvast/rules/follow-up/wishes'
import { type Result, refused } from '@houvast/rules/result'
import type { Instant } from '@houvast/rules/time'
import { isUniqueViolation } from '../constraint-violations.ts'
import { type Database, onLine, type Query } from '../database.ts'
import { oneAtATime } from '../places.ts'
import { lockConversation, readWishes } from './talk-wishes.ts'

export type KeptFollowUp = {
  readonly id: string
  readonly kid: string
  readonly state: FollowUp
  /** The provider's id of the last payment that was begun. */
  readonly payment: string | undefined
  readonly etag: string | undefined
}

/** Who asks: the seeker by their secret, the professional, or the provider by its payment. */
export type Asker = { readonly secretHash: string } | { readonly kid: string } | { readonly payment: string }

export type NewFollowUp = { readonly id: string; readonly secretHash: string }

/** A moment in somebody's agenda, and what it is taken by. */
export type TakenMoment = Moment & { readonly kind: FollowUpKind }

type Rule<Why> = (state: FollowUp, taken: readonly TakenMoment[]) => Result<FollowUp, Why>
export type Taken = { readonly reason: 'taken' }

export interface FollowUps {
  /** F19: when both said yes in that talk; their wishes are gone then. The same twice is `repeated`. */
  begin(line: string, conversation: string, one: NewFollowUp, now: Instant): Promise<'begun' | 'repeated' | 'refused'>
  /** `undefined`: the id is another's, or its work was used for another. */
  openFirst<Why>(
    line: string,
    one: NewFollowUp & { readonly kid: string; readonly work: string },
    rule: (taken: readonly TakenMoment[]) => Result<FollowUp, Why>,
    now: Instant,
  ): Promise<Result<FollowUp, Why | Taken> | undefined>
  find(line: string, id: string, asker: Asker): Promise<KeptFollowUp | undefined>
  findPayment(line: string, payment: string): Promise<KeptFollowUp | undefined>
  ofProfessional(line: string, kid: string): Promise<readonly KeptFollowUp[]>
  taken(line: string, kid: string): Promise<readonly TakenMoment[]>
  change<Why>(
    line: string,
    id: string,
    asker: Asker,
    rule: Rule<Why>,
    now: Instant,
    also?: { readonly payment?: string },
  ): Promise<Result<KeptFollowUp, Why | Taken> | undefined>
  /** What the provider may have news of: begun and not known to be paid, or to be given back. */
  unsettled(line: string): Promise<readonly KeptFollowUp[]>
  /** What the professional's own calendar has not been told yet. */
  unwritten(line: string, kid: string): Promise<readonly KeptFollowUp[]>
  written(line: string, id: string, sequence: number, etag: string | undefined): Promise<void>
  clearOld(line: string, now: Instant): Promise<void>
}

export function createFollowUps(database: Database): FollowUps {
  const all = (query: Query, line: string) => query.selectFrom('follow_up').selectAll().where('line', '=', line)
  const takenBy = async (query: Query, line: string, kid: string, except = ''): Promise<readonly TakenMoment[]> => {
    const rows = await all(query, line).where('kid', '=', kid).where('start_at', 'is not', null).execute()
    return rows
      .filter(({ id }) => id !== except)
      .map(({ start_at, end_at, state }) => ({ from: start_at ?? 0, to: end_at ?? 0, kind: state.kind }))
  }

  return {
    async begin(line, conversation, { id, secretHash }, now) {
      try {
        return await onLine(database, line, async (query) => {
          const known = await all(query, line).where('id', '=', id).executeTakeFirst()
          if (known) return known.secret_hash === secretHash ? 'repeated' : 'refused'
          await lockConversation(query, line, conversation)
          const found = await readWishes(query, line, conversation)
          const how = found && agreedWay(found.wishes)
          if (!how) return 'refused'
          await query
            .deleteFrom('talk_wish')
            .where('line', '=', line)
            .where('conversation', '=', conversation)
            .execute()
          const row = { line, id, kid: found.kid, secret_hash: secretHash, payment: null, work: id, etag: null }
          await query
            .insertInto('follow_up')
            .values({ ...row, ...columns(arrange(how), now) })
            .execute()
          return 'begun'
        })
      } catch (error) {
        if (!isUniqueViolation(error)) throw error
        return 'refused'
      }
    },

    async openFirst(line, { id, kid, secretHash, work }, rule, now) {
      try {
        return await onLine(database, line, async (query) => {
          await oneAtATime(query, agendaOf(line, kid))
          const known = await all(query, line).where('id', '=', id).executeTakeFirst()
          if (known) return known.secret_hash === secretHash ? ({ ok: true, value: known.state } as const) : undefined
          const result = rule(await takenBy(query, line, kid))
          if (!result.ok) return result
          const row = { line, id, kid, secret_hash: secretHash, payment: null, work, etag: null }
          await query
            .insertInto('follow_up')
            .values({ ...row, ...columns(result.value, now) })
            .execute()
          return result
        })
      } catch (error) {
        if (!isUniqueViolation(error)) throw error
        return undefined
      }
    },

    find: (line, id, asker) =>
      onLine(database, line, async (query) => {
        const row = await all(query, line).where('id', '=', id).executeTakeFirst()
        return row && isOf(row, asker) ? kept(row) : undefined
      }),

    findPayment: (line, payment) =>
      onLine(database, line, async (query) => {
        const row = await all(query, line).where('payment', '=', payment).executeTakeFirst()
        return row && kept(row)
      }),

    ofProfessional: (line, kid) =>
      onLine(database, line, async (query) =>
        (await all(query, line).where('kid', '=', kid).orderBy('start_at').orderBy('id').execute()).map(kept),
      ),

    taken: (line, kid) => onLine(database, line, (query) => takenBy(query, line, kid)),

    async change(line, id, asker, rule, now, also = {}) {
      try {
        return await onLine(database, line, async (query) => {
          const before = await all(query, line).where('id', '=', id).executeTakeFirst()
          if (!before || !isOf(before, asker)) return undefined
          await oneAtATime(query, agendaOf(line, before.kid))
          const row = await all(query, line).where('id', '=', id).forUpdate().executeTakeFirst()
          if (!row) return undefined
          const result = rule(row.state, await takenBy(query, line, row.kid, id))
          if (!result.ok) return result
          const next = { ...columns(result.value, now), ...also }
          if (result.value !== row.state || also.payment)
            await query.updateTable('follow_up').set(next).where('line', '=', line).where('id', '=', id).execute()
          return {
            ok: true,
            value: { ...kept(row), state: result.value, payment: also.payment ?? row.payment ?? undefined },
          }
        })
      } catch (error) {
        if (!isUniqueViolation(error)) throw error
        return refused({ reason: 'taken' } as const)
      }
    },

    unsettled: (line) =>
      onLine(database, line, async (query) => {
        const rows = await all(query, line).where('payment', 'is not', null).execute()
        return rows.map(kept).filter(({ state }) => {
          const payment = paymentOf(state)?.state
          return payment === 'waiting' || payment === 'not-due' || payment === 'refund-due'
        })
      }),

    unwritten: (line, kid) =>
      onLine(database, line, async (query) => {
        const rows = await all(query, line)
          .where('kid', '=', kid)
          .whereRef('sequence', '>', 'written_sequence')
          .execute()
        return rows.map(kept)
      }),

    written: (line, id, sequence, etag) =>
      onLine(database, line, async (query) => {
        const change = { written_sequence: sequence, etag: etag ?? null }
        await query.updateTable('follow_up').set(change).where('line', '=', line).where('id', '=', id).execute()
      }),

    clearOld: (line, now) =>
      onLine(database, line, async (query) => {
        await query.deleteFrom('follow_up').where('line', '=', line).where('kept_until', '<=', now).execute()
      }),
  }
}

const agendaOf = (line: string, kid: string) => `agenda/${line}/${kid}`

type Row = {
  id: string
  kid: string
  secret_hash: string
  state: FollowUp
  payment: string | null
  etag: string | null
}

function isOf(row: Row, asker: Asker): boolean {
  if ('kid' in asker) return row.kid === asker.kid
  return 'payment' in asker ? row.payment === asker.payment : row.secret_hash === asker.secretHash
}

const kept = ({ id, kid, state, payment, etag }: Row): KeptFollowUp => ({
  ...{ id, kid, state },
  payment: payment ?? undefined,
  etag: etag ?? undefined,
})

function columns(state: FollowUp, now: Instant) {
  const moment = isTaken(state) ? state.moment : undefined
  return {
    state: JSON.stringify(state),
    start_at: moment?.from ?? null,
    end_at: moment?.to ?? null,
    sequence: 'sequence' in state ? state.sequence : -1,
    kept_until: keptUntil(state, now),
  }
}
