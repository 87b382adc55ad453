/** What a professional chose for their appointments, and how their own calendar is reached: sealed, as one-time codes are. */
import { type FollowUpSettings, usualSettings } from '@houvast/rules/follow-up/settings'
import { type Database, onLine } from '../database.ts'
import type { Keyring } from '../keyring/keyring.ts'

export type CalendarAccess = { readonly url: string; readonly username: string; readonly password: string }

export interface FollowUpSettingsStore {
  find(line: string, kid: string): Promise<FollowUpSettings>
  put(line: string, kid: string, settings: FollowUpSettings): Promise<void>
  calendar(line: string, kid: string): Promise<CalendarAccess | undefined>
  /** `undefined`: nothing is written to a calendar any more, and how to reach it is forgotten. */
  putCalendar(line: string, kid: string, access: CalendarAccess | undefined): Promise<void>
  /** Why the last write did not go; `undefined` when it did. */
  calendarState(line: string, kid: string): Promise<{ isConnected: boolean; problem: string | undefined }>
  noteProblem(line: string, kid: string, problem: string | undefined): Promise<void>
  withCalendar(line: string): Promise<readonly string[]>
}

const calendarKey = (line: string) => `calendar/${line}`
const contextOf = (line: string, kid: string) => `calendar/${line}/${kid}`

export function createFollowUpSettings(database: Database, keyring: Keyring): FollowUpSettingsStore {
  const rowOf = (line: string, kid: string) =>
    onLine(database, line, (query) =>
      query
        .selectFrom('follow_up_settings')
        .selectAll()
        .where('line', '=', line)
        .where('kid', '=', kid)
        .executeTakeFirst(),
    )
  const put = (
    line: string,
    kid: string,
    change: { settings?: string; calendar?: string | null; calendar_problem?: string | null },
  ) =>
    onLine(database, line, async (query) => {
      await query
        .insertInto('follow_up_settings')
        .values({ line, kid, settings: JSON.stringify(usualSettings), ...change })
        .onConflict((at) => at.columns(['line', 'kid']).doUpdateSet(change))
        .execute()
    })

  return {
    find: async (line, kid) => (await rowOf(line, kid))?.settings ?? usualSettings,
    put: (line, kid, settings) => put(line, kid, { settings: JSON.stringify(settings) }),
    async calendar(line, kid) {
      const sealed = (await rowOf(line, kid))?.calendar
      const opened = sealed && keyring.open(calendarKey(line), sealed, contextOf(line, kid))
      return opened ? (JSON.parse(opened) as CalendarAccess) : undefined
    },
    putCalendar(line, kid, access) {
      if (!access) return put(line, kid, { calendar: null, calendar_problem: null })
      keyring.create(calendarKey(line))
      const calendar = keyring.seal(calendarKey(line), JSON.stringify(access), contextOf(line, kid))
      return put(line, kid, { calendar, calendar_problem: null })
    },
    async calendarState(line, kid) {
      const row = await rowOf(line, kid)
      return { isConnected: Boolean(row?.calendar), problem: row?.calendar_problem ?? undefined }
    },
    noteProblem: (line, kid, problem) => put(line, kid, { calendar_problem: problem ?? null }),
    withCalendar: (line) =>
      onLine(database, line, async (query) => {
        const rows = await query
          .selectFrom('follow_up_settings')
          .select('kid')
          .where('line', '=', line)
          .where('calendar', 'is not', null)
          .execute()
        return rows.map(({ kid }) => kid)
      }),
  }
}
