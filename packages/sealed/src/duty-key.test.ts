import { describe, expect, test } from 'vitest'
import { toBase64Url } from './bytes.ts'
import { lineName, uint32, uint64 } from './codec.ts'
import { makeDutyKey, openDutyWrap, readDutyKey, readPastDutyKey } from './duty-key.ts'
import { hashBytes, NO_HASH } from './hash.ts'
import { removeMember } from './key-book.ts'
import { kidBytes } from './kid.ts'
import { signFields } from './signed.ts'
import { createStaffIdentity } from './staff-identity.ts'
import { createHelpline, dutyPairOf, HOUR, NOON, value } from './testing/helpline.ts'
import type { Wrap } from './wrap.ts'

async function lineOnDuty() {
  const line = await createHelpline()
  const hanne = await line.hire('Hanne')
  const bram = await line.hire('Bram')
  return { line, hanne, bram, ...(await line.makeDuty(hanne.identity)) }
}

describe('the duty key', () => {
  test('is opened by everyone in the key book, each with their own wrap', async () => {
    const { line, hanne, bram, duty, wraps } = await lineOnDuty()

    expect(wraps.map((wrap) => wrap.for)).toEqual([...line.book.members.keys()])
    for (const { identity } of [hanne, bram, line.coordinator]) {
      const { keys } = await dutyPairOf(duty, wraps, identity)
      expect(keys.privateKey.extractable).toBe(false)
    }
  })

  test('is taken by a seeker while it is valid, and not after', async () => {
    const { line, record, duty } = await lineOnDuty()

    expect((await readDutyKey(record, line.book, NOON + 12 * HOUR)).ok).toBe(true)
    expect(await readDutyKey(record, line.book, duty.validUntil + 1)).toMatchObject({
      why: { reason: 'duty-key-expired' },
    })
    expect(await readDutyKey(record, line.book, NOON - HOUR)).toMatchObject({
      why: { reason: 'duty-key-not-yet-valid' },
    })
    expect((await readPastDutyKey(record, line.book)).ok).toBe(true)
  })

  test('lasts a day at most', async () => {
    const { line, hanne } = await lineOnDuty()
    const making = { book: line.book, maker: hanne.identity, at: NOON }

    expect((await makeDutyKey({ ...making, validUntil: NOON + 24 * HOUR })).ok).toBe(true)
    expect(await makeDutyKey({ ...making, validUntil: NOON + 24 * HOUR + 1 })).toMatchObject({
      why: { reason: 'duty-key-too-long' },
    })
    expect((await makeDutyKey({ ...making, validUntil: NOON })).ok).toBe(false)
  })

  test('is refused when its maker gave it more than a day', async () => {
    const { line, hanne, duty } = await lineOnDuty()
    const fields = [
      ...[lineName(line.line), uint32(0), duty.kem, hashBytes(NO_HASH), hashBytes(line.book.head)],
      ...[kidBytes(hanne.identity.kid), uint64(NOON), uint64(NOON + 24 * HOUR + 1)],
    ]
    const record = toBase64Url(await signFields('HC1/duty-key', fields, hanne.identity.signing))

    expect(await readDutyKey(record, line.book, NOON)).toEqual({ ok: false, why: { reason: 'duty-key-too-long' } })
  })

  test('that cites a newer key book asks for that book first', async () => {
    const { line, hanne } = await lineOnDuty()
    const older = line.book
    await line.hire('Nieuw')
    const { record } = await line.makeDuty(hanne.identity)

    expect(await readDutyKey(record, older, NOON)).toEqual({ ok: false, why: { reason: 'key-book-head-unknown' } })
  })

  test('is made by staff only', async () => {
    const { line } = await lineOnDuty()
    const { identity } = await createStaffIdentity()

    const made = await makeDutyKey({ book: line.book, maker: identity, at: NOON, validUntil: NOON + HOUR })

    expect(made).toEqual({ ok: false, why: { reason: 'maker-not-in-book' } })
  })

  test('is outdated as soon as somebody who knows it has left', async () => {
    const { line, bram, record } = await lineOnDuty()
    const by = line.coordinator.identity
    await line.enter(value(await removeMember({ book: line.book, by, kid: bram.member.kid, at: NOON })))

    expect(await readDutyKey(record, line.book, NOON)).toEqual({ ok: false, why: { reason: 'duty-key-outdated' } })
    expect((await readPastDutyKey(record, line.book)).ok).toBe(true)
  })

  test('someone new does not make it outdated', async () => {
    const { line, record } = await lineOnDuty()
    await line.hire('Nieuw')

    expect((await readDutyKey(record, line.book, NOON)).ok).toBe(true)
  })

  test('names the one before; another that does not is refused by whoever knows the one before', async () => {
    const { line, hanne, duty, record } = await lineOnDuty()
    const next = await line.makeDuty(hanne.identity, duty)
    const loose = await line.makeDuty(hanne.identity)

    expect(value(await readDutyKey(next.record, line.book, NOON, duty)).epoch).toBe(1)
    expect((await readDutyKey(record, line.book, NOON, duty)).ok).toBe(true)
    expect(await readDutyKey(loose.record, line.book, NOON, duty)).toMatchObject({
      why: { reason: 'duty-key-chain-broken' },
    })
    expect((await readDutyKey(record, line.book, NOON, next.duty)).ok).toBe(false)
  })

  test('of another line is refused', async () => {
    const { record } = await lineOnDuty()
    const other = await createHelpline('andere-lijn')

    expect(await readDutyKey(record, other.book, NOON)).toEqual({ ok: false, why: { reason: 'wrong-line' } })
  })

  test('a wrap opens for its own recipient and beside its own record only', async () => {
    const { line, hanne, bram, duty, wraps } = await lineOnDuty()
    const another = await line.makeDuty(hanne.identity)
    const wrap = wraps.find((one) => one.for === hanne.identity.kid) as Wrap

    expect(await openDutyWrap(duty, wrap, bram.identity)).toMatchObject({ why: { reason: 'not-for-me' } })
    expect(await openDutyWrap(duty, { ...wrap, for: bram.identity.kid }, bram.identity)).toMatchObject({
      why: { reason: 'cannot-be-opened' },
    })
    expect(await openDutyWrap(another.duty, wrap, hanne.identity)).toMatchObject({
      why: { reason: 'cannot-be-opened' },
    })
  })
})
