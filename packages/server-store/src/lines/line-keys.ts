/** A line's key book and duty keys (HC-1). The server keeps and hands out; clients sign and check. */
import type { Kid } from '@houvast/rules/conversation/conversation'
import type { Instant } from '@houvast/rules/time'
import { isUniqueViolation } from '../constraint-violations.ts'
import type { Wrap } from '../conversations/conversations.ts'
import { type Database, onLine } from '../database.ts'

export type DutyKey = {
  readonly epoch: number
  readonly kid: Kid
  readonly record: string
  readonly validUntil: Instant
}

export interface LineKeys {
  keyBook(line: string): Promise<readonly string[]>
  /** `false`: another entry came first; read again and build on that. */
  appendToKeyBook(line: string, index: number, entry: string): Promise<boolean>
  /** The newest duty key that is still valid. */
  duty(line: string, now: Instant): Promise<DutyKey | undefined>
  /** The newest duty key, valid or not: the next one builds on it. */
  lastDuty(line: string): Promise<DutyKey | undefined>
  dutyWrap(line: string, epoch: number, kid: Kid): Promise<Wrap | undefined>
  /** `false`: another helper made one first. */
  putDuty(line: string, duty: DutyKey, wraps: readonly Wrap[]): Promise<boolean>
  /** Duty keys past their end open nothing that is still waiting: their private parts go. */
  forgetDutyBefore(line: string, before: Instant): Promise<void>
}

export function createLineKeys(database: Database): LineKeys {
  return {
    keyBook: (line) =>
      onLine(database, line, async (query) =>
        (
          await query.selectFrom('key_book_entry').select('entry').where('line', '=', line).orderBy('index').execute()
        ).map((row) => row.entry),
      ),
    appendToKeyBook: (line, index, entry) =>
      firstOnly(
        onLine(database, line, (query) => query.insertInto('key_book_entry').values({ line, index, entry }).execute()),
      ),
    duty: (line, now) => newestDuty(database, line, now),
    lastDuty: (line) => newestDuty(database, line, 0),
    dutyWrap: (line, epoch, kid) =>
      onLine(database, line, async (query) => {
        const row = await query
          .selectFrom('duty_wrap')
          .select('sealed')
          .where('line', '=', line)
          .where('epoch', '=', epoch)
          .where('for_kid', '=', kid)
          .executeTakeFirst()
        return row && { for: kid, sealed: row.sealed }
      }),
    putDuty: (line, duty, wraps) =>
      firstOnly(
        onLine(database, line, async (query) => {
          const { epoch, kid, record, validUntil } = duty
          await query.insertInto('duty_key').values({ line, epoch, kid, record, valid_until: validUntil }).execute()
          await query
            .insertInto('duty_wrap')
            .values(wraps.map((wrap) => ({ line, epoch, for_kid: wrap.for, sealed: wrap.sealed })))
            .execute()
        }),
      ),
    forgetDutyBefore: (line, before) =>
      onLine(database, line, async (query) => {
        await query
          .deleteFrom('duty_wrap')
          .where('line', '=', line)
          .where('epoch', 'in', (old) =>
            old.selectFrom('duty_key').select('epoch').where('line', '=', line).where('valid_until', '<', before),
          )
          .execute()
      }),
  }
}

const newestDuty = (database: Database, line: string, validAt: Instant): Promise<DutyKey | undefined> =>
  onLine(database, line, async (query) => {
    const row = await query
      .selectFrom('duty_key')
      .selectAll()
      .where('line', '=', line)
      .where('valid_until', '>', validAt)
      .orderBy('epoch', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row && { epoch: row.epoch, kid: row.kid, record: row.record, validUntil: row.valid_until }
  })

async function firstOnly(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}
