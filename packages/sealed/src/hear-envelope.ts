/** A message in the log: from a member, in its place among that member's messages, and after the log I know. */
import { bookCitedBy, type ConversationView, memberView, whyElsewhere } from './conversation-view.ts'
import { type EnvelopeHeader, openEnvelope, readEnvelope } from './envelope.ts'
import type { HeardUnreadable, LogEntry } from './heard.ts'
import type { Outcome } from './outcome.ts'
import { refused, type SealedReason } from './result.ts'

export async function hearEnvelope(view: ConversationView, entry: LogEntry): Promise<Outcome> {
  const read = await readEnvelope(entry.body)
  if (!read.ok) return read
  const envelope = read.value
  const { header } = envelope
  const notHere = whyElsewhere(view, header) ?? whyNotFromMember(view, header)
  if (notHere) return refused(notHere)
  const book = await bookCitedBy(view, header.kid, header.keyBookHead, envelope.signature)
  if (!book.ok) return book
  // From here on it is certainly theirs, so it counts in their own order even if it cannot be heard.
  const take = () => view.senders.take(header, envelope.hash)
  const outOfPlace = whyNotAfter(view, header) ?? view.senders.whyNotNext(header)
  if (outOfPlace) return { ...refused(outOfPlace), apply: take }
  const member = view.epochs.at(header.epoch)?.members.find(({ kid }) => kid === header.kid)
  const heard: HeardUnreadable = {
    kind: 'unreadable',
    seq: entry.seq,
    epoch: header.epoch,
    id: header.id,
    type: header.type,
    from: memberView({ role: member?.role ?? 'reader', kid: header.kid }, book.value),
    n: header.n,
  }
  const key = await view.epochs.messageKey(header.epoch, header.kid)
  if (!key) {
    const keep = () => {
      take()
      view.unread = [...view.unread, { heard, envelope }]
    }
    return { ok: true, value: heard, apply: keep }
  }
  const text = await openEnvelope(envelope, key)
  if (!text.ok) return { ...text, apply: take }
  return { ok: true, value: { ...heard, kind: 'message', text: text.value }, apply: take }
}

/**
 * An envelope of an earlier epoch is still good (it may have crossed a commit on its way), as long as its sender was
 * a member in every epoch since.
 */
function whyNotFromMember(view: ConversationView, { epoch, kid }: EnvelopeHeader): SealedReason | undefined {
  const current = view.epochs.current
  if (!current) return 'not-started'
  if (epoch > current.epoch) return 'wrong-epoch'
  return view.epochs.isMemberSince(kid, epoch) ? undefined : 'not-a-member'
}

/** What the sender had read must be the beginning of what I have read. */
function whyNotAfter(view: ConversationView, { seen }: EnvelopeHeader): SealedReason | undefined {
  return view.log.hashAt(seen.seq) === seen.hash ? undefined : 'split-view'
}
