/** The first entry of every log: the seeker's own statement of who they are and to whom they wrote. */
import { isStartOf, readStart } from './conversation-start.ts'
import { type ConversationView, memberView, whyElsewhere } from './conversation-view.ts'
import type { HeardStart, LogEntry, MemberView } from './heard.ts'
import type { Outcome } from './outcome.ts'
import { refused } from './result.ts'

export async function hearStart(view: ConversationView, entry: LogEntry): Promise<Outcome> {
  const read = await readStart(entry.body)
  if (!read.ok) return read
  const start = read.value
  const elsewhere = whyElsewhere(view, start)
  if (elsewhere) return refused(elsewhere)
  if (view.me.role === 'seeker' && !isStartOf(start, view.me.keys)) return refused('seeker-changed')
  const book = await view.books.holding(start.keyBookHead)
  if (!book) return refused('key-book-split')
  const keys = await view.epochs.keysFrom(start, entry.wraps ?? [])
  const members = start.members.map((member) => memberView(member, book))
  const seeker = members[0] as MemberView
  const value: HeardStart = { kind: 'start', seq: entry.seq, epoch: 0, members, by: seeker, holdsKey: keys.has(0) }
  return {
    ok: true,
    value,
    apply() {
      view.seeker = { kid: seeker.kid, sign: start.sign }
      view.members = members
      view.epochs.begin(start, keys)
    },
  }
}
