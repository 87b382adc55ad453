/** The people of a line, how they sign in, and their sessions. What unwraps their keys is not here. */
import type { Kid } from '@houvast/rules/conversation/conversation'
import type { Instant } from '@houvast/rules/time'
import { type Database, onLine } from '../database.ts'
import type { Keyring } from '../keyring/keyring.ts'

export type StaffRole = 'helper' | 'shift-lead' | 'coordinator'

export type StaffMember = {
  readonly line: string
  readonly kid: Kid
  readonly name: string
  readonly role: StaffRole
  readonly verifierHash: string
  readonly totpSecret: string
  /** The identity's private keys, wrapped on the member's own device. */
  readonly identity: string
}

export type Passkey = {
  readonly id: string
  readonly kid: Kid
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
  /** The same private keys, wrapped under this passkey's PRF secret. */
  readonly identity: string
}

export interface Staff {
  enrol(member: StaffMember): Promise<void>
  find(line: string, kid: Kid): Promise<StaffMember | undefined>
  findByName(line: string, name: string): Promise<StaffMember | undefined>
  /** A one-time code's step, used now. `false`: this step or a later one was used before. */
  useCode(line: string, kid: Kid, step: number): Promise<boolean>
  passkeys(line: string, kid: Kid): Promise<readonly Passkey[]>
  /** `false`: this passkey is known already. */
  addPasskey(line: string, passkey: Passkey): Promise<boolean>
  setPasskeyCounter(line: string, id: string, counter: number): Promise<void>
  startSession(line: string, kid: Kid, tokenHash: string, expiresAt: Instant): Promise<void>
  sessionOf(line: string, tokenHash: string, now: Instant): Promise<StaffMember | undefined>
  endSession(line: string, tokenHash: string): Promise<void>
  forgetSessionsBefore(line: string, now: Instant): Promise<void>
}

const staffKey = (line: string) => `staff/${line}`
const totpContext = (line: string, kid: Kid) => `totp/${line}/${kid}`

export function createStaff(database: Database, keyring: Keyring): Staff {
  type Row = {
    line: string
    kid: string
    name: string
    role: StaffRole
    verifier_hash: string
    totp: string
    identity: string
  }
  const toMember = (row: Row): StaffMember => ({
    line: row.line,
    kid: row.kid,
    name: row.name,
    role: row.role,
    verifierHash: row.verifier_hash,
    totpSecret: keyring.open(staffKey(row.line), row.totp, totpContext(row.line, row.kid)) ?? '',
    identity: row.identity,
  })
  const findBy = (line: string, column: 'kid' | 'name', value: string) =>
    onLine(database, line, async (query) => {
      const row = await query
        .selectFrom('staff')
        .selectAll()
        .where('line', '=', line)
        .where(column, '=', value)
        .executeTakeFirst()
      return row && toMember(row)
    })

  return {
    async enrol(member) {
      const { line, kid, name, role, verifierHash, totpSecret, identity } = member
      keyring.create(staffKey(line))
      const totp = keyring.seal(staffKey(line), totpSecret, totpContext(line, kid))
      await onLine(database, line, (query) =>
        query
          .insertInto('staff')
          .values({ line, kid, name, role, verifier_hash: verifierHash, totp, totp_step: 0, identity })
          .execute(),
      )
    },
    find: (line, kid) => findBy(line, 'kid', kid),
    findByName: (line, name) => findBy(line, 'name', name),
    useCode: (line, kid, step) =>
      onLine(database, line, async (query) => {
        const done = await query
          .updateTable('staff')
          .set({ totp_step: step })
          .where('line', '=', line)
          .where('kid', '=', kid)
          .where('totp_step', '<', step)
          .executeTakeFirst()
        return done.numUpdatedRows > 0n
      }),
    passkeys: (line, kid) =>
      onLine(database, line, async (query) => {
        const rows = await query
          .selectFrom('passkey')
          .selectAll()
          .where('line', '=', line)
          .where('kid', '=', kid)
          .execute()
        return rows.map((row) => ({
          id: row.id,
          kid: row.kid,
          publicKey: row.public_key,
          counter: row.counter,
          transports: row.transports === '' ? [] : row.transports.split(','),
          identity: row.identity,
        }))
      }),
    addPasskey: (line, { id, kid, publicKey, counter, transports, identity }) =>
      onLine(database, line, async (query) => {
        const done = await query
          .insertInto('passkey')
          .values({ line, id, kid, public_key: publicKey, counter, transports: transports.join(','), identity })
          .onConflict((at) => at.columns(['line', 'id']).doNothing())
          .executeTakeFirst()
        return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
      }),
    setPasskeyCounter: (line, id, counter) =>
      onLine(database, line, async (query) => {
        await query.updateTable('passkey').set({ counter }).where('line', '=', line).where('id', '=', id).execute()
      }),
    startSession: (line, kid, tokenHash, expiresAt) =>
      onLine(database, line, async (query) => {
        await query
          .insertInto('staff_session')
          .values({ line, kid, token_hash: tokenHash, expires_at: expiresAt })
          .execute()
      }),
    sessionOf: (line, tokenHash, now) =>
      onLine(database, line, async (query) => {
        const row = await query
          .selectFrom('staff_session')
          .innerJoin('staff', (join) =>
            join.onRef('staff.line', '=', 'staff_session.line').onRef('staff.kid', '=', 'staff_session.kid'),
          )
          .selectAll('staff')
          .where('staff_session.line', '=', line)
          .where('staff_session.token_hash', '=', tokenHash)
          .where('staff_session.expires_at', '>', now)
          .executeTakeFirst()
        return row && toMember(row)
      }),
    endSession: (line, tokenHash) =>
      onLine(database, line, async (query) => {
        await query.deleteFrom('staff_session').where('line', '=', line).where('token_hash', '=', tokenHash).execute()
      }),
    forgetSessionsBefore: (line, now) =>
      onLine(database, line, async (query) => {
        await query.deleteFrom('staff_session').where('line', '=', line).where('expires_at', '<', now).execute()
      }),
  }
}
