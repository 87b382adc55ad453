/** Professionals: what they say of themselves, who checked their recognition, and what they did each week. */
import type { Candidate, Load, Profile, Recognition } from '@houvast/rules/matching/professional'
import { weekOf } from '@houvast/rules/matching/week'
import type { Instant } from '@houvast/rules/time'
import { type Database, onLine, type Query } from '../database.ts'

export type Professional = {
  readonly kid: string
  readonly name: string
  readonly profile: Profile
  readonly recognition: Recognition | undefined
}

export type Week = {
  readonly week: string
  readonly minutes: number
  readonly talks: number
  readonly rings: number
  readonly declined: number
  readonly silent: number
}

export interface Professionals {
  all(line: string): Promise<readonly Professional[]>
  find(line: string, kid: string): Promise<Professional | undefined>
  /** Also makes somebody of the staff a professional, whom nobody has recognised yet. */
  putProfile(line: string, kid: string, profile: Profile): Promise<void>
  /** `false`: there is no such professional. */
  recognise(line: string, kid: string, recognition: Recognition | undefined): Promise<boolean>
  /** Those of `kids` who are professionals and neither rung nor in a talk, as matching sees them. */
  free(line: string, kids: readonly string[], now: Instant): Promise<readonly (Candidate & { readonly name: string })[]>
  weeks(line: string, kid: string): Promise<readonly Week[]>
}

const WEEKS_SHOWN = 12

export function createProfessionals(database: Database): Professionals {
  const withName = (query: Query, line: string) =>
    query
      .selectFrom('professional')
      .innerJoin('staff', (join) =>
        join.onRef('staff.line', '=', 'professional.line').onRef('staff.kid', '=', 'professional.kid'),
      )
      .select(['professional.kid', 'staff.name', 'professional.profile', 'professional.recognition'])
      .where('professional.line', '=', line)

  return {
    all: (line) =>
      onLine(database, line, async (query) => (await withName(query, line).orderBy('staff.name').execute()).map(read)),
    find: (line, kid) =>
      onLine(database, line, async (query) => {
        const row = await withName(query, line).where('professional.kid', '=', kid).executeTakeFirst()
        return row && read(row)
      }),
    putProfile: (line, kid, profile) =>
      onLine(database, line, async (query) => {
        const json = JSON.stringify(profile)
        await query
          .insertInto('professional')
          .values({ line, kid, profile: json, recognition: null })
          .onConflict((at) => at.columns(['line', 'kid']).doUpdateSet({ profile: json }))
          .execute()
      }),
    recognise: (line, kid, recognition) =>
      onLine(database, line, async (query) => {
        const done = await query
          .updateTable('professional')
          .set({ recognition: recognition ? JSON.stringify(recognition) : null })
          .where('line', '=', line)
          .where('kid', '=', kid)
          .executeTakeFirst()
        return done.numUpdatedRows > 0n
      }),
    free: (line, kids, now) =>
      kids.length === 0
        ? Promise.resolve([])
        : onLine(database, line, async (query) => {
            const rows = await withName(query, line)
              .where('professional.kid', 'in', [...kids])
              .where(({ not, exists, selectFrom }) =>
                not(
                  exists(
                    selectFrom('ring')
                      .select('ring.kid')
                      .where('ring.line', '=', line)
                      .whereRef('ring.kid', '=', 'professional.kid')
                      .where('ring.until', '>=', now),
                  ),
                ),
              )
              // Somebody handed a talk over to them: nothing rang for it.
              .where(({ not, exists, selectFrom }) =>
                not(
                  exists(
                    selectFrom('conversation')
                      .select('conversation.id')
                      .where('conversation.line', '=', line)
                      .where('conversation.phase', '=', 'active')
                      .whereRef('conversation.helper', '=', 'professional.kid'),
                  ),
                ),
              )
              .execute()
            const loads = await loadsOf(query, line, kids, now)
            return rows.map((row) => ({ ...read(row), load: loads.get(row.kid) ?? { minutes: 0, lastTalkAt: 0 } }))
          }),
    weeks: (line, kid) =>
      onLine(database, line, (query) =>
        query
          .selectFrom('professional_week')
          .select(['week', 'minutes', 'talks', 'rings', 'declined', 'silent'])
          .where('line', '=', line)
          .where('kid', '=', kid)
          .orderBy('week', 'desc')
          .limit(WEEKS_SHOWN)
          .execute(),
      ),
  }
}

type Row = { kid: string; name: string; profile: Profile; recognition: Recognition | null }
const read = ({ kid, name, profile, recognition }: Row): Professional => ({
  ...{ kid, name, profile },
  recognition: recognition ?? undefined,
})

async function loadsOf(query: Query, line: string, kids: readonly string[], now: Instant): Promise<Map<string, Load>> {
  const rows = await query
    .selectFrom('professional_week')
    .select(['kid', 'week', 'minutes', 'last_talk_at'])
    .where('line', '=', line)
    .where('kid', 'in', [...kids])
    .execute()
  const week = weekOf(now)
  const loads = new Map<string, Load>()
  for (const row of rows) {
    const { minutes, lastTalkAt } = loads.get(row.kid) ?? { minutes: 0, lastTalkAt: 0 }
    loads.set(row.kid, {
      minutes: minutes + (row.week === week ? row.minutes : 0),
      lastTalkAt: Math.max(lastTalkAt, row.last_talk_at),
    })
  }
  return loads
}
