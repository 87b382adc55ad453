import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type AppointmentFile, appointmentFile } from './appointment-file.ts'

const at = (text: string) => Date.parse(text)
const appointment: AppointmentFile = {
  id: 'Zm9sbG93LXVwLTEyMzQ1Ng',
  sequence: 0,
  from: at('2026-12-01T09:00:00+01:00'),
  to: at('2026-12-01T09:50:00+01:00'),
  isCancelled: false,
  link: 'https://praten.example/afspraak/Zm9sbG93LXVwLTEyMzQ1Ng',
  writtenAt: at('2026-11-26T12:00:00Z'),
}

/** As another library reads it, with the zone that stands in the file. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const component = calendar.getFirstSubcomponent('vevent')
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (!component || !zone) throw new Error('no event, or no zone')
  ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return { calendar, component, event: new ICAL.Event(component) }
}

describe('an appointment in a calendar', () => {
  test.each([
    ['in winter', '2026-12-01T09:00:00+01:00'],
    ['in summer', '2027-07-01T18:30:00+02:00'],
    ['before the clock goes ahead', '2027-03-28T01:30:00+01:00'],
    ['after it went ahead', '2027-03-28T03:00:00+02:00'],
    ['after it went back', '2026-10-25T03:00:00+01:00'],
    ['around midnight', '2026-12-31T23:30:00+01:00'],
  ])('[F21] is read at its moment %s', (_, text) => {
    const from = at(text)
    const { event } = read(appointmentFile({ ...appointment, from, to: from + 3_000_000 }, 'published'))

    expect(event.startDate.toJSDate().getTime()).toBe(from)
    expect(event.endDate.toJSDate().getTime()).toBe(from + 3_000_000)
    expect(event.startDate.zone?.tzid).toBe('Europe/Brussels')
  })

  test('[F7] keeps its UID when it moves, with a higher SEQUENCE', () => {
    const [first, moved] = [0, 3].map((sequence) => read(appointmentFile({ ...appointment, sequence }, 'published')))

    expect(moved?.event.uid).toBe(first?.event.uid)
    expect([first?.event.sequence, moved?.event.sequence]).toEqual([0, 3])
  })

  test('[F10] is cancelled by a file that says so, without reminders', () => {
    const { calendar, component } = read(
      appointmentFile({ ...appointment, isCancelled: true, sequence: 1 }, 'published'),
    )

    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(component.getAllSubcomponents('valarm')).toEqual([])
  })

  test('[F21] reminds, and the reminder says nothing more', () => {
    const { calendar, component } = read(appointmentFile(appointment, 'published'))
    const alarms = component.getAllSubcomponents('valarm')

    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual(['-P1DT1H', '-PT1H'])
    expect(alarms.map((alarm) => alarm.getFirstPropertyValue('description'))).toEqual(['Afspraak', 'Afspraak'])
  })

  test('[F21] says «Afspraak» and no word of what it is about', () => {
    const text = appointmentFile(appointment, 'published').replaceAll('\r\n ', '')
    const { event } = read(text)

    expect(event.summary).toBe('Afspraak')
    expect(text.replace(/^URL.*$/m, '')).not.toMatch(
      /psy|hulp|help|houvast|therap|praat|praten|gesprek|talk|care|zorg/i,
    )
    expect(text).toContain('/afspraak/Zm9sbG93LXVwLTEyMzQ1Ng')
    expect(appointmentFile({ ...appointment, link: undefined }, 'published')).not.toContain('http')
    expect(text).not.toMatch(/ORGANIZER|ATTENDEE|LOCATION|DESCRIPTION:(?!Afspraak)/)
  })

  test('says in UTC when it was written, as RFC 5545 wants it', () => {
    expect(appointmentFile(appointment, 'published')).toMatch(/^DTSTAMP:20261126T120000Z\r?$/m)
  })

  test('[F21] for a server it has no METHOD', () => {
    expect(appointmentFile(appointment, 'stored')).not.toContain('METHOD')
  })

  test('every line is at most 75 bytes long', () => {
    for (const line of appointmentFile(
      { ...appointment, link: `https://a.example/${'x'.repeat(200)}` },
      'published',
    ).split('\r\n'))
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
})
