/** Who is in an epoch of a conversation, and how the list is written down. */
import { type Bytes, equalBytes } from './bytes.ts'
import { byte, encodeFields, type FieldReader } from './codec.ts'
import { type Kid, kidBytes, readKid } from './kid.ts'

export type MemberRole = 'seeker' | 'duty' | 'helper' | 'reader'

export type Member = { readonly role: MemberRole; readonly kid: Kid; readonly kem: Bytes }

const roles: readonly MemberRole[] = ['seeker', 'duty', 'helper', 'reader']
const MEMBERS_MAX = 16

/** The seeker first, then the helper or the duty key, then those reading along. */
export function membersField(members: readonly Member[]): Bytes {
  if (members.length > MEMBERS_MAX) throw new RangeError('a conversation has at most 16 members')
  return encodeFields(
    members.map(({ role, kid, kem }) => encodeFields([byte(roles.indexOf(role)), kidBytes(kid), kem])),
  )
}

export function readMembers(fields: FieldReader): readonly Member[] {
  return fields.list(
    (member) => ({ role: roles[member.byte()] ?? member.refuse(), kid: readKid(member), kem: member.bytes(32) }),
    MEMBERS_MAX,
  )
}

export function isSameMember(a: Member | undefined, b: Member | undefined): boolean {
  return a !== undefined && b !== undefined && a.role === b.role && a.kid === b.kid && equalBytes(a.kem, b.kem)
}

export function memberWithRole(members: readonly Member[], role: MemberRole): Member | undefined {
  return members.find((member) => member.role === role)
}
