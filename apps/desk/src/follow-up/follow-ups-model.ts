/** A professional's appointments, in the order in which they matter, and what can be done with each. */
import type { DeskFollowUp } from '@houvast/protocol/follow-up-requests'
import { brusselsInstants } from '@houvast/rules/opening-hours/brussels-time'
import type { LocalDate } from '@houvast/rules/opening-hours/local-date'
import { computed, signal } from '@preact/signals'
import type { FollowUpApi } from './follow-up-api.ts'

export type FollowUpsModel = ReturnType<typeof createFollowUps>

export function createFollowUps(api: FollowUpApi) {
  const all = signal<readonly DeskFollowUp[]>([])
  const now = signal(0)
  const isThere = signal(false)
  const problem = signal<{ readonly id: string; readonly reason: string } | undefined>(undefined)
  const groups = computed(() => groupsOf(all.value, now.value))

  async function look() {
    const found = await api.list()
    if (!found.ok) {
      if (!isThere.value) problem.value = { id: '', reason: 'unreachable' }
      return
    }
    all.value = found.value.followUps
    now.value = found.value.now
    isThere.value = true
    if (problem.value?.id === '') problem.value = undefined
  }

  async function change(id: string, ask: () => ReturnType<FollowUpApi['cancel']>): Promise<boolean> {
    problem.value = undefined
    const done = await ask()
    if (!done.ok) problem.value = { id, reason: done.why.reason }
    await look()
    return done.ok
  }

  return {
    ...{ groups, now, isThere, problem, look },
    propose: (id: string, typed: readonly string[]) => change(id, () => api.propose(id, typed.flatMap(instantOf))),
    cancel: (id: string) => change(id, () => api.cancel(id)),
    noShow: (id: string) => change(id, () => api.noShow(id)),
    settle: (id: string, what: 'received' | 'refunded') => change(id, () => api.settle(id, what)),
  }
}

/** What is booked by time, then what is to be arranged, then what is over, the last first. */
export function groupsOf(all: readonly DeskFollowUp[], now: number) {
  const isAhead = ({ phase, moment }: DeskFollowUp) => phase === 'booked' && moment !== undefined && moment.to > now
  const from = ({ moment }: DeskFollowUp) => moment?.from ?? 0
  return {
    now: all.filter(isAhead).toSorted((a, b) => from(a) - from(b)),
    arranging: all.filter(({ phase }) => phase === 'arranging'),
    past: all.filter((one) => !isAhead(one) && one.phase !== 'arranging').toSorted((a, b) => from(b) - from(a)),
  }
}

/** `2026-12-01T09:30`, as the field gives it, by the clock in Belgium wherever the desk stands. Nothing typed is none. */
export function instantOf(typed: string): readonly number[] {
  const [, date, hour, minute] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(typed) ?? []
  if (date === undefined) return []
  return [brusselsInstants(date as LocalDate, Number(hour) * 60 + Number(minute)).first]
}
