/**
 * One event in somebody's own calendar (CalDAV, RFC 4791): put, updated, taken away, by tsdav. What goes wrong is a value;
 * the address they typed is held to guarded-fetch.
 */
import { ok, type Result, refused } from '@houvast/rules/result'
import { createCalendarObject, deleteCalendarObject, propfind, updateCalendarObject } from 'tsdav'
import { ForbiddenAddressError, type GuardOptions, guardedFetch } from './guarded-fetch.ts'

export type CalendarAccess = {
  /** Of the calendar itself, as the provider shows it. */
  readonly url: string
  readonly username: string
  readonly password: string
}

export type CalendarRefusal = {
  readonly reason: 'address-refused' | 'unreachable' | 'access-refused' | 'not-found' | 'changed-elsewhere' | 'refused'
}

export interface OwnCalendar {
  /** Whether it is there and lets us in. */
  check(): Promise<Result<void, CalendarRefusal>>
  /** The ETag under which it lies now. `etag`: that of last time; without, it is new there. */
  put(id: string, ics: string, etag: string | undefined): Promise<Result<string | undefined, CalendarRefusal>>
  remove(id: string, etag: string | undefined): Promise<Result<void, CalendarRefusal>>
  /** As it lies there now, whoever changed it. */
  etagOf(id: string): Promise<Result<string | undefined, CalendarRefusal>>
}

export function openCalendar({ url, username, password }: CalendarAccess, options: GuardOptions = {}): OwnCalendar {
  const base = url.endsWith('/') ? url : `${url}/`
  const headers = { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` }
  const fetch = guardedFetch(options) as typeof globalThis.fetch
  const fileOf = (id: string) => `${id}.ics`
  const addressOf = (id: string) => new URL(fileOf(id), base).href

  const etagOf = (id: string) =>
    answerOf(async () => {
      const asked = { url: addressOf(id), props: { 'd:getetag': {} }, depth: '0', headers, fetch } as const
      const [found] = await propfind(asked)
      if (found?.status === 404 || found?.status === 410) return ok(undefined)
      if (!found?.ok) return refused(refusalOf(found?.status ?? 0))
      return ok(typeof found.props?.getetag === 'string' ? found.props.getetag : undefined)
    })

  return {
    etagOf,
    check: () =>
      answerOf(async () => {
        const [found] = await propfind({ url: base, props: { 'd:resourcetype': {} }, depth: '0', headers, fetch })
        if (!found?.ok) return refused(refusalOf(found?.status ?? 0))
        return JSON.stringify(found.props ?? {}).includes('calendar') ? ok(undefined) : refused({ reason: 'not-found' })
      }),
    put: (id, ics, etag) =>
      answerOf(async () => {
        const response =
          etag === undefined
            ? await createCalendarObject({
                ...{ calendar: { url: base }, iCalString: ics, filename: fileOf(id), headers, fetch },
              })
            : await updateCalendarObject({ calendarObject: { url: addressOf(id), data: ics, etag }, headers, fetch })
        if (!response.ok) return refused(refusalOf(response.status))
        // RFC 4791, 5.3.4: without an ETag in the answer, the server may have changed what it was given.
        return ok(response.headers.get('etag') ?? undefined)
      }),
    remove: (id, etag) =>
      answerOf(async () => {
        const calendarObject = { url: addressOf(id), ...(etag === undefined ? {} : { etag }) }
        const { ok: isDone, status } = await deleteCalendarObject({ calendarObject, headers, fetch })
        // What is gone already is gone.
        return isDone || status === 404 || status === 410 ? ok(undefined) : refused(refusalOf(status))
      }),
  }
}

function refusalOf(status: number): CalendarRefusal {
  if (status === 401 || status === 403) return { reason: 'access-refused' }
  if (status === 404 || status === 410) return { reason: 'not-found' }
  if (status === 412 || status === 409) return { reason: 'changed-elsewhere' }
  return { reason: status >= 500 || status === 0 ? 'unreachable' : 'refused' }
}

async function answerOf<T>(work: () => Promise<Result<T, CalendarRefusal>>): Promise<Result<T, CalendarRefusal>> {
  try {
    return await work()
  } catch (error) {
    return refused({ reason: isForbidden(error) ? 'address-refused' : 'unreachable' })
  }
}

const isForbidden = (error: unknown): boolean =>
  error instanceof ForbiddenAddressError || (error instanceof Error && isForbidden(error.cause))
