import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { Tickets } from './tickets.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const key = (of: string) => createHash('sha256').update(of).digest()
const seeker = { role: 'seeker', line: 'awel', conversation: '01890000-0000-7000-8000-000000000001' } as const
const helper = { role: 'helper', line: 'awel', kid: 'AAAAAAAAAAA' } as const

describe('a ticket', () => {
  let now = 0
  let tickets: Tickets
  beforeEach(() => {
    now = 1_000_000
    tickets = new Tickets(key('ours'), () => now)
  })

  test('lets in whom it was made for', () => {
    expect(tickets.redeem(tickets.issue(seeker), 'seeker')).toMatchObject(seeker)
    expect(tickets.redeem(tickets.issue(helper), 'helper')).toMatchObject(helper)
  })

  test('works once', () => {
    const ticket = tickets.issue(seeker)
    tickets.redeem(ticket, 'seeker')

    expect(tickets.redeem(ticket, 'seeker')).toBeUndefined()
  })

  test('works once, however its bytes are spelled', () => {
    // One base64url digit may end in bits that mean nothing: the same bytes then have several spellings.
    for (const pass of [seeker, { ...seeker, line: 'awe' }, { ...seeker, line: 'aw' }]) {
      const ticket = tickets.issue(pass)
      tickets.redeem(ticket, 'seeker')
      const spellings = [...ALPHABET].map((last) => ticket.slice(0, -1) + last)

      expect(spellings.filter((spelling) => tickets.redeem(spelling, 'seeker'))).toEqual([])
    }
  })

  test('is good for half a minute and no longer', () => {
    const [early, late] = [tickets.issue(seeker), tickets.issue(seeker)]
    now += 30_000
    expect(tickets.redeem(early, 'seeker')).toBeDefined()
    now += 1
    expect(tickets.redeem(late, 'seeker')).toBeUndefined()
  })

  test('is remembered as used for as long as it would be good', () => {
    const ticket = tickets.issue(seeker)
    tickets.redeem(ticket, 'seeker')
    now += 30_000
    tickets.redeem(tickets.issue(seeker), 'seeker')

    expect(tickets.redeem(ticket, 'seeker')).toBeUndefined()
  })

  test('of a seeker is none for a helper, and the other way round', () => {
    expect(tickets.redeem(tickets.issue(seeker), 'helper')).toBeUndefined()
    expect(tickets.redeem(tickets.issue(helper), 'seeker')).toBeUndefined()
  })

  test.each([
    ['nothing', ''],
    ['a word', 'ticket'],
    ['many zeros', 'A'.repeat(200)],
  ])('that is %s opens nothing', (_, forged) => {
    expect(tickets.redeem(forged, 'seeker')).toBeUndefined()
  })

  test('that somebody else made, or changed, opens nothing', () => {
    const foreign = new Tickets(key('theirs'), () => now).issue(seeker)
    const mine = tickets.issue(seeker)
    const changed = (mine[20] === 'A' ? 'B' : 'A') + mine.slice(1)

    expect(tickets.redeem(foreign, 'seeker')).toBeUndefined()
    expect(tickets.redeem(changed, 'seeker')).toBeUndefined()
  })

  test('can be read by every process that has the key', () => {
    const elsewhere = new Tickets(key('ours'), () => now)

    expect(elsewhere.redeem(tickets.issue(seeker), 'seeker')).toMatchObject(seeker)
  })
})
