/**
 * What a sealed operation answers: the value, or why not. Nothing here is an exception, because a forged,
 * cut or late object is an ordinary day for a client of a server it does not trust.
 */
export type Result<T, Why = SealedRefusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Why }

export type SealedRefusal = { readonly reason: SealedReason }

export type SealedReason =
  // the bytes
  | 'malformed'
  | 'unknown-version'
  | 'too-long'
  // keys, codes and wraps
  | 'cannot-be-opened'
  | 'not-for-me'
  | 'wrong-key'
  | 'no-key'
  | 'recovery-code-mistyped'
  // signatures and places
  | 'bad-signature'
  | 'wrong-line'
  | 'wrong-conversation'
  // the key book
  | 'key-book-empty'
  | 'key-book-broken'
  | 'key-book-rewritten'
  | 'key-book-head-unknown'
  | 'key-book-rolled-back'
  | 'not-a-coordinator'
  | 'already-a-member'
  | 'last-coordinator'
  // the duty key
  | 'maker-not-in-book'
  | 'duty-key-too-long'
  | 'duty-key-expired'
  | 'duty-key-not-yet-valid'
  | 'duty-key-outdated'
  | 'duty-key-chain-broken'
  // who may be in a conversation
  | 'not-a-member'
  | 'not-in-book'
  | 'wrong-role'
  | 'wrong-epoch'
  | 'wrong-previous'
  | 'wrong-members'
  | 'wrong-history'
  | 'seeker-changed'
  | 'not-on-duty-key'
  | 'not-picked-up'
  | 'not-started'
  // order and completeness
  | 'wrong-place'
  | 'replayed'
  | 'message-missing'
  | 'split-view'
  | 'key-book-split'
  | 'view-broken'

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refused(reason: SealedReason): { readonly ok: false; readonly why: SealedRefusal } {
  return { ok: false, why: { reason } }
}
