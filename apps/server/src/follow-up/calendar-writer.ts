/**
 * Tells a professional's own calendar of their appointments: soon after a change, and again at every sweep until it is
 * told. What they changed in it themselves is overwritten by the appointment as it is here; the rest is left alone.
 */
import { appointmentFile } from '@houvast/calendar/appointment-file'
import type { CalendarAccess, CalendarRefusal, OwnCalendar } from '@houvast/calendar/caldav'
import type { Result } from '@houvast/rules/result'
import type { Instant } from '@houvast/rules/time'
import type { FollowUpSettingsStore } from '@houvast/server-store/follow-ups/follow-up-settings'
import type { FollowUps, KeptFollowUp } from '@houvast/server-store/follow-ups/follow-ups'

type Deps = {
  readonly followUps: FollowUps
  readonly settings: FollowUpSettingsStore
  readonly open: (access: CalendarAccess) => OwnCalendar
  readonly now: () => Instant
  readonly onBug: (error: unknown) => void
}

export class CalendarWriter {
  readonly #deps: Deps
  /** One after the other for each professional, and a change meanwhile once more. */
  readonly #busy = new Map<string, { again: boolean; done: Promise<void> }>()

  constructor(deps: Deps) {
    this.#deps = deps
  }

  changed(line: string, kid: string): Promise<void> {
    const key = `${line}/${kid}`
    const busy = this.#busy.get(key)
    if (busy) {
      busy.again = true
      return busy.done
    }
    const turn = { again: true, done: Promise.resolve() }
    this.#busy.set(key, turn)
    turn.done = (async () => {
      try {
        while (turn.again) {
          turn.again = false
          await this.#write(line, kid)
        }
      } catch (error) {
        this.#deps.onBug(error)
      } finally {
        this.#busy.delete(key)
      }
    })()
    return turn.done
  }

  async sweep(line: string) {
    for (const kid of await this.#deps.settings.withCalendar(line)) await this.changed(line, kid)
  }

  /** For a server that closes. */
  async settled() {
    await Promise.all([...this.#busy.values()].map(({ done }) => done))
  }

  async #write(line: string, kid: string) {
    const { followUps, settings, open } = this.#deps
    const unwritten = await followUps.unwritten(line, kid)
    const access = unwritten.length > 0 ? await settings.calendar(line, kid) : undefined
    if (!access) return
    const calendar = open(access)
    for (const one of unwritten) {
      if (!('moment' in one.state)) continue
      const written = await this.#writeOne(calendar, one, one.state)
      if (!written.ok) return settings.noteProblem(line, kid, written.why.reason)
      await followUps.written(line, one.id, one.state.sequence, written.value)
    }
    await settings.noteProblem(line, kid, undefined)
  }

  async #writeOne(
    calendar: OwnCalendar,
    { id, etag }: KeptFollowUp,
    state: Extract<KeptFollowUp['state'], { readonly sequence: number }>,
  ): Promise<Result<string | undefined, CalendarRefusal>> {
    const isCancelled = state.phase === 'cancelled'
    const appointment = { id, sequence: state.sequence, ...state.moment, isCancelled, writtenAt: this.#deps.now() }
    const write = (known: string | undefined) =>
      isCancelled
        ? calendar.remove(id, known).then((done) => (done.ok ? { ok: true as const, value: undefined } : done))
        : calendar.put(id, appointmentFile(appointment, 'stored'), known)
    const written = await write(etag)
    const isOther = !written.ok && (written.why.reason === 'changed-elsewhere' || written.why.reason === 'not-found')
    if (!isOther) return written
    const there = await calendar.etagOf(id)
    return there.ok ? write(there.value) : there
  }
}
