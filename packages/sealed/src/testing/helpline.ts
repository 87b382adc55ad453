/**
 * A small helpline for tests: a key book with staff, a duty key, and a server that keeps a log and hands each reader
 * the wraps meant for them, as the real one does.
 */

import { openConversation } from '../conversation-log.ts'
import { createSeekerKeys, type SeekerKeys, startConversation } from '../conversation-start.ts'
import type { Me } from '../conversation-view.ts'
import { type DutyKey, makeDutyKey, openDutyWrap, readPastDutyKey } from '../duty-key.ts'
import type { LogEntry } from '../heard.ts'
import { addMember, foundKeyBook, type KeyBook, readKeyBook, type StaffMember, type StaffRole } from '../key-book.ts'
import type { Result } from '../result.ts'
import { createStaffIdentity, type StaffIdentity } from '../staff-identity.ts'
import type { Wrap } from '../wrap.ts'

export const LINE = 'jongerenlijn'
export const NOON = Date.UTC(2025, 5, 2, 12)
export const HOUR = 60 * 60 * 1000

/** For steps of a test that must go well before it begins. */
export function value<T, Why>(result: Result<T, Why>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.why)}`)
  return result.value
}

let ids = 0

/** A UUIDv7 that no other test has. */
export function newId(): string {
  ids += 1
  return `01890000-0000-7000-8000-${ids.toString(16).padStart(12, '0')}`
}

export type Staff = { readonly identity: StaffIdentity; readonly member: StaffMember }

export type Helpline = Awaited<ReturnType<typeof createHelpline>>

export async function createHelpline(line: string = LINE) {
  const coordinator = (await createStaffIdentity()).identity
  const entries = [await foundKeyBook({ line, coordinator, name: 'Coen', at: NOON })]
  let book = value(await readKeyBook(line, entries))

  const helpline = {
    line,
    coordinator: { identity: coordinator, member: book.members.get(coordinator.kid) as StaffMember },
    entries,
    get book(): KeyBook {
      return book
    },
    async enter(entry: string): Promise<void> {
      entries.push(entry)
      book = value(await readKeyBook(line, entries))
    },
    async hire(name: string, role: StaffRole = 'helper'): Promise<Staff> {
      const { identity, publicKeys } = await createStaffIdentity()
      const member = { role, name, ...publicKeys }
      await helpline.enter(value(await addMember({ book, by: coordinator, member, at: NOON })))
      return { identity, member: book.members.get(identity.kid) as StaffMember }
    },
    async makeDuty(maker: StaffIdentity, previous?: DutyKey) {
      const making = { book, maker, previous, at: NOON, validUntil: NOON + 12 * HOUR }
      const { record, wraps } = value(await makeDutyKey(making))
      return { record, wraps, duty: value(await readPastDutyKey(record, book)) }
    },
  }
  return helpline
}

export async function dutyPairOf(duty: DutyKey, wraps: readonly Wrap[], identity: StaffIdentity) {
  const wrap = wraps.find((one) => one.for === identity.kid) as Wrap
  return { kid: duty.kid, keys: value(await openDutyWrap(duty, wrap, identity)) }
}

/** The server's side of one conversation: rows in order, wraps by recipient. */
export function createServerLog(line: string, conversation: string) {
  const rows: LogEntry[] = []
  return {
    line,
    conversation,
    rows,
    add(kind: LogEntry['kind'], body: string, wraps: readonly Wrap[] = []): LogEntry {
      const row = { seq: rows.length + 1, kind, body, wraps }
      rows.push(row)
      return row
    },
    /** The row as this reader gets it: only the wraps for these kids. */
    rowFor(row: LogEntry, kids: readonly string[]): LogEntry {
      return { ...row, wraps: (row.wraps ?? []).filter((wrap) => kids.includes(wrap.for)) }
    },
  }
}

export type ServerLog = ReturnType<typeof createServerLog>

/** A reader who has heard nothing yet, and a way to let them hear what the server has. */
export function createReader(log: ServerLog, me: Me, book: () => Promise<KeyBook>) {
  const kids = me.role === 'seeker' ? [me.keys.kid] : [me.identity.kid, ...(me.duty ? [me.duty.kid] : [])]
  const conversation = openConversation({ line: log.line, conversation: log.conversation, me, book })
  let heard = 0
  return Object.assign(conversation, {
    async catchUp() {
      const results = []
      for (const row of log.rows.slice(heard)) results.push(await conversation.receive(log.rowFor(row, kids)))
      heard = log.rows.length
      return results
    },
    /** Seals, sends, and hears it back. */
    async say(text: string, id = newId()) {
      const sealed = value(await conversation.seal({ ...conversation.position(), type: 'say', text, id }))
      return log.add('envelope', sealed.envelope)
    },
  })
}

export type Reader = ReturnType<typeof createReader>

/** A seeker who has written their first words, waiting for somebody to pick up. */
export async function createWaitingConversation(intake = 'Ik weet niet waar te beginnen.') {
  const helpline = await createHelpline()
  const hanne = await helpline.hire('Hanne')
  const colleague = await helpline.hire('Bram')
  const lead = await helpline.hire('Lies', 'shift-lead')
  const { duty, wraps: dutyWraps } = await helpline.makeDuty(hanne.identity)
  const keys: SeekerKeys = await createSeekerKeys()
  const conversation = newId()
  const started = value(await startConversation({ conversation, book: helpline.book, duty, keys, intake, id: newId() }))
  const log = createServerLog(helpline.line, conversation)
  log.add('start', started.start, started.wraps)
  log.add('envelope', started.intake.envelope)
  const book = async () => helpline.book
  const readerFor = async ({ identity }: Staff, onDuty = true) =>
    createReader(
      log,
      { role: 'staff', identity, duty: onDuty ? await dutyPairOf(duty, dutyWraps, identity) : undefined },
      book,
    )
  const seekerReader = () => createReader(log, { role: 'seeker', keys }, book)
  return { helpline, hanne, colleague, lead, duty, dutyWraps, keys, log, started, readerFor, seekerReader }
}

export type WaitingConversation = Awaited<ReturnType<typeof createWaitingConversation>>

/** The same, picked up: seeker and helper have both heard it. */
export async function createTalk() {
  const waiting = await createWaitingConversation()
  const seeker = waiting.seekerReader()
  const helper = await waiting.readerFor(waiting.hanne)
  await seeker.catchUp()
  await helper.catchUp()
  const { commit, wraps } = value(await helper.pickUp())
  waiting.log.add('commit', commit, wraps)
  await seeker.catchUp()
  await helper.catchUp()
  return { ...waiting, seeker, helper }
}

export type Talk = Awaited<ReturnType<typeof createTalk>>
