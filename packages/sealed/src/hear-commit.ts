/** A commit in the log: checked against the one before it and the key book, then its key is taken if I was given it. */
import { bookCitedBy, type ConversationView, memberView, type Unread } from './conversation-view.ts'
import { openEnvelope } from './envelope.ts'
import { type EpochCommit, readCommit } from './epoch-commit.ts'
import { type EpochSecret, messageKey } from './epoch-key.ts'
import type { Epoch } from './epochs.ts'
import { hashOf } from './hash.ts'
import type { HeardMembers, HeardMessage, LogEntry } from './heard.ts'
import type { KeyBook } from './key-book.ts'
import { kidOfDuty } from './kid.ts'
import { mayCommit } from './may-commit.ts'
import { memberWithRole } from './members.ts'
import type { Outcome } from './outcome.ts'
import { ok, type Result, refused } from './result.ts'

export async function hearCommit(view: ConversationView, entry: LogEntry): Promise<Outcome> {
  const read = readCommit(entry.body)
  if (!read.ok) return read
  const commit = read.value
  const allowed = await verify(view, commit)
  if (!allowed.ok) return allowed
  const book = allowed.value
  const epoch: Epoch = { ...commit, hash: await hashOf(commit.bytes) }
  const keys = await view.epochs.keysFrom(epoch, entry.wraps ?? [])
  const nowReadable = await openWith(keys, view.unread)
  const readableSeqs = new Set(nowReadable.map(({ seq }) => seq))
  const before = view.epochs.current?.members ?? []
  const committer = before.find(({ kid }) => kid === commit.committer) ?? { role: 'reader', kid: commit.committer }
  const value: HeardMembers = {
    kind: 'members',
    seq: entry.seq,
    epoch: commit.epoch,
    members: commit.members.map((member) => memberView(member, book)),
    reason: commit.reason,
    history: commit.history,
    by: memberView(commit.members.find(({ kid }) => kid === commit.committer) ?? committer, book),
    holdsKey: keys.has(commit.epoch),
    nowReadable,
  }
  return {
    ok: true,
    value,
    apply() {
      view.members = value.members
      view.epochs.begin(epoch, keys)
      view.unread = view.unread.filter(({ heard }) => !readableSeqs.has(heard.seq))
    },
  }
}

async function verify(view: ConversationView, commit: EpochCommit): Promise<Result<KeyBook>> {
  const previous = view.epochs.current
  if (!previous) return refused('not-started')
  const book = await bookCitedBy(view, commit.committer, commit.keyBookHead, commit.signature)
  if (!book.ok) return book
  const allowed = mayCommit(previous, commit, book.value)
  if (!allowed.ok) return allowed
  const duty = memberWithRole(commit.members, 'duty')
  return duty && duty.kid !== (await kidOfDuty(duty.kem)) ? refused('wrong-members') : ok(book.value)
}

/** Messages that were passed on as unreadable, now that their key is here. */
async function openWith(
  keys: ReadonlyMap<number, EpochSecret>,
  unread: readonly Unread[],
): Promise<readonly HeardMessage[]> {
  const readable: HeardMessage[] = []
  for (const { heard, envelope } of unread) {
    const secret = keys.get(heard.epoch)
    const text = secret && (await openEnvelope(envelope, await messageKey(secret, heard.from.kid)))
    if (text?.ok) readable.push({ ...heard, kind: 'message', text: text.value })
  }
  return readable
}
