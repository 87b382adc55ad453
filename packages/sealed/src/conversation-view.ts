/** What a reader keeps of one conversation while it is open; heard and written by the files beside this one. */
import type { SeekerKeys } from './conversation-start.ts'
import type { ReadEnvelope } from './envelope.ts'
import { createEpochs, type Unwrapper } from './epochs.ts'
import type { HeardUnreadable, MemberView } from './heard.ts'
import { type KeyBook, termOf } from './key-book.ts'
import type { Kid } from './kid.ts'
import { createKnownBook } from './known-book.ts'
import { createLogChain } from './log-chain.ts'
import type { Member } from './members.ts'
import { ok, type Result, refused } from './result.ts'
import { createSenderChains } from './sender-chains.ts'
import { isSignedBy, type Signature } from './signed.ts'
import type { StaffIdentity } from './staff-identity.ts'

export type Me =
  | { readonly role: 'seeker'; readonly keys: SeekerKeys }
  | { readonly role: 'staff'; readonly identity: StaffIdentity; readonly duty?: Unwrapper | undefined }

export type Opening = {
  readonly line: string
  readonly conversation: string
  readonly me: Me
  /** Asked once, and again whenever somebody cites a head that the last answer did not hold. */
  readonly book: () => Promise<KeyBook>
}

/** Genuine, but of an epoch whose key has not come. */
export type Unread = { readonly heard: HeardUnreadable; readonly envelope: ReadEnvelope }

export type ConversationView = ReturnType<typeof createConversationView>

export function createConversationView({ line, conversation, me, book }: Opening) {
  return {
    line,
    conversation,
    me,
    mine: ownKeys(me),
    log: createLogChain(),
    senders: createSenderChains(),
    epochs: createEpochs(unwrappersOf(me)),
    books: createKnownBook(book),
    /** Known from the start entry on. */
    seeker: undefined as { readonly kid: Kid; readonly sign: Uint8Array<ArrayBuffer> } | undefined,
    members: [] as readonly MemberView[],
    unread: [] as readonly Unread[],
  }
}

function ownKeys(me: Me) {
  return me.role === 'staff'
    ? { kid: me.identity.kid, ...me.identity.publicKeys, signing: me.identity.signing }
    : { kid: me.keys.kid, ...me.keys.publicKeys, signing: me.keys.signing.privateKey }
}

function unwrappersOf(me: Me): readonly Unwrapper[] {
  if (me.role === 'seeker') return [{ kid: me.keys.kid, keys: me.keys.kem }]
  const own = { kid: me.identity.kid, keys: me.identity.kem }
  return me.duty ? [own, me.duty] : [own]
}

/** An object from another line or conversation, put into this log. */
export function whyElsewhere(
  view: ConversationView,
  { line, conversation }: { readonly line: string; readonly conversation: string },
): 'wrong-line' | 'wrong-conversation' | undefined {
  if (line !== view.line) return 'wrong-line'
  return conversation === view.conversation ? undefined : 'wrong-conversation'
}

/**
 * The key book the signer cites, if the signature is theirs. A signer who cites a head that nobody else can find was
 * shown another book than we were.
 */
export async function bookCitedBy(
  view: ConversationView,
  signer: Kid,
  keyBookHead: string,
  signature: Signature,
): Promise<Result<KeyBook>> {
  const book = await view.books.holding(keyBookHead)
  const sign =
    signer === view.seeker?.kid ? view.seeker.sign : termOf(book ?? (await view.books.latest()), signer)?.sign
  if (!sign) return refused(book ? 'not-in-book' : 'key-book-split')
  if (!(await isSignedBy(sign, signature))) return refused('bad-signature')
  return book ? ok(book) : refused('key-book-split')
}

export function memberView({ role, kid }: Pick<Member, 'role' | 'kid'>, book: KeyBook): MemberView {
  const name = termOf(book, kid)?.name
  return name === undefined ? { role, kid } : { role, kid, name }
}
