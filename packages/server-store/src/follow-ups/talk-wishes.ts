/**
 * What both sides want after a talk (F1 to F4). The rows hang on the conversation: erasing it takes them along, and so
 * does the follow-up when it begins.
 */
import type { Conversation } from '@houvast/rules/conversation/conversation'
import { type Side, say, type Wish, type Wishes, type WishRefusal } from '@houvast/rules/follow-up/wishes'
import type { Result } from '@houvast/rules/result'
import type { Instant } from '@houvast/rules/time'
import { type Database, onLine, type Query } from '../database.ts'

export type TalkWishes = { readonly wishes: Wishes /** The professional of the talk. */; readonly kid: string }

export interface TalkWishesStore {
  /** `undefined`: there is no such talk, it is not over, or it was with no professional. */
  of(line: string, conversation: string): Promise<TalkWishes | undefined>
  say(
    line: string,
    conversation: string,
    by: { side: Side; kid?: string; wish: Wish },
    now: Instant,
  ): Promise<Result<Wishes, WishRefusal> | undefined>
}

export function createTalkWishes(database: Database): TalkWishesStore {
  return {
    of: (line, conversation) => onLine(database, line, (query) => readWishes(query, line, conversation)),

    say: (line, conversation, { side, kid, wish }, now) =>
      onLine(database, line, async (query) => {
        // Two who say yes in the same moment: the second sees the first.
        await lockConversation(query, line, conversation)
        const found = await readWishes(query, line, conversation)
        if (!found || (kid !== undefined && found.kid !== kid)) return undefined
        const result = say(found.wishes, side, wish, now)
        if (!result.ok) return result
        const json = JSON.stringify(wish)
        await query
          .insertInto('talk_wish')
          .values({ line, conversation, side, wish: json })
          .onConflict((at) => at.columns(['line', 'conversation', 'side']).doUpdateSet({ wish: json }))
          .execute()
        return result
      }),
  }
}

export const lockConversation = (query: Query, line: string, conversation: string) =>
  query
    .selectFrom('conversation')
    .select('id')
    .where('line', '=', line)
    .where('id', '=', conversation)
    .forUpdate()
    .execute()

export async function readWishes(query: Query, line: string, conversation: string): Promise<TalkWishes | undefined> {
  const row = await query
    .selectFrom('conversation')
    .select('state')
    .where('line', '=', line)
    .where('id', '=', conversation)
    .executeTakeFirst()
  const kid = row && helperOf(row.state)
  if (!kid || row.state.phase !== 'ended') return undefined
  const professional = await query
    .selectFrom('professional')
    .select('kid')
    .where('line', '=', line)
    .where('kid', '=', kid)
    .executeTakeFirst()
  if (!professional) return undefined
  const rows = await query
    .selectFrom('talk_wish')
    .select(['side', 'wish'])
    .where('line', '=', line)
    .where('conversation', '=', conversation)
    .execute()
  const wishOf = (side: Side) => rows.find((one) => one.side === side)?.wish
  return {
    kid,
    wishes: { seeker: wishOf('seeker'), professional: wishOf('professional'), endedAt: row.state.at },
  }
}

const helperOf = ({ members }: Conversation) => members.find(({ role }) => role === 'helper')?.kid
