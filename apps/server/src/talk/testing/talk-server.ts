/** The talk half of the server without HTTP, sockets or a database: what answers a link's frames, put together as in build-server. */
import type { Instant } from '@houvast/rules/time'
import type { Conversations } from '@houvast/server-store/conversations/conversations'
import type { Lines } from '@houvast/server-store/lines/lines'
import type { Staff, StaffMember } from '@houvast/server-store/staff/staff'
import { aloneBus, type Bus } from '../../bus/bus.ts'
import { Presence } from '../../presence.ts'
import { Tickets } from '../../tickets.ts'
import { AppendQueue } from '../append-queue.ts'
import { createConversationActions } from '../conversation-actions.ts'
import { ConversationNews } from '../conversation-news.ts'
import { Followers } from '../followers.ts'
import { helperLink } from '../helper-link.ts'
import { inOrder } from '../in-order.ts'
import { LineQueue } from '../line-queue.ts'
import type { Link } from '../link.ts'
import { Ringing, type RingingDeps } from '../ringing.ts'
import { seekerLink } from '../seeker-link.ts'
import { StaffLinks } from '../staff-links.ts'
import { memoryRings } from './memory-rings.ts'

const TALKS_MAX = 3

export type TalkServer = ReturnType<typeof talkServer>

export function talkServer(parts: {
  readonly conversations: Conversations
  readonly now: () => Instant
  readonly onBug: (error: unknown) => void
  readonly appends?: Pick<AppendQueue, 'add'>
  readonly bus?: Bus
}) {
  const { conversations, now, onBug, bus = aloneBus() } = parts
  const presence = new Presence(bus, now)
  const followers = new Followers()
  const staffLinks = new StaffLinks()
  const queue = new LineQueue({ conversations, presence, bus, now, onBug })
  const news = new ConversationNews({
    ...{ followers, staffLinks, conversations, presence, bus, onBug },
    onQueueChange: (line) => queue.changed(line),
  })
  const appends = (parts.appends ?? new AppendQueue(conversations)) as AppendQueue
  const actions = createConversationActions({ conversations, appends, news, settled: async () => {}, now })
  // No line here rings, so nothing is asked of a database.
  const ringing = new Ringing({
    ...{ conversations, presence, bus, now, onBug },
    rings: memoryRings().rings,
  } as RingingDeps)
  const tickets = new Tickets(Buffer.alloc(32, 7), now)
  // Everybody who has a ticket works here, and every line is open.
  const staff = { find: async (line: string, kid: string) => ({ line, kid }) as StaffMember } as Staff
  const lines = { find: async () => ({ talksMax: TALKS_MAX }) } as unknown as Lines
  const talk = {
    ...{ conversations, lines, staff, tickets, presence, followers, staffLinks, queue },
    ...{ ringing, news, actions, now, onBug },
  }
  return {
    ...{ tickets, presence, queue, news, actions },
    seeker: (link: Link) => inOrder(link, seekerLink(link, talk), { now, onBug }),
    helper: (link: Link) => inOrder(link, helperLink(link, talk), { now, onBug }),
  }
}
