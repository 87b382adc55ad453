import type { Instant } from '@houvast/rules/time'
import type { Conversations } from '@houvast/server-store/conversations/conversations'
import type { Lines } from '@houvast/server-store/lines/lines'
import type { Staff } from '@houvast/server-store/staff/staff'
import type { Presence } from '../presence.ts'
import type { Tickets } from '../tickets.ts'
import type { ConversationActions } from './conversation-actions.ts'
import type { ConversationNews } from './conversation-news.ts'
import type { Followers } from './followers.ts'
import type { LineQueue } from './line-queue.ts'
import type { Ringing } from './ringing.ts'
import type { StaffLinks } from './staff-links.ts'

/** What a person's link works with. */
export type TalkDeps = {
  readonly conversations: Conversations
  readonly lines: Lines
  readonly staff: Staff
  readonly tickets: Tickets
  readonly presence: Presence
  readonly followers: Followers
  readonly staffLinks: StaffLinks
  readonly queue: LineQueue
  readonly ringing: Ringing
  readonly news: ConversationNews
  readonly actions: ConversationActions
  readonly now: () => Instant
  readonly onBug: (error: unknown) => void
}
