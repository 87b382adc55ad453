import { createHash } from 'node:crypto'
import { brusselsDate } from '@houvast/rules/opening-hours/brussels-time'
import { isPublicHoliday } from '@houvast/rules/opening-hours/public-holidays'
import { HOUR_MS, MINUTE_MS } from '@houvast/rules/time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type FollowUpWorld,
  followUpWorld,
  KIDS,
  LINE,
  MONDAY,
  newFollowUpId,
  newSecret,
} from './testing/follow-up-world.ts'

const yes = { says: 'yes', how: ['video'] }
const no = { says: 'no' }
let world: FollowUpWorld
beforeAll(async () => {
  world = await followUpWorld()
}, 60_000)
afterAll(async () => {
  expect(world.bugs).toEqual([])
  await world.close()
})

/** Each test has a week of its own, without a holiday in it, so that none takes another's moments. */
let week = 0
function ownWeek() {
  const monday = () => MONDAY + week * 7 * 24 * HOUR_MS
  const at = (day: number, hour = 0) => monday() + day * 24 * HOUR_MS + hour * HOUR_MS
  do week++
  while ([0, 1, 2, 3, 4].some((day) => isPublicHoliday(brusselsDate(at(day)))))
  world.clock.now = monday()
  return { at }
}

async function booked(how: 'video' | 'on-site' = 'video', day = 3) {
  const { at } = ownWeek()
  const mine = await world.begun(how)
  const picked = await world.seeker('pick', { ...mine, from: at(day) })
  if (picked.status !== 200) throw new Error(`not booked: ${JSON.stringify(picked.json())}`)
  return { mine, at, from: at(day) }
}
const look = async (mine: object) => (await world.seeker('look', mine)).json()
const paymentIn = (shown: { payment?: unknown }) => shown.payment as { state: string; [key: string]: unknown }
const idIn = (url: unknown) => String(url).split('/').at(-1) ?? ''

describe('after a talk', () => {
  test('[F1, F2] the professional’s «no» looks to the seeker like silence, byte for byte, until the term', async () => {
    ownWeek()
    const [refused, silent] = [await world.talkWith(KIDS.lotte), await world.talkWith(KIDS.lotte)]
    await world.desk('wish', { conversation: refused.conversation, wish: no })
    for (const talk of [refused, silent])
      expect((await world.seeker('wish', { ...talk, wish: yes })).json()).toEqual({ state: 'waiting' })
    world.later(48 * HOUR_MS)
    for (const talk of [refused, silent])
      expect((await world.seeker('wish', talk)).json()).toEqual({ state: 'not-going-on' })
    expect((await world.seeker('wish', { ...silent, wish: yes })).status).toBe(409)
  })

  test('[F1] the seeker’s «no» looks to the professional like silence', async () => {
    ownWeek()
    const talk = await world.talkWith(KIDS.lotte)
    await world.seeker('wish', { ...talk, wish: no })

    expect((await world.desk('wish', { conversation: talk.conversation, wish: yes })).json()).toEqual({
      state: 'waiting',
    })
    expect((await world.seeker('wish', talk)).json()).toEqual({ state: 'said-no' })
  })

  test('[F19] when both say yes, a ticket begins it once; a retry is the same one', async () => {
    ownWeek()
    const talk = await world.talkWith(KIDS.lotte)
    await world.seeker('wish', { ...talk, wish: yes })
    await world.desk('wish', { conversation: talk.conversation, wish: yes })
    const { state, ticket } = (await world.seeker('wish', talk)).json()
    const mine = { line: LINE, id: newFollowUpId(), secret: newSecret() }

    expect(state).toBe('agreed')
    expect((await world.seeker('create', { ...mine, ticket })).status).toBe(201)
    expect((await world.seeker('create', { ...mine, ticket })).status).toBe(200)
    expect((await world.seeker('create', { ...mine, id: newFollowUpId(), ticket })).status).toBe(403)
    expect(await look(mine)).toMatchObject({ phase: 'arranging', how: 'video', professional: 'lotte' })
  })

  test('[F19] a ticket of another kind, or of another line, begins nothing', async () => {
    ownWeek()
    const mine = { line: LINE, id: newFollowUpId(), secret: newSecret() }

    expect((await world.seeker('create', { ...mine, ticket: 'eA' })).status).toBe(403)
    expect((await world.seeker('create', { ...mine, line: 'awel', ticket: newSecret() })).status).toBe(403)
  })

  test('[F19] a good ticket begins nothing on another line', async () => {
    ownWeek()
    const talk = await world.talkWith(KIDS.lotte)
    await world.desk('wish', { conversation: talk.conversation, wish: yes })
    const { ticket } = (await world.seeker('wish', { ...talk, wish: yes })).json()
    const mine = { id: newFollowUpId(), secret: newSecret(), ticket }

    expect((await world.seeker('create', { ...mine, line: 'awel' })).json()).toEqual({ reason: 'ticket-refused' })
  })

  test('[T1] nobody else says anything: not another’s secret, not a colleague, not who was not in it', async () => {
    ownWeek()
    const talk = await world.talkWith(KIDS.lotte)

    expect((await world.seeker('wish', { ...talk, secret: newSecret(), wish: yes })).status).toBe(404)
    expect((await world.desk('wish', { conversation: talk.conversation, wish: yes }, 'karim')).status).toBe(404)
    expect((await world.seeker('wish', { ...(await world.talkWith(KIDS.mila)), wish: yes })).status).toBe(404)
  })
})

describe('an appointment', () => {
  test('[F5, F6] is proposed, booked, and stands in the professional’s list', async () => {
    const { at } = ownWeek()
    const mine = await world.begun('on-site')
    const proposed = await world.desk('propose', { id: mine.id, from: [at(3, 9), at(4, 9)] })
    expect(proposed.json()).toMatchObject({ proposals: [{ from: at(3, 9) }, { from: at(4, 9) }] })

    const shown = (await world.seeker('pick', { ...mine, from: at(4, 9) })).json()

    expect(shown).toMatchObject({ phase: 'booked', moment: { from: at(4, 9), to: at(4, 9) + 50 * MINUTE_MS } })
    expect((await world.deskGet()).json()).toMatchObject({
      followUps: expect.arrayContaining([expect.objectContaining({ id: mine.id, phase: 'booked' })]),
    })
    expect(JSON.stringify((await world.deskGet('', 'karim')).json())).not.toContain(mine.id)
  })

  test('[F6, A5] that is booked is not offered to the next', async () => {
    const { mine, from } = await booked()
    const other = await world.begun()
    const { free } = await look(other)

    expect(free).not.toEqual([])
    expect((free as { from: number }[]).map((moment) => moment.from)).not.toContain(from)
    expect((await world.seeker('pick', { ...other, from })).json()).toEqual({ reason: 'taken' })
    await world.seeker('cancel', mine)
    expect((await world.seeker('pick', { ...other, from })).status).toBe(200)
  })

  test('[F7, F8] is moved in time and not at the last moment; SEQUENCE tells the calendar', async () => {
    const { mine, at, from } = await booked()
    const sequence = async () => /SEQUENCE:(\d+)/.exec(String((await world.seeker('ics', mine)).json().ics))?.[1]
    expect(await sequence()).toBe('0')
    expect((await world.seeker('pick', { ...mine, from: at(4) })).status).toBe(200)
    expect(await sequence()).toBe('1')

    world.clock.now = at(4) - 24 * HOUR_MS + 1
    expect((await world.seeker('pick', { ...mine, from: from + 7 * 24 * HOUR_MS })).json()).toEqual({
      reason: 'too-late-to-move',
    })
    expect(await look(mine)).toMatchObject({ mayMove: false, cancellingCosts: true })
  })

  test('[F21] is a calendar file that says «Afspraak», with a link that holds the id only', async () => {
    const { mine } = await booked()
    const ics = String((await world.seeker('ics', mine)).json().ics).replaceAll('\r\n ', '')

    expect(ics).toContain('SUMMARY:Afspraak')
    expect(ics).toContain(`http://localhost/afspraak/${mine.id}`)
    expect(ics).not.toContain(mine.secret)
    expect(ics).not.toMatch(/lotte|psy/i)
    expect((await world.seeker('ics', await world.begun())).status).toBe(409)
  })

  test('[F11, F12] is marked as missed by the professional, and the seeker may say otherwise', async () => {
    const { mine, from } = await booked()
    expect((await world.desk('no-show', { id: mine.id })).json()).toEqual({ reason: 'too-early' })
    world.clock.now = from + 10 * MINUTE_MS
    expect((await world.desk('no-show', { id: mine.id }, 'karim')).status).toBe(404)
    expect((await world.desk('no-show', { id: mine.id })).json()).toMatchObject({ phase: 'missed' })
    expect((await world.seeker('dispute', mine)).json()).toMatchObject({ isDisputed: true, payment: { state: 'due' } })
  })

  test('[T1] of somebody else cannot be seen or changed', async () => {
    const { mine } = await booked()
    const stranger = { ...mine, secret: newSecret() }
    for (const path of ['look', 'cancel', 'dispute', 'ics'])
      expect((await world.seeker(path, stranger)).json()).toEqual({ reason: 'not-found' })
    expect((await world.seeker('pick', { ...stranger, from: 1 })).status).toBe(404)
    expect((await world.seeker('pay', { ...stranger, by: 'online' })).status).toBe(404)
    for (const path of ['cancel', 'no-show'])
      expect((await world.desk(path, { id: mine.id }, 'karim')).status).toBe(404)
    expect((await world.desk('propose', { id: mine.id, from: [] }, 'karim')).status).toBe(404)
    expect((await world.desk('settle', { id: mine.id, what: 'received' }, 'karim')).status).toBe(404)
  })
})

describe('paying', () => {
  test('[F14, F20] online: the page is the same until it is paid, and a knock without a word is enough', async () => {
    const { mine } = await booked()
    const first = (await world.seeker('pay', { ...mine, by: 'online' })).json()
    const second = (await world.seeker('pay', { ...mine, by: 'online' })).json()
    const id = idIn(first.checkoutUrl)
    expect(second.checkoutUrl).toBe(first.checkoutUrl)
    expect(paymentIn(first.shown as never)).toMatchObject({ state: 'waiting', cents: 6_000 })

    await world.checkout(id, 'paid')
    expect((await world.webhook(`id=${id}`)).status).toBe(200)
    expect((await world.deskGet()).json()).toMatchObject({
      followUps: expect.arrayContaining([
        expect.objectContaining({ id: mine.id, payment: expect.objectContaining({ state: 'paid' }) }),
      ]),
    })
    // Twice, and late.
    expect((await world.webhook(`id=${id}`)).status).toBe(200)
    expect(paymentIn(await look(mine)).state).toBe('paid')
    expect((await world.seeker('pay', { ...mine, by: 'online' })).json()).toEqual({ reason: 'paid-already' })
  })

  test('[F20] nobody’s word is believed: a knock for what is not paid changes nothing', async () => {
    const { mine } = await booked()
    const { checkoutUrl } = (await world.seeker('pay', { ...mine, by: 'online' })).json()
    for (const body of [`id=${idIn(checkoutUrl)}&status=paid`, `id=${idIn(checkoutUrl)}`])
      expect((await world.webhook(body)).status).toBe(200)

    expect(paymentIn(await look(mine)).state).toBe('waiting')
  })

  test.each([
    'id=%00',
    'id=tr_%00',
    'id=tr_unknown1',
    'id=',
    '',
    'id=../../v2/payments',
    '{"id":"tr_x"}',
    'x'.repeat(1_000),
  ])('[F20] «%s» is answered like a known one', async (body) => {
    const answer = await world.webhook(body)

    expect([answer.status, answer.json()]).toEqual([200, {}])
  })

  test('[F14] what did not go through is tried again, as another payment', async () => {
    const { mine } = await booked()
    const first = idIn((await world.seeker('pay', { ...mine, by: 'online' })).json().checkoutUrl)
    await world.checkout(first, 'failed')
    expect(paymentIn(await look(mine)).state).toBe('failed')
    const second = idIn((await world.seeker('pay', { ...mine, by: 'online' })).json().checkoutUrl)

    expect(second).not.toBe(first)
    await world.checkout(second, 'paid')
    expect(paymentIn(await look(mine)).state).toBe('paid')
  })

  test('[F10, F15] cancelled by the professional, it is given back; what comes in afterwards too', async () => {
    const { mine } = await booked()
    const id = idIn((await world.seeker('pay', { ...mine, by: 'online' })).json().checkoutUrl)
    await world.checkout(id, 'paid')
    await look(mine)
    expect((await world.desk('cancel', { id: mine.id })).json()).toMatchObject({
      ...{ phase: 'cancelled', by: 'professional', payment: { state: 'refunded' } },
    })

    const other = await booked()
    const late = idIn((await world.seeker('pay', { ...other.mine, by: 'online' })).json().checkoutUrl)
    expect((await world.seeker('cancel', other.mine)).json()).toMatchObject({ payment: { state: 'not-due' } })
    await world.checkout(late, 'paid')
    await world.webhook(`id=${late}`)
    expect(paymentIn(await look(other.mine)).state).toBe('refunded')
  })

  test('[F20] where no knock was heard, it is asked now and then', async () => {
    const { mine } = await booked()
    const id = idIn((await world.seeker('pay', { ...mine, by: 'online' })).json().checkoutUrl)
    await world.checkout(id, 'paid')
    await world.part.sweep()

    expect((await world.deskGet()).json()).toMatchObject({
      followUps: expect.arrayContaining([
        expect.objectContaining({ id: mine.id, payment: expect.objectContaining({ state: 'paid' }) }),
      ]),
    })
  })

  test('[F9] cancelled too late, it stays due and can still be paid', async () => {
    const { mine, from } = await booked()
    world.clock.now = from - HOUR_MS
    expect((await world.seeker('cancel', mine)).json()).toMatchObject({ isLate: true, payment: { state: 'due' } })

    expect((await world.seeker('pay', { ...mine, by: 'online' })).status).toBe(200)
  })

  test('[F16] by transfer, with a structured reference that stays the same', async () => {
    const { mine } = await booked()
    const first = (await world.seeker('pay', { ...mine, by: 'transfer' })).json()
    const { transfer } = paymentIn(first.shown as never)
    expect(transfer).toMatchObject({
      iban: 'BE68539007547034',
      reference: expect.stringMatching(/^\+\+\+\d{3}\/\d{4}\/\d{5}\+\+\+$/),
    })
    expect((await world.seeker('pay', { ...mine, by: 'transfer' })).json()).toMatchObject({
      shown: { payment: { transfer } },
    })

    expect((await world.desk('settle', { id: mine.id, what: 'received' })).json()).toMatchObject({
      payment: { state: 'paid' },
    })
    expect((await world.desk('cancel', { id: mine.id })).json()).toMatchObject({ payment: { state: 'refund-due' } })
    expect((await world.desk('settle', { id: mine.id, what: 'refunded' })).json()).toMatchObject({
      payment: { state: 'refunded' },
    })
  })

  test('[F13] an amount nobody told is unknown, and nothing is asked for it', async () => {
    const { settings } = (await world.deskGet('/settings')).json<{ settings: object }>()
    await world.desk('settings', { ...settings, tariff: { kind: 'unknown' } })
    const { mine } = await booked()
    await world.desk('settings', settings)

    expect(paymentIn(await look(mine))).toMatchObject({ state: 'unknown', canPayOnline: false, canTransfer: false })
    expect((await world.seeker('pay', { ...mine, by: 'online' })).json()).toEqual({ reason: 'nothing-to-pay' })
  })

  test('[F13] the amount is that of when it was booked', async () => {
    const { mine } = await booked()
    const { settings } = (await world.deskGet('/settings')).json<{ settings: object }>()
    await world.desk('settings', { ...settings, tariff: { kind: 'own', cents: 9_900 } })

    expect(paymentIn(await look(mine))).toMatchObject({ cents: 6_000 })
    await world.desk('settings', settings)
  })
})

describe('a first talk, when nobody is free now', () => {
  const solve = (challenge: string, bits: number) => {
    for (let solution = 0; ; solution++) {
      const hash = createHash('sha256').update(`${challenge}${solution}`).digest()
      if (hash.readUInt32BE(0) < 2 ** (32 - bits)) return solution
    }
  }

  test('[F18, A9] is booked with a little work, costs nothing, and takes a quarter of an hour', async () => {
    ownWeek()
    const { free, challenge, bits } = (await world.seeker('slots', { line: LINE, professional: KIDS.lotte })).json<{
      free: number[]
      challenge: string
      bits: number
    }>()
    const [from = 0, next = 0] = free
    const solution = solve(challenge, bits)
    const mine = { line: LINE, id: newFollowUpId(), secret: newSecret() }
    const asked = { ...mine, professional: KIDS.lotte, from, challenge, solution }

    expect((await world.seeker('first', { ...asked, solution: solution + 1 })).status).toBe(403)
    expect((await world.seeker('first', asked)).status).toBe(201)
    expect((await world.seeker('first', asked)).status).toBe(201)
    expect(await look(mine)).toMatchObject({
      ...{ kind: 'first-talk', phase: 'booked', moment: { from, to: from + 15 * MINUTE_MS } },
      payment: { state: 'free' },
      tariff: { kind: 'unknown' },
    })
    // One piece of work is one booking.
    expect((await world.seeker('first', { ...asked, id: newFollowUpId(), from: next })).status).toBe(404)
  })

  test('[A10] three a day, and the day offers no more', async () => {
    const slots = async () =>
      (await world.seeker('slots', { line: LINE, professional: KIDS.lotte })).json<{
        free: number[]
        challenge: string
        bits: number
      }>()
    const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
    const { at } = ownWeek()
    const day = dayOf(at(1))
    const onDay = (free: readonly number[]) => free.filter((one) => dayOf(one) === day)
    expect(onDay((await slots()).free).length).toBeGreaterThan(4)
    for (let each = 0; each < 3; each++) {
      const { free, challenge, bits } = await slots()
      const solution = solve(challenge, bits)
      const asked = {
        line: LINE,
        id: newFollowUpId(),
        secret: newSecret(),
        professional: KIDS.lotte,
        challenge,
        solution,
      }
      expect((await world.seeker('first', { ...asked, from: onDay(free)[0] })).status).toBe(201)
    }

    expect(onDay((await slots()).free)).toEqual([])
  })

  test('[F18] not with somebody whose recognition is not checked, nor with nobody', async () => {
    for (const professional of [KIDS.karim, KIDS.mila, 'nobody_____'])
      expect((await world.seeker('slots', { line: LINE, professional })).status).toBe(404)
  })
})

describe('what a professional chooses', () => {
  const settings = {
    agenda: {
      slotMinutes: 45,
      gapMinutes: 15,
      noticeHours: 24,
      days: 14,
      away: [{ from: '2026-12-24', to: '2027-01-03' }],
    },
    tariff: { kind: 'convention', cents: 1_100, source: 'riziv.fgov.be', readOn: '2026-11-26' },
    account: { iban: 'BE68539007547034', holder: 'Karim' },
    address: 'Kerkstraat 1, 9000 Gent',
  }

  test('[F13, A7] is kept, and only their own', async () => {
    expect((await world.desk('settings', settings, 'karim')).status).toBe(200)
    expect((await world.deskGet('/settings', 'karim')).json()).toEqual({
      settings,
      hasWeek: true,
      calendar: { isConnected: false },
    })
    expect((await world.deskGet('/settings')).json()).not.toEqual({ settings })
  })

  test.each<[string, object]>([
    ['an account number that is none', { account: { iban: 'BE68539007547035', holder: 'x' } }],
    ['a convention without a source', { tariff: { kind: 'convention', cents: 1, readOn: '2026-11-26' } }],
    ['an amount with a slip of the finger', { tariff: { kind: 'own', cents: 6_000_000 } }],
    ['half a cent', { tariff: { kind: 'own', cents: 0.5 } }],
    ['appointments of no length', { agenda: { ...settings.agenda, slotMinutes: 0 } }],
    ['a day that is none', { agenda: { ...settings.agenda, away: [{ from: '2026-13-01', to: '2026-12-01' }] } }],
    ['an address with a null in it', { address: 'a\u0000b' }],
  ])('[F13] is refused with %s', async (_, change) => {
    expect((await world.desk('settings', { ...settings, ...change }, 'karim')).status).toBe(400)
  })

  test.each([
    ['http://cal.example/', 'address-refused'],
    ['https://169.254.169.254/', 'address-refused'],
    ['http://127.0.0.1:9/', 'address-refused'],
    ['https://localhost/', 'address-refused'],
  ])('[F21] a calendar at %s is not connected: %s', async (url, because) => {
    const answer = await world.desk('calendar', { access: { url, username: 'x', password: 'y' } }, 'karim')

    expect([answer.status, answer.json()]).toEqual([409, { reason: 'calendar-refused', because }])
    expect((await world.deskGet('/settings', 'karim')).json()).toMatchObject({ calendar: { isConnected: false } })
  })
})
