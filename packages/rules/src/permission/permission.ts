/** Who of a line may do what. One table; a route names what it needs (P1). */
export type StaffRole = 'helper' | 'shift-lead' | 'coordinator'

export type Permission = 'desk.enter' | 'duty-key.make' | 'key-book.sign' | 'passkey.add' | 'professionals.recognise'

const everyone: readonly StaffRole[] = ['helper', 'shift-lead', 'coordinator']

const table: Readonly<Record<Permission, readonly StaffRole[]>> = {
  'desk.enter': everyone,
  'passkey.add': everyone,
  'duty-key.make': everyone,
  'key-book.sign': ['coordinator'],
  'professionals.recognise': ['coordinator'],
}

export const may = (role: StaffRole, permission: Permission): boolean => table[permission].includes(role)
