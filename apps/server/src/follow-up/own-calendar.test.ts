/** From booking to the professional's own calendar, on a real CalDAV server. */
import { hasRadicale, type Radicale, startRadicale } from '@houvast/calendar/testing/radicale'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type FollowUpWorld, followUpWorld } from './testing/follow-up-world.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

describe.skipIf(!hasRadicale())('the professional’s own calendar', () => {
  let radicale: Radicale
  let world: FollowUpWorld
  beforeAll(async () => {
    radicale = await startRadicale()
    world = await followUpWorld({}, { allowsLoopback: true })
  }, 60_000)
  afterAll(async () => {
    await world?.close()
    radicale?.close()
  })

  test('[F21] has what was booked before it was connected, follows each move, and says nothing but «Afspraak»', async () => {
    const { clock, desk, deskGet, seeker } = world
    const mine = await world.begun()
    await seeker('pick', { ...mine, from: clock.now + 2 * DAY_MS })
    expect((await desk('calendar', { access: { ...radicale.access, password: 'guess' } })).json()).toEqual({
      ...{ reason: 'calendar-refused', because: 'access-refused' },
    })
    expect((await desk('calendar', { access: radicale.access })).json()).toEqual({ isConnected: true })
    await vi.waitFor(async () => expect(await radicale.read(mine.id)).toContain('SEQUENCE:0'))

    await seeker('pick', { ...mine, from: clock.now + 3 * DAY_MS })
    await vi.waitFor(async () => expect(await radicale.read(mine.id)).toContain('SEQUENCE:1'))
    const text = await radicale.read(mine.id)
    expect(text).toContain('SUMMARY:Afspraak')
    expect(text).not.toMatch(/http|psy|lotte/i)

    await desk('cancel', { id: mine.id })
    await vi.waitFor(async () => expect(await radicale.read(mine.id)).toBeUndefined())
    expect((await deskGet('/settings')).json()).toMatchObject({ calendar: { isConnected: true } })
    expect((await desk('calendar', {})).json()).toEqual({ isConnected: false })
    expect(world.bugs).toEqual([])
  })
})
