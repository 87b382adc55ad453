/** Against a real server, Debian's radicale; where it is not there, that is said and these tests are skipped. */
import { spawnSync } from 'node:child_process'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AppointmentFile, appointmentFile } from './appointment-file.ts'
import { type CalendarAccess, openCalendar } from './caldav.ts'
import { hasRadicale, type Radicale, startRadicale } from './testing/radicale.ts'

const local = { allowsLoopback: true, answersWithinMs: 3_000 }
const appointment: AppointmentFile = {
  ...{ id: 'follow-up-1', sequence: 0, isCancelled: false, writtenAt: 0 },
  from: Date.parse('2026-12-01T09:00:00+01:00'),
  to: Date.parse('2026-12-01T09:50:00+01:00'),
}
const stored = (change: Partial<AppointmentFile> = {}) => appointmentFile({ ...appointment, ...change }, 'stored')

describe.skipIf(!hasRadicale())('a calendar on a real server', () => {
  let radicale: Radicale
  let access: CalendarAccess

  beforeAll(async () => {
    radicale = await startRadicale()
    access = radicale.access
  }, 30_000)
  afterAll(() => radicale?.close())

  const readBack = async (id: string) => {
    const text = await radicale.read(id)
    const event = text && new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
    return event ? new ICAL.Event(event) : undefined
  }

  test('[F21] an appointment is put, moved and taken away', async () => {
    const calendar = openCalendar(access, local)
    expect(await calendar.check()).toEqual({ ok: true, value: undefined })

    const put = await calendar.put('follow-up-1', stored(), undefined)
    expect(put.ok && put.value).toMatch(/^".+"$/)
    expect((await readBack('follow-up-1'))?.summary).toBe('Afspraak')

    const moved = await calendar.put('follow-up-1', stored({ sequence: 1 }), put.ok ? put.value : '')
    expect(moved.ok && moved.value).not.toBe(put.ok && put.value)
    expect((await readBack('follow-up-1'))?.sequence).toBe(1)

    expect(await calendar.remove('follow-up-1', moved.ok ? moved.value : '')).toEqual({ ok: true, value: undefined })
    expect(await readBack('follow-up-1')).toBeUndefined()
    expect(await calendar.remove('follow-up-1', undefined)).toEqual({ ok: true, value: undefined })
  })

  test('what they changed themselves is not overwritten unseen', async () => {
    const calendar = openCalendar(access, local)
    const put = await calendar.put('follow-up-2', stored({ id: 'follow-up-2' }), undefined)
    await calendar.put('follow-up-2', stored({ id: 'follow-up-2', sequence: 5 }), put.ok ? put.value : '')
    const late = await calendar.put('follow-up-2', stored({ id: 'follow-up-2', sequence: 1 }), put.ok ? put.value : '')

    expect(late).toEqual({ ok: false, why: { reason: 'changed-elsewhere' } })
    expect((await readBack('follow-up-2'))?.sequence).toBe(5)
    expect(await calendar.remove('follow-up-2', put.ok ? put.value : '')).toMatchObject({
      why: { reason: 'changed-elsewhere' },
    })
    expect(await calendar.put('follow-up-2', stored({ id: 'follow-up-2' }), undefined)).toMatchObject({
      why: { reason: 'changed-elsewhere' },
    })

    const now = await calendar.etagOf('follow-up-2')
    expect(now.ok && now.value).toMatch(/^".+"$/)
    expect((await calendar.put('follow-up-2', stored({ id: 'follow-up-2' }), now.ok ? now.value : '')).ok).toBe(true)
    expect(await calendar.etagOf('no-such')).toEqual({ ok: true, value: undefined })
  })

  test.each<[string, Partial<CalendarAccess>, string]>([
    ['a wrong password', { password: 'guess' }, 'access-refused'],
    ['somebody else’s calendar', { url: 'SOMEBODY' }, 'access-refused'],
    ['nobody there', { url: 'http://127.0.0.1:9/lotte/work/' }, 'unreachable'],
    ['an address within', { url: 'https://10.0.0.1/cal/' }, 'address-refused'],
  ])('%s is a refusal', async (_, change, reason) => {
    const url = change.url === 'SOMEBODY' ? access.url.replace('/lotte/', '/karim/') : (change.url ?? access.url)
    const calendar = openCalendar({ ...access, ...change, url }, local)

    expect(await calendar.check()).toEqual({ ok: false, why: { reason } })
    expect(await calendar.put('x', stored(), undefined)).toEqual({ ok: false, why: { reason } })
  })

  test('a page that is no calendar is none', async () => {
    const calendar = openCalendar({ ...access, url: access.url.replace('/work/', '/') }, local)

    expect(await calendar.check()).toEqual({ ok: false, why: { reason: 'not-found' } })
  })

  test('[F21] nothing but the appointment lies there', () => {
    const found = spawnSync('grep', ['-rhic', 'SUMMARY:Afspraak', `${radicale.folder}/collections`])
    const others = spawnSync('grep', ['-rhi', 'psych\\|hulp\\|houvast', `${radicale.folder}/collections`])

    expect(found.stdout.toString()).toContain('1')
    expect(others.stdout.toString()).toBe('')
  })
})
