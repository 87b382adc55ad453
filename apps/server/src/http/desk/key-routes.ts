/** The line's key book and duty key, for those who work there, and a ticket for their socket. */
import { AppendKeyBook, type DeskKeys, PutDutyKey } from '@houvast/protocol/desk-requests'
import type { Instant } from '@houvast/rules/time'
import { readDutyKey } from '@houvast/sealed/duty-key'
import { readKeyBook } from '@houvast/sealed/key-book'
import type { LineKeys } from '@houvast/server-store/lines/line-keys'
import type { Staff } from '@houvast/server-store/staff/staff'
import { Hono } from 'hono'
import type { Tickets } from '../../tickets.ts'
import { readBody } from '../read-body.ts'
import { needs, type StaffVariables } from './staff-session.ts'

type Deps = {
  readonly staff: Staff
  readonly lineKeys: LineKeys
  readonly tickets: Tickets
  readonly now: () => Instant
}

export function keyRoutes({ staff, lineKeys, tickets, now }: Deps) {
  return new Hono<StaffVariables>()
    .get('/keys', needs('desk.enter', staff, now), async (c) => {
      const { line, kid } = c.get('member')
      const duty = await lineKeys.duty(line, now())
      const last = await lineKeys.lastDuty(line)
      const wrap = duty && (await lineKeys.dutyWrap(line, duty.epoch, kid))
      return c.json({
        keyBook: [...(await lineKeys.keyBook(line))],
        ...(duty ? { duty: { record: duty.record, ...(wrap ? { wrap } : {}) } } : {}),
        ...(last ? { lastDuty: last.record } : {}),
      } satisfies DeskKeys)
    })

    .post('/duty-key', needs('duty-key.make', staff, now), async (c) => {
      const body = await readBody(c, PutDutyKey)
      if (!body.ok) return body.response
      const { line } = c.get('member')
      const book = await readKeyBook(line, await lineKeys.keyBook(line))
      const duty = book.ok ? await readDutyKey(body.value.record, book.value, now()) : book
      if (!duty.ok) return c.json({ reason: 'duty-key-refused', because: duty.why.reason }, 400)
      if (duty.value.maker !== c.get('member').kid) return c.json({ reason: 'not-allowed' }, 403)
      const { epoch, kid, validUntil } = duty.value
      // A number far ahead would leave no room for the next, and the line without a key.
      const last = await lineKeys.lastDuty(line)
      if (epoch !== (last ? last.epoch + 1 : 0)) return c.json({ reason: 'another-came-first' }, 409)
      const put = await lineKeys.putDuty(line, { epoch, kid, validUntil, record: body.value.record }, body.value.wraps)
      return put ? c.json({}, 201) : c.json({ reason: 'another-came-first' }, 409)
    })

    .post('/key-book', needs('key-book.sign', staff, now), async (c) => {
      const body = await readBody(c, AppendKeyBook)
      if (!body.ok) return body.response
      const { line } = c.get('member')
      const entries = await lineKeys.keyBook(line)
      const book = await readKeyBook(line, [...entries, body.value.entry])
      if (!book.ok) return c.json({ reason: 'key-book-refused', because: book.why.reason }, 400)
      const appended = await lineKeys.appendToKeyBook(line, entries.length, body.value.entry)
      return appended ? c.json({}, 201) : c.json({ reason: 'another-came-first' }, 409)
    })

    .post('/ticket', needs('desk.enter', staff, now), (c) => {
      const { line, kid } = c.get('member')
      return c.json({ ticket: tickets.issue({ role: 'helper', line, kid }) })
    })
}
