import type { CalendarRefusal, OwnCalendar } from '@houvast/calendar/caldav'
import type { Booked, FollowUp } from '@houvast/rules/follow-up/follow-up'
import type { Result } from '@houvast/rules/result'
import type { FollowUpSettingsStore } from '@houvast/server-store/follow-ups/follow-up-settings'
import type { FollowUps, KeptFollowUp } from '@houvast/server-store/follow-ups/follow-ups'
import { beforeEach, expect, test } from 'vitest'
import { CalendarWriter } from './calendar-writer.ts'

const booked: Booked = {
  ...{ phase: 'booked', kind: 'follow-up', how: 'video', sequence: 0, proposals: [] },
  moment: { from: Date.parse('2026-12-01T09:00:00+01:00'), to: Date.parse('2026-12-01T09:50:00+01:00') },
  payment: { state: 'free' },
}
const access = { url: 'https://cal.example/', username: 'lotte', password: 'secret' }

/** A calendar that keeps files by ETag, as RFC 4791 wants it, and that others may change. */
function fakeCalendar() {
  const files = new Map<string, { etag: string; ics: string }>()
  let count = 0
  let down: CalendarRefusal['reason'] | undefined
  const no = (reason: CalendarRefusal['reason']) => ({ ok: false, why: { reason } }) as const
  const write = (id: string, ics: string) => {
    files.set(id, { etag: `"${++count}"`, ics })
    return { ok: true, value: `"${count}"` } as const
  }
  const calendar: OwnCalendar = {
    check: async () => (down ? no(down) : { ok: true, value: undefined }),
    async put(id, ics, etag) {
      if (down) return no(down)
      const there = files.get(id)
      if (etag === undefined) return there ? no('changed-elsewhere') : write(id, ics)
      if (!there) return no('not-found')
      return there.etag === etag ? write(id, ics) : no('changed-elsewhere')
    },
    async remove(id, etag): Promise<Result<void, CalendarRefusal>> {
      if (down) return no(down)
      const there = files.get(id)
      if (there && etag !== undefined && there.etag !== etag) return no('changed-elsewhere')
      files.delete(id)
      return { ok: true, value: undefined }
    },
    etagOf: async (id) => ({ ok: true, value: files.get(id)?.etag }),
  }
  const fail = (why: CalendarRefusal['reason'] | undefined) => {
    down = why
  }
  return { files, calendar, write, fail }
}

let own: ReturnType<typeof fakeCalendar>
let row: KeptFollowUp & { written: number }
let problem: string | undefined
let opened: number
let writer: CalendarWriter
const bugs: unknown[] = []

beforeEach(() => {
  own = fakeCalendar()
  row = { id: 'one', kid: 'lotte', state: booked, payment: undefined, etag: undefined, written: -1 }
  problem = undefined
  opened = 0
  writer = new CalendarWriter({
    now: () => 0,
    onBug: (error) => void bugs.push(error),
    open() {
      opened++
      return own.calendar
    },
    followUps: {
      unwritten: async () => ('sequence' in row.state && row.state.sequence > row.written ? [row] : []),
      written: async (_: string, __: string, written: number, etag: string | undefined) => {
        row = { ...row, written, etag }
      },
    } as unknown as FollowUps,
    settings: {
      calendar: async () => access,
      noteProblem: async (_: string, __: string, why: string | undefined) => {
        problem = why
      },
      withCalendar: async () => ['lotte'],
    } as unknown as FollowUpSettingsStore,
  })
})
const change = (state: Partial<FollowUp>) => {
  row = { ...row, state: { ...row.state, ...state } as FollowUp }
  return writer.changed('line', 'lotte')
}
const there = () => own.files.get('one')?.ics

test('[F21] an appointment is written, moved, and taken away when it is cancelled', async () => {
  await writer.changed('line', 'lotte')
  expect(there()).toContain('SEQUENCE:0')
  await change({ sequence: 1 })
  expect(there()).toContain('SEQUENCE:1')
  await change({ phase: 'cancelled', sequence: 2 } as Partial<FollowUp>)

  expect(there()).toBeUndefined()
  expect([row.written, problem, bugs]).toEqual([2, undefined, []])
})

test('[F7] what is written already is not written again', async () => {
  await writer.changed('line', 'lotte')
  await writer.changed('line', 'lotte')

  expect(opened).toBe(1)
})

test('a calendar that does not answer is said, and told later', async () => {
  own.fail('unreachable')
  await writer.changed('line', 'lotte')
  expect([problem, row.written]).toEqual(['unreachable', -1])

  own.fail(undefined)
  await writer.sweep('line')

  expect([problem, row.written]).toEqual([undefined, 0])
  expect(there()).toContain('Afspraak')
})

test('what they changed or erased there themselves does not stop it', async () => {
  await writer.changed('line', 'lotte')
  own.write('one', 'their own words')
  await change({ sequence: 1 })
  expect(there()).toContain('SEQUENCE:1')

  own.files.delete('one')
  await change({ sequence: 2 })
  expect(there()).toContain('SEQUENCE:2')

  own.write('one', 'their own words')
  await change({ phase: 'cancelled', sequence: 3 } as Partial<FollowUp>)
  expect(there()).toBeUndefined()
})

test('many changes at once are written one after the other, and the last one counts', async () => {
  await Promise.all([1, 2, 3, 4].map((sequence) => change({ sequence })))
  await writer.settled()

  expect(there()).toContain('SEQUENCE:4')
  expect(row.written).toBe(4)
})
