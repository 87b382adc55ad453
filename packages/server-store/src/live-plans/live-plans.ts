/**
 * Rooms in which two people edit one plan. Sealed changes stand in a row; a device that has put them together replaces them by one, so
 * that what was erased is in none of them any more (K9).
 */
import { LIVE_LIVES_MS, LIVE_UPDATES_KEPT } from '@houvast/rules/live-plan/live-plan'
import type { Instant } from '@houvast/rules/time'
import type { Database, Query } from '../database.ts'
import { atExpired, atPlace, hashOf, isSame, oneAtATime } from '../places.ts'

export type Exchange = {
  readonly place: string
  readonly word: string
  /** The last change this device has. */
  readonly since: number
  readonly updates: readonly string[]
  /** The first of `updates` holds everything up to here: what is older goes. */
  readonly replaces?: number | undefined
}

export type Exchanged = {
  readonly seq: number
  /** Changes after `since` that came from others, in order. */
  readonly updates: readonly { readonly seq: number; readonly sealed: string }[]
}

export interface LivePlans {
  open(room: { place: string; word: string }, now: Instant): Promise<void>
  /** `gone`: no such room, or another word; `full`: put together first what is there. */
  exchange(asked: Exchange, now: Instant): Promise<Exchanged | 'gone' | 'full'>
  close(room: { place: string; word: string }): Promise<boolean>
  clearExpired(now: Instant): Promise<void>
}

export function createLivePlans(database: Database): LivePlans {
  return {
    open: ({ place: asked, word }, now) => {
      const place = hashOf(asked)
      return atPlace(database, place, async (query) => {
        await query
          .insertInto('live_room')
          .values({ place, word_hash: hashOf(word), expires_at: now + LIVE_LIVES_MS })
          .onConflict((at) => at.column('place').doNothing())
          .execute()
      })
    },

    exchange: ({ place: asked, word, since, updates, replaces }, now) => {
      const place = hashOf(asked)
      return atPlace(database, place, async (query) => {
        await oneAtATime(query, place)
        const room = await findRoom(query, place, now)
        if (!room || !isSame(room.word_hash, word)) return 'gone'
        const others = await query
          .selectFrom('live_update')
          .select(['seq', 'sealed'])
          .where('place', '=', place)
          .where('seq', '>', since)
          .orderBy('seq')
          .execute()
        if (updates.length === 0) return { seq: room.last_seq, updates: others }
        if (replaces !== undefined)
          await query.deleteFrom('live_update').where('place', '=', place).where('seq', '<=', replaces).execute()
        const { kept } = await query
          .selectFrom('live_update')
          .select((count) => count.fn.countAll<number>().as('kept'))
          .where('place', '=', place)
          .executeTakeFirstOrThrow()
        if (Number(kept) + updates.length > LIVE_UPDATES_KEPT) return 'full'
        const expiresAt = now + LIVE_LIVES_MS
        const rows = updates.map((sealed, at) => ({
          place,
          seq: room.last_seq + at + 1,
          sealed,
          expires_at: expiresAt,
        }))
        await query.insertInto('live_update').values(rows).execute()
        const seq = room.last_seq + updates.length
        await query
          .updateTable('live_room')
          .set({ last_seq: seq, expires_at: expiresAt })
          .where('place', '=', place)
          .execute()
        return { seq, updates: others }
      })
    },

    close: ({ place: asked, word }) => {
      const place = hashOf(asked)
      return atPlace(database, place, async (query) => {
        const room = await findRoom(query, place, 0)
        if (!room || !isSame(room.word_hash, word)) return false
        await query.deleteFrom('live_room').where('place', '=', place).execute()
        return true
      })
    },

    clearExpired: (now) =>
      atExpired(database, now, async (query) => {
        await query.deleteFrom('live_room').where('expires_at', '<', now).execute()
      }),
  }
}

const findRoom = (query: Query, place: string, now: Instant) =>
  query.selectFrom('live_room').selectAll().where('place', '=', place).where('expires_at', '>', now).executeTakeFirst()
