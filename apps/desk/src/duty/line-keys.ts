/**
 * The line's keys on a helper's device: the key book, and the duty key of this shift. When there is none that is
 * good, the first helper who comes makes one and seals its private part to everybody in the book.
 */

import { type Answer, refused } from '@houvast/connection/ask-json'
import { HOUR_MS } from '@houvast/rules/time'
import { type DutyKey, makeDutyKey, openDutyWrap, readDutyKey, readPastDutyKey } from '@houvast/sealed/duty-key'
import { type KeyBook, readKeyBook } from '@houvast/sealed/key-book'
import type { StaffIdentity } from '@houvast/sealed/staff-identity'
import type { Wrap } from '@houvast/sealed/wrap'
import { deskApi } from '../desk-api.ts'

/** A shift is shorter; a seeker who waits over its end is still opened with it. */
const DUTY_MS = 12 * HOUR_MS

export type OpenedDuty = { readonly duty: DutyKey; readonly keys: CryptoKeyPair }

export async function fetchBook(line: string): Promise<Answer<KeyBook>> {
  const answer = await deskApi.keys()
  if (!answer.ok) return answer
  const book = await readKeyBook(line, answer.value.keyBook)
  return book.ok ? book : refused(book.why.reason)
}

/** The duty key that is good now, opened; made when there is none. */
export async function openDuty(line: string, identity: StaffIdentity, now: number): Promise<Answer<OpenedDuty>> {
  const opened = await openPresentDuty(line, identity, now)
  if (opened.ok || opened.why.reason !== 'no-duty-key') return opened
  const made = await makeNextDuty(line, identity, now)
  // A colleague may have been a moment earlier: then theirs is the one.
  if (!made.ok && made.why.reason !== 'another-came-first') return made
  return openPresentDuty(line, identity, now)
}

async function openPresentDuty(line: string, identity: StaffIdentity, now: number): Promise<Answer<OpenedDuty>> {
  const answer = await deskApi.keys()
  if (!answer.ok) return answer
  const book = await readKeyBook(line, answer.value.keyBook)
  if (!book.ok) return refused(book.why.reason)
  const { duty } = answer.value
  if (!duty?.wrap) return refused('no-duty-key')
  const read = await readDutyKey(duty.record, book.value, now)
  if (!read.ok) return refused('no-duty-key')
  const keys = await openDutyWrap(read.value, duty.wrap as Wrap, identity)
  return keys.ok ? { ok: true, value: { duty: read.value, keys: keys.value } } : refused('no-duty-key')
}

async function makeNextDuty(line: string, identity: StaffIdentity, now: number): Promise<Answer<unknown>> {
  const answer = await deskApi.keys()
  if (!answer.ok) return answer
  const book = await readKeyBook(line, answer.value.keyBook)
  if (!book.ok) return refused(book.why.reason)
  const last = answer.value.lastDuty ? await readPastDutyKey(answer.value.lastDuty, book.value) : undefined
  const made = await makeDutyKey({
    book: book.value,
    maker: identity,
    at: now,
    validUntil: now + DUTY_MS,
    ...(last?.ok ? { previous: last.value } : {}),
  })
  if (!made.ok) return refused(made.why.reason)
  return deskApi.putDutyKey({ record: made.value.record, wraps: [...made.value.wraps] })
}
