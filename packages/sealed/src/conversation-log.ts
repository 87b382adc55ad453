/**
 * A conversation as one of its members sees it: entries of the server's log go in, in order; messages, members and
 * faults come out. The server is believed in nothing that can be checked.
 *
 * Everything is worked out before anything is changed, so a `receive` that throws (the book could not be fetched) can
 * simply be tried again. Making an envelope or a commit changes nothing; only receiving does.
 */
import { type CommitMakers, type CommitPlan, createCommitMakers } from './commit-makers.ts'
import { createSignals, type HeardSignal } from './conversation-signals.ts'
import { type ConversationView, createConversationView, type Opening } from './conversation-view.ts'
import {
  makeCommitIn,
  openMine,
  type Position,
  positionOf,
  reseal,
  seal,
  type Writing,
} from './conversation-writing.ts'
import type { Ciphertext, Sealed } from './envelope.ts'
import type { NewCommit } from './epoch-commit.ts'
import { NO_HASH } from './hash.ts'
import { hearCommit } from './hear-commit.ts'
import { hearEnvelope } from './hear-envelope.ts'
import { hearStart } from './hear-start.ts'
import type { Fault, Heard, LogEntry, MemberView } from './heard.ts'
import type { Outcome } from './outcome.ts'
import { ok, type Result, refused, type SealedReason } from './result.ts'
import type { Signal } from './signal.ts'

export interface ConversationLog extends CommitMakers {
  readonly epoch: number
  readonly members: readonly MemberView[]
  readonly commitHash: string
  /** Entries may be handed in without waiting; they are heard one after the other. */
  receive(entry: LogEntry): Promise<Result<Heard, Fault>>
  /** After everything received so far. An outbox that has sealed more goes on from its own last envelope. */
  position(): Position
  seal(writing: Writing): Promise<Result<Sealed>>
  /** The same words and id under the present key, for an envelope of mine that the server refused as stale. */
  reseal(envelope: Ciphertext, position: Position): Promise<Result<Sealed>>
  /** The words of an envelope of mine that is not in the log yet. */
  openMine(envelope: Ciphertext): Promise<Result<Pick<Writing, 'type' | 'text' | 'id'>>>
  commit(plan: CommitPlan): Promise<Result<NewCommit>>
  sealSignal(signal: Signal): Promise<Result<string>>
  openSignal(text: string): Promise<Result<HeardSignal>>
}

/** After one of these the two sides are not looking at the same conversation. */
const breaking: ReadonlySet<SealedReason> = new Set<SealedReason>(['split-view', 'key-book-split'])

export function openConversation(opening: Opening): ConversationLog {
  const view = createConversationView(opening)
  let isBroken = false
  let queue: Promise<unknown> = Promise.resolve()

  async function receiveNext(entry: LogEntry): Promise<Result<Heard, Fault>> {
    const { seq } = entry
    const fault = (reason: SealedReason, after: Fault['after']) => {
      isBroken ||= after === 'broken'
      return { ok: false, why: { reason, seq, after } } as const
    }
    if (isBroken) return fault('view-broken', 'broken')
    if (!Number.isInteger(seq) || seq < 1 || seq > view.log.last.seq + 1) return fault('wrong-place', 'read-again')
    const hash = await view.log.hashWith(entry)
    const heardHash = view.log.hashAt(seq)
    if (heardHash === hash) return fault('replayed', 'already-heard')
    if (heardHash !== undefined) return fault('split-view', 'broken')
    const outcome = await hear(view, entry)
    if (!outcome.ok && (seq === 1 || breaking.has(outcome.why.reason))) return fault(outcome.why.reason, 'broken')
    outcome.apply?.()
    view.log.append(hash)
    return outcome.ok ? ok(outcome.value) : fault(outcome.why.reason, 'skipped')
  }

  function whole<A extends readonly unknown[], T>(make: (...args: A) => Promise<Result<T>>) {
    return async (...args: A): Promise<Result<T>> => (isBroken ? refused('view-broken') : make(...args))
  }

  const commit = whole((plan: CommitPlan) => makeCommitIn(view, plan))
  const signals = createSignals(view)
  return {
    get epoch() {
      return view.epochs.current?.epoch ?? 0
    },
    get members() {
      return view.members
    },
    get commitHash() {
      return view.epochs.current?.hash ?? NO_HASH
    },
    receive(entry) {
      const answer = queue.then(() => receiveNext(entry))
      queue = answer.catch(() => {})
      return answer
    },
    position: () => positionOf(view),
    seal: whole((writing: Writing) => seal(view, writing)),
    reseal: whole((envelope: Ciphertext, position: Position) => reseal(view, envelope, position)),
    openMine: (envelope) => openMine(view, envelope),
    commit,
    sealSignal: whole(signals.sealSignal),
    openSignal: whole(signals.openSignal),
    ...createCommitMakers(() => view.epochs.current?.members ?? [], view.mine, commit),
  }
}

function hear(view: ConversationView, entry: LogEntry): Promise<Outcome> | Outcome {
  if ((entry.kind === 'start') !== (entry.seq === 1)) return refused(entry.seq === 1 ? 'not-started' : 'wrong-place')
  switch (entry.kind) {
    case 'start':
      return hearStart(view, entry)
    case 'commit':
      return hearCommit(view, entry)
    case 'envelope':
      return hearEnvelope(view, entry)
  }
}
