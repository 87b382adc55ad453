import { describe, expect, test } from 'vitest'
import { toBase64Url, utf8 } from './bytes.ts'
import { byte, encodeFields, lineName, uint32, uint64 } from './codec.ts'
import { hashBytes, NO_HASH } from './hash.ts'
import { addMember, foundKeyBook, hasLostMembersSince, memberAt, readKeyBook, removeMember } from './key-book.ts'
import { kidBytes } from './kid.ts'
import { signFields } from './signed.ts'
import { createStaffIdentity } from './staff-identity.ts'
import { createHelpline, LINE, NOON, value } from './testing/helpline.ts'

describe('the key book of a line', () => {
  test('says who works there and in which role', async () => {
    const { book, entries, ...line } = await createHelpline()
    await line.hire('Hanne')
    await line.hire('Lies', 'shift-lead')

    const read = value(await readKeyBook(LINE, entries))

    expect([...read.members.values()].map(({ name, role }) => `${name}: ${role}`)).toEqual([
      'Coen: coordinator',
      'Hanne: helper',
      'Lies: shift-lead',
    ])
    expect(read.heads).toHaveLength(3)
    expect(read.head).toBe(read.heads[2])
  })

  test('keeps those who left, so that what they signed still bears a name', async () => {
    const line = await createHelpline()
    const { member } = await line.hire('Hanne')
    const whileThere = line.book.head
    const by = line.coordinator.identity
    await line.enter(value(await removeMember({ book: line.book, by, kid: member.kid, at: NOON })))

    expect(line.book.members.has(member.kid)).toBe(false)
    expect(memberAt(line.book, member.kid, whileThere)?.name).toBe('Hanne')
    expect(memberAt(line.book, member.kid, line.book.head)).toBeUndefined()
    expect(hasLostMembersSince(line.book, whileThere)).toBe(true)
    expect(hasLostMembersSince(line.book, line.book.head)).toBe(false)
  })

  test('someone who comes back with the same keys is a member from then on', async () => {
    const line = await createHelpline()
    const { member } = await line.hire('Hanne')
    const by = line.coordinator.identity
    await line.enter(value(await removeMember({ book: line.book, by, kid: member.kid, at: NOON })))
    const between = line.book.head
    const back = { ...member, role: 'shift-lead' } as const
    await line.enter(value(await addMember({ book: line.book, by, member: back, at: NOON })))

    expect(line.book.members.get(member.kid)?.role).toBe('shift-lead')
    expect(memberAt(line.book, member.kid, between)).toBeUndefined()
  })

  test('a second coordinator may do what the first may', async () => {
    const line = await createHelpline()
    const second = await line.hire('Mia', 'coordinator')
    const by = second.identity
    const kid = line.coordinator.member.kid

    await line.enter(value(await removeMember({ book: line.book, by, kid, at: NOON })))

    expect([...line.book.members.keys()]).toEqual([second.member.kid])
  })

  test('a helper may not change it, and the last coordinator may not go', async () => {
    const line = await createHelpline()
    const { identity, member } = await line.hire('Hanne')
    const { book, coordinator } = line

    const byHelper = await removeMember({ book, by: identity, kid: coordinator.member.kid, at: NOON })
    const last = await removeMember({ book, by: coordinator.identity, kid: coordinator.member.kid, at: NOON })
    const twice = await addMember({ book, by: coordinator.identity, member, at: NOON })

    expect([byHelper, last, twice].map((result) => !result.ok && result.why.reason)).toEqual([
      'not-a-coordinator',
      'last-coordinator',
      'already-a-member',
    ])
  })

  test('one key of a colleague with another of one’s own is refused too', async () => {
    const line = await createHelpline()
    const { member } = await line.hire('Hanne')
    const { publicKeys } = await createStaffIdentity()
    const mixed = { ...publicKeys, sign: member.sign, role: 'helper', name: 'Niet Hanne' } as const

    const result = await addMember({ book: line.book, by: line.coordinator.identity, member: mixed, at: NOON })

    expect(result).toEqual({ ok: false, why: { reason: 'already-a-member' } })
  })

  test.each([
    ['a helper', 0, 'key-book-broken'],
    ['a shift lead', 1, 'key-book-broken'],
    ['a coordinator under another’s name', 2, 'not-a-coordinator'],
  ])('is not founded by %s', async (_, role, reason) => {
    const { identity, publicKeys } = await createStaffIdentity()
    const other = (await createStaffIdentity()).identity
    const fields = [
      ...[lineName(LINE), uint32(0), hashBytes(NO_HASH), uint64(NOON), byte(0)],
      encodeFields([byte(role), utf8('Coen'), publicKeys.sign, publicKeys.kem]),
      kidBytes(role === 2 ? other.kid : identity.kid),
    ]
    const entry = toBase64Url(await signFields('HC1/key-book', fields, identity.signing))

    expect(await readKeyBook(LINE, [entry])).toEqual({ ok: false, why: { reason } })
  })

  test('keys of the wrong size are not entered, because nobody could read the book after them', async () => {
    const line = await createHelpline()
    const { publicKeys } = await createStaffIdentity()
    const member = { ...publicKeys, kem: publicKeys.kem.slice(1), role: 'helper', name: 'Hanne' } as const

    const result = await addMember({ book: line.book, by: line.coordinator.identity, member, at: NOON })

    expect(result).toEqual({ ok: false, why: { reason: 'malformed' } })
  })

  test('an empty book is no book', async () => {
    expect(await readKeyBook(LINE, [])).toEqual({ ok: false, why: { reason: 'key-book-empty' } })
  })
})

describe('a server that tampers with the key book', () => {
  async function bookOfThree() {
    const line = await createHelpline()
    await line.hire('Hanne')
    await line.hire('Bram')
    return line
  }

  test('control: untouched it is read, also by someone who saw an earlier head', async () => {
    const { entries, book } = await bookOfThree()

    for (const head of book.heads) expect((await readKeyBook(LINE, entries, head)).ok).toBe(true)
  })

  test('cutting its end off is seen by whoever saw that end', async () => {
    const { entries, book } = await bookOfThree()

    const cut = entries.slice(0, 2)

    expect((await readKeyBook(LINE, cut)).ok).toBe(true)
    expect(await readKeyBook(LINE, cut, book.head)).toEqual({ ok: false, why: { reason: 'key-book-rewritten' } })
  })

  test('a book of its own making is seen by whoever saw the real one', async () => {
    const { book } = await bookOfThree()
    const impostor = (await createStaffIdentity()).identity
    const own = [await foundKeyBook({ line: LINE, coordinator: impostor, name: 'Coen', at: NOON })]

    expect((await readKeyBook(LINE, own)).ok).toBe(true)
    expect(await readKeyBook(LINE, own, book.heads[0])).toEqual({ ok: false, why: { reason: 'key-book-rewritten' } })
  })

  test.each([
    ['leaving out an entry', (e: string[]) => [e[0], e[2]], 'key-book-broken'],
    ['swapping two', (e: string[]) => [e[0], e[2], e[1]], 'key-book-broken'],
    ['repeating one', (e: string[]) => [e[0], e[1], e[1], e[2]], 'key-book-broken'],
    ['starting in the middle', (e: string[]) => [e[1], e[2]], 'key-book-broken'],
    ['founding twice', (e: string[]) => [e[0], e[0]], 'key-book-broken'],
  ])('%s is refused', async (_, tamper, reason) => {
    const { entries } = await bookOfThree()

    const read = await readKeyBook(LINE, tamper(entries) as string[])

    expect(read).toEqual({ ok: false, why: { reason } })
  })

  test('the book of another line is refused', async () => {
    const { entries } = await createHelpline('andere-lijn')

    expect(await readKeyBook(LINE, entries)).toEqual({ ok: false, why: { reason: 'wrong-line' } })
  })

  test('an entry by a coordinator who had left is refused', async () => {
    const line = await createHelpline()
    const left = await line.hire('Mia', 'coordinator')
    const whileThere = line.book
    const { publicKeys } = await createStaffIdentity()
    const member = { ...publicKeys, role: 'helper', name: 'Later' } as const
    const by = line.coordinator.identity
    await line.enter(value(await removeMember({ book: line.book, by, kid: left.member.kid, at: NOON })))
    // Mia signs for the place after her own removal, as a book that still held her would let her.
    const pretended = { ...line.book, members: whileThere.members }
    const entry = value(await addMember({ book: pretended, by: left.identity, member, at: NOON }))

    const read = await readKeyBook(LINE, [...line.entries, entry])

    expect(read).toEqual({ ok: false, why: { reason: 'not-a-coordinator' } })
  })
})
