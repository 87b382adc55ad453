/** What a conversation shows, as one value. */
import type { Phase } from '@houvast/protocol/conversation-frames'
import type { Fault, Heard, MemberView } from '@houvast/sealed/heard'

/** Own words that are not in the log yet. `refused`: they will not get there; the text is kept to be seen. */
export type Pending = { readonly id: string; readonly text: string; readonly state: 'sending' | 'refused' }

export type TalkView = {
  /** What the log holds, in its order: messages and changes of members. */
  readonly heard: readonly Heard[]
  readonly pending: readonly Pending[]
  readonly phase: Phase | 'erased' | undefined
  readonly endedBy: 'seeker' | 'helper' | 'silence' | undefined
  readonly receipt: string | undefined
  readonly members: readonly MemberView[]
  readonly isOtherHere: boolean | undefined
  readonly isOtherTyping: boolean
  /** How far others' devices have received, and others have read. */
  readonly others: { readonly delivered: number; readonly read: number }
  /** The log cannot be trusted any more: said in words, and nothing more is sent. */
  readonly broken: Fault['reason'] | undefined
  /** Something came that is not from who it says it is: it counts for nothing, and that is told. */
  readonly isForged: boolean
}

export const nothingYet: TalkView = {
  heard: [],
  pending: [],
  phase: undefined,
  endedBy: undefined,
  receipt: undefined,
  members: [],
  isOtherHere: undefined,
  isOtherTyping: false,
  others: { delivered: 0, read: 0 },
  broken: undefined,
  isForged: false,
}
