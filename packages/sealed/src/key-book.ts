/**
 * The key book of a line: who its staff are and with which keys, as a list that only grows.
 *
 * Every entry names the hash of the one before and is signed by a coordinator who was in the book at that moment;
 * the first is signed by the coordinator it names. A reader that remembers a head notices when the book it is
 * shown was rewritten. Whether the very first entry is the real one is for the reader to learn elsewhere.
 */
import { type Bytes, equalBytes, fromBase64Url, toBase64Url, utf8 } from './bytes.ts'
import { byte, encodeFields, type FieldReader, lineName, parseBytes, uint32, uint64 } from './codec.ts'
import { hashBytes, hashOf, NO_HASH, readHash } from './hash.ts'
import { type Kid, kidBytes, kidOfPerson, type PublicKeys, readKid } from './kid.ts'
import { ok, type Result, refused } from './result.ts'
import { isSignedBy, readSignature, type Signature, signFields } from './signed.ts'
import type { StaffIdentity } from './staff-identity.ts'

export type StaffRole = 'helper' | 'shift-lead' | 'coordinator'

export type StaffMember = PublicKeys & { readonly kid: Kid; readonly role: StaffRole; readonly name: string }

/** From the entry that added them up to (not including) the entry that removed them. */
export type Term = StaffMember & { readonly from: number; readonly until: number }

export type KeyBook = {
  readonly line: string
  readonly head: string
  /** The head after each entry; the last one is `head`. */
  readonly heads: readonly string[]
  readonly members: ReadonlyMap<Kid, StaffMember>
  /** Everyone who ever was in the book, so that an old signature can still be given a name. */
  readonly terms: readonly Term[]
}

const roles: readonly StaffRole[] = ['helper', 'shift-lead', 'coordinator']
const actions = ['found', 'add', 'remove'] as const
const NAME_BYTES_MAX = 256

type Entry = {
  readonly line: string
  readonly index: number
  readonly previous: string
  readonly at: number
  readonly signer: Kid
  readonly signature: Signature
} & Change

type Change =
  | { readonly action: 'found' | 'add'; readonly member: Omit<StaffMember, 'kid'> }
  | { readonly action: 'remove'; readonly kid: Kid }

export async function foundKeyBook(founding: {
  readonly line: string
  readonly coordinator: StaffIdentity
  readonly name: string
  readonly at: number
}): Promise<string> {
  const { line, coordinator, name, at } = founding
  const member = { role: 'coordinator', name, ...coordinator.publicKeys } as const
  return writeEntry({ line, index: 0, previous: NO_HASH, at }, { action: 'found', member }, coordinator)
}

export async function addMember(addition: {
  readonly book: KeyBook
  readonly by: StaffIdentity
  readonly member: Omit<StaffMember, 'kid'>
  readonly at: number
}): Promise<Result<string>> {
  return nextEntry(addition.book, addition.by, addition.at, { action: 'add', member: addition.member })
}

export async function removeMember(removal: {
  readonly book: KeyBook
  readonly by: StaffIdentity
  readonly kid: Kid
  readonly at: number
}): Promise<Result<string>> {
  return nextEntry(removal.book, removal.by, removal.at, { action: 'remove', kid: removal.kid })
}

async function nextEntry(book: KeyBook, by: StaffIdentity, at: number, change: Change): Promise<Result<string>> {
  // The keys came from somebody else's browser; one entry that cannot be read would end the book.
  if (change.action !== 'remove' && !isKeySized(change.member)) return refused('malformed')
  const allowed = await mayChange(book, by.kid, change)
  if (!allowed.ok) return allowed
  const place = { line: book.line, index: book.heads.length, previous: book.head, at }
  return ok(await writeEntry(place, change, by))
}

async function writeEntry(
  place: { readonly line: string; readonly index: number; readonly previous: string; readonly at: number },
  change: Change,
  by: StaffIdentity,
): Promise<string> {
  const fields = [
    lineName(place.line),
    uint32(place.index),
    hashBytes(place.previous),
    uint64(place.at),
    byte(actions.indexOf(change.action)),
    encodeFields(change.action === 'remove' ? [kidBytes(change.kid)] : memberFields(change.member)),
    kidBytes(by.kid),
  ]
  return toBase64Url(await signFields('HC1/key-book', fields, by.signing))
}

function memberFields({ role, name, sign, kem }: Omit<StaffMember, 'kid'>): readonly Bytes[] {
  const nameBytes = utf8(name)
  if (nameBytes.length > NAME_BYTES_MAX) throw new RangeError('a name in the key book is at most 256 bytes')
  return [byte(roles.indexOf(role)), nameBytes, sign, kem]
}

/**
 * Reads the whole book from its first entry. `pinnedHead` is a head this reader saw before: if it is not one of the
 * heads on the way, history was changed and nothing of this book may be used.
 */
export async function readKeyBook(
  line: string,
  entries: readonly string[],
  pinnedHead?: string,
): Promise<Result<KeyBook>> {
  let book: KeyBook = { line, head: NO_HASH, heads: [], members: new Map(), terms: [] }
  for (const text of entries) {
    const next = await readNext(book, text)
    if (!next.ok) return next
    book = next.value
  }
  if (book.heads.length === 0) return refused('key-book-empty')
  if (pinnedHead !== undefined && !book.heads.includes(pinnedHead)) return refused('key-book-rewritten')
  return ok(book)
}

async function readNext(book: KeyBook, text: string): Promise<Result<KeyBook>> {
  const bytes = fromBase64Url(text)
  if (!bytes) return refused('malformed')
  const parsed = parseBytes(bytes, 'HC1/key-book', readEntry)
  if (!parsed.ok) return parsed
  const entry = parsed.value
  if (entry.line !== book.line) return refused('wrong-line')
  if (entry.index !== book.heads.length || entry.previous !== book.head) return refused('key-book-broken')
  const allowed = await mayChange(book, entry.signer, entry)
  if (!allowed.ok) return allowed
  if (!(await isSignedBy(allowed.value.sign, entry.signature))) return refused('bad-signature')
  return ok(await afterEntry(book, entry, await hashOf(bytes)))
}

function readEntry(fields: FieldReader): Entry {
  const place = { line: fields.line(), index: fields.uint32(), previous: readHash(fields), at: fields.uint64() }
  const action = actions[fields.byte()] ?? fields.refuse()
  const change: Change =
    action === 'remove' ? { action, kid: fields.nested(readKid) } : { action, member: fields.nested(readMember) }
  return { ...place, ...change, signer: readKid(fields), signature: readSignature(fields) }
}

function readMember(fields: FieldReader): Omit<StaffMember, 'kid'> {
  return {
    role: roles[fields.byte()] ?? fields.refuse(),
    name: fields.text(NAME_BYTES_MAX),
    sign: fields.bytes(32),
    kem: fields.bytes(32),
  }
}

/** Whether `signer` may make this change to the book as it is; answers with the keys that must have signed it. */
async function mayChange(book: KeyBook, signer: Kid, change: Change): Promise<Result<PublicKeys>> {
  if (change.action === 'found') {
    if (book.heads.length > 0 || change.member.role !== 'coordinator') return refused('key-book-broken')
    return signer === (await kidOfPerson(change.member)) ? ok(change.member) : refused('not-a-coordinator')
  }
  const coordinator = book.members.get(signer)
  if (coordinator?.role !== 'coordinator') return refused('not-a-coordinator')
  if (change.action !== 'remove')
    return (await isTaken(book, change.member)) ? refused('already-a-member') : ok(coordinator)
  const leaving = book.members.get(change.kid)
  if (!leaving) return refused('not-a-member')
  const coordinators = [...book.members.values()].filter(({ role }) => role === 'coordinator')
  return leaving.role === 'coordinator' && coordinators.length === 1 ? refused('last-coordinator') : ok(coordinator)
}

function isKeySized({ sign, kem }: PublicKeys): boolean {
  return sign.length === 32 && kem.length === 32
}

/** One key, one person: a present member's key may not come back, nor may a kid ever stand for other keys. */
async function isTaken(book: KeyBook, member: PublicKeys): Promise<boolean> {
  const kid = await kidOfPerson(member)
  const isPresent = ({ sign, kem }: PublicKeys) => equalBytes(sign, member.sign) || equalBytes(kem, member.kem)
  const isOther = (term: Term) =>
    term.kid === kid && !(equalBytes(term.sign, member.sign) && equalBytes(term.kem, member.kem))
  return [...book.members.values()].some(isPresent) || book.terms.some(isOther)
}

async function afterEntry(book: KeyBook, entry: Entry, head: string): Promise<KeyBook> {
  const members = new Map(book.members)
  let terms = book.terms
  if (entry.action === 'remove') {
    members.delete(entry.kid)
    terms = terms.map((term) =>
      term.kid === entry.kid && term.until === Number.POSITIVE_INFINITY ? { ...term, until: entry.index } : term,
    )
  } else {
    const member = { ...entry.member, kid: await kidOfPerson(entry.member) }
    members.set(member.kid, member)
    terms = [...terms, { ...member, from: entry.index, until: Number.POSITIVE_INFINITY }]
  }
  return { line: book.line, head, heads: [...book.heads, head], members, terms }
}

/** Where a head stands in the book; `undefined` for a head this book does not know. */
export function headIndex(book: KeyBook, head: string): number | undefined {
  const index = book.heads.lastIndexOf(head)
  return index < 0 ? undefined : index
}

/** Who someone was when the book stood at `head`. */
export function memberAt(book: KeyBook, kid: Kid, head: string): StaffMember | undefined {
  const index = headIndex(book, head)
  if (index === undefined) return undefined
  return book.terms.find((term) => term.kid === kid && term.from <= index && index < term.until)
}

/** Who this is or last was: the keys and the name for something signed long ago. */
export function termOf(book: KeyBook, kid: Kid): Term | undefined {
  return book.terms.findLast((term) => term.kid === kid)
}

/** Whether anybody left the book after `head`: what was sealed to everyone then is known to someone who left. */
export function hasLostMembersSince(book: KeyBook, head: string): boolean {
  const index = headIndex(book, head)
  return index === undefined || book.terms.some((term) => term.until > index && term.until < book.heads.length)
}
