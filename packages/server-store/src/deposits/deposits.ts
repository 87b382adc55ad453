/**
 * Deposits: sealed things of people without an account. «Not there», «expired» and «not yours» answer the same. The words that let
 * one read and change are kept as hashes; the place too.
 */
import { type DepositUse, terms } from '@houvast/rules/deposit/deposit'
import { DAY_MS, type Instant } from '@houvast/rules/time'
import type { Database, Query } from '../database.ts'
import { atExpired, atPlace, hashOf, isSame, oneAtATime } from '../places.ts'

export type Placed = { readonly place: string; readonly mayRead: string; readonly mayChange: string }

export type NewDeposit = Placed & {
  readonly use: DepositUse
  readonly sealed: string
  readonly livesMs: number
}

export type Found = {
  readonly sealed: string
  readonly version: number
  /** Versions that are there, the newest first. */
  readonly versions: readonly { readonly version: number; readonly writtenOn: Instant }[]
  readonly expiresAt: Instant
}

export interface Deposits {
  isTaken(place: string, now: Instant): Promise<boolean>
  /** `undefined`: somebody else's place. */
  put(deposit: NewDeposit, now: Instant): Promise<{ version: number; expiresAt: Instant } | undefined>
  get(asked: { place: string; mayRead: string; version?: number | undefined }, now: Instant): Promise<Found | undefined>
  /** `false`: there is nothing, or not for who asks. */
  erase(asked: { place: string; mayChange: string }): Promise<boolean>
  clearExpired(now: Instant): Promise<void>
}

export function createDeposits(database: Database): Deposits {
  return {
    isTaken: (asked, now) =>
      atPlace(database, hashOf(asked), async (query) => (await newest(query, hashOf(asked), now)) !== undefined),

    put: ({ place: asked, mayRead, mayChange, use, sealed, livesMs }, now) => {
      const place = hashOf(asked)
      return atPlace(database, place, async (query) => {
        await oneAtATime(query, place)
        await query.deleteFrom('deposit').where('place', '=', place).where('expires_at', '<=', now).execute()
        const last = await newest(query, place, now)
        if (last && (last.use !== use || !isSame(last.may_change_hash, mayChange))) return undefined
        const { livesAtMostMs, versionsKept, tries } = terms[use]
        const version = (last?.version ?? 0) + 1
        const expiresAt = now + Math.min(livesMs, livesAtMostMs)
        await query
          .insertInto('deposit')
          .values({
            ...{ place, version, use, sealed },
            may_read_hash: hashOf(mayRead),
            may_change_hash: hashOf(mayChange),
            tries_left: tries ?? null,
            written_on: now - (now % DAY_MS),
            expires_at: expiresAt,
          })
          .execute()
        await query
          .deleteFrom('deposit')
          .where('place', '=', place)
          .where('version', '<=', version - versionsKept)
          .execute()
        await query.updateTable('deposit').set({ expires_at: expiresAt }).where('place', '=', place).execute()
        return { version, expiresAt }
      })
    },

    get: ({ place: asked, mayRead, version }, now) => {
      const place = hashOf(asked)
      return atPlace(database, place, async (query) => {
        await oneAtATime(query, place)
        const last = await newest(query, place, now)
        if (!last) return undefined
        if (!isSame(last.may_read_hash, mayRead)) {
          await countWrongTry(query, place, last.tries_left)
          return undefined
        }
        const rows = await query
          .selectFrom('deposit')
          .select(['version', 'written_on as writtenOn', 'sealed'])
          .where('place', '=', place)
          .orderBy('version', 'desc')
          .execute()
        const wanted = rows.find((row) => row.version === (version ?? last.version))
        if (!wanted) return undefined
        const versions = rows.map((row) => ({ version: row.version, writtenOn: row.writtenOn }))
        return { sealed: wanted.sealed, version: wanted.version, versions, expiresAt: last.expires_at }
      })
    },

    erase: ({ place: asked, mayChange }) => {
      const place = hashOf(asked)
      return atPlace(database, place, async (query) => {
        const last = await newest(query, place, 0)
        if (!last || !isSame(last.may_change_hash, mayChange)) return false
        await query.deleteFrom('deposit').where('place', '=', place).execute()
        return true
      })
    },

    clearExpired: (now) =>
      atExpired(database, now, async (query) => {
        await query.deleteFrom('deposit').where('expires_at', '<', now).execute()
      }),
  }
}

const newest = (query: Query, place: string, now: Instant) =>
  query
    .selectFrom('deposit')
    .selectAll()
    .where('place', '=', place)
    .where('expires_at', '>', now)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** K8: where tries are counted, the last wrong one takes it away. */
async function countWrongTry(query: Query, place: string, triesLeft: number | null) {
  if (triesLeft === null) return
  if (triesLeft <= 1) await query.deleteFrom('deposit').where('place', '=', place).execute()
  else
    await query
      .updateTable('deposit')
      .set({ tries_left: triesLeft - 1 })
      .where('place', '=', place)
      .execute()
}
