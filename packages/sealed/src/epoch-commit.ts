/**
 * An epoch commit: the signed statement «from here these are in the conversation, with a fresh key».
 *
 * It names the commit before it, so the epochs form a chain that both sides check; whether a commit is *allowed* is
 * decided by may-commit.ts, what it does to a conversation by conversation-log.ts.
 */
import { type Bytes, fromBase64Url, toBase64Url } from './bytes.ts'
import { byte, encode, type FieldReader, lineName, parseBytes, uint32, uuid } from './codec.ts'
import { createEpochSecret, type EpochSecret, HISTORY_BYTES, keyCheckOf, wrapHistory } from './epoch-key.ts'
import { hashBytes, hashOf, readHash } from './hash.ts'
import { type Kid, kidBytes, readKid } from './kid.ts'
import { type Member, membersField, readMembers } from './members.ts'
import { ok, type Result, refused } from './result.ts'
import { readSignature, type Signature, signBytes } from './signed.ts'
import { type Wrap, wrapForEach } from './wrap.ts'

export type CommitReason = 'pick-up' | 'hand-over' | 'back-to-queue' | 'read-along' | 'leave' | 'rescue'

/** Whether the members of the new epoch can read what was written in the one before. */
export type History = 'with' | 'without'

export type CommitHeader = {
  readonly line: string
  readonly conversation: string
  readonly epoch: number
  readonly previous: string
  readonly reason: CommitReason
  readonly history: History
  readonly members: readonly Member[]
  readonly keyBookHead: string
  readonly committer: Kid
}

export type EpochCommit = CommitHeader & {
  readonly keyCheck: Bytes
  /** The key of the epoch before, under a key derived from the new one; empty without history. */
  readonly historyWrap: Bytes
  readonly signature: Signature
}

const reasons: readonly CommitReason[] = ['pick-up', 'hand-over', 'back-to-queue', 'read-along', 'leave', 'rescue']
const histories: readonly History[] = ['without', 'with']

export type NewCommit = { readonly commit: string; readonly wraps: readonly Wrap[] }

/** `before` is the key of the epoch before: needed to give it on with history. */
export async function makeCommit(
  header: CommitHeader,
  signing: CryptoKey,
  before: EpochSecret | undefined,
): Promise<Result<NewCommit>> {
  if (header.history === 'with' && !before) return refused('no-key')
  const secret = createEpochSecret()
  const history = header.history === 'with' && before ? await wrapHistory(secret, before, header) : new Uint8Array(0)
  const body = encode('HC1/commit', [
    lineName(header.line),
    uuid(header.conversation),
    uint32(header.epoch),
    hashBytes(header.previous),
    byte(reasons.indexOf(header.reason)),
    byte(histories.indexOf(header.history)),
    membersField(header.members),
    hashBytes(header.keyBookHead),
    kidBytes(header.committer),
    await keyCheckOf(secret, header),
    history,
  ])
  const bytes = await signBytes(body, signing)
  return ok({ commit: toBase64Url(bytes), wraps: await wrapEpochSecret(secret, header.members, await hashOf(bytes)) })
}

/** One wrap for each member, bound to the commit (or start) with this hash. */
export function wrapEpochSecret(
  secret: EpochSecret,
  members: readonly Member[],
  commitHash: string,
): Promise<readonly Wrap[]> {
  return wrapForEach(members, secret, { label: 'HC1/epoch-wrap', about: commitHash })
}

/** Reads the form only; nothing is verified. */
export function readCommit(text: string): Result<EpochCommit & { readonly bytes: Bytes }> {
  const bytes = fromBase64Url(text)
  if (!bytes) return refused('malformed')
  const parsed = parseBytes(bytes, 'HC1/commit', readFields)
  return parsed.ok ? ok({ ...parsed.value, bytes }) : parsed
}

/** For the server, which compares these with what the frame says. No cryptography, nothing verified. */
export function readCommitHeader(text: string): Result<CommitHeader> {
  const read = readCommit(text)
  if (!read.ok) return read
  const { keyCheck: _, historyWrap: __, signature: ___, bytes: ____, ...header } = read.value
  return ok(header)
}

function readFields(fields: FieldReader): EpochCommit {
  const header = {
    line: fields.line(),
    conversation: fields.uuid(),
    epoch: fields.uint32(),
    previous: readHash(fields),
    reason: reasons[fields.byte()] ?? fields.refuse(),
    history: histories[fields.byte()] ?? fields.refuse(),
    members: readMembers(fields),
    keyBookHead: readHash(fields),
    committer: readKid(fields),
  }
  const keyCheck = fields.bytes(32)
  const historyWrap = fields.bytes(header.history === 'with' ? HISTORY_BYTES : 0)
  return { ...header, keyCheck, historyWrap, signature: readSignature(fields) }
}
