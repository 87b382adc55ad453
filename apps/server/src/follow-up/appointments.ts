/** What both sides do with an appointment: one place that knows the agenda, the rules and what follows from a change. */
import type { FollowUpShown } from '@houvast/protocol/follow-up-requests'
import { type AgendaSettings, forFirstTalk } from '@houvast/rules/agenda/agenda'
import { roomForFirstTalks } from '@houvast/rules/agenda/first-talks'
import { freeMoments } from '@houvast/rules/agenda/free-moments'
import type { Moment } from '@houvast/rules/agenda/moment'
import { type BookRefusal, pick, propose } from '@houvast/rules/follow-up/book'
import { type CancelRefusal, cancel } from '@houvast/rules/follow-up/cancel'
import { type FollowUp, type FollowUpKind, firstTalk } from '@houvast/rules/follow-up/follow-up'
import type { Side } from '@houvast/rules/follow-up/wishes'
import { isRecognised } from '@houvast/rules/matching/recognition'
import type { Result } from '@houvast/rules/result'
import { type Instant, MINUTE_MS } from '@houvast/rules/time'
import type { FollowUpSettingsStore } from '@houvast/server-store/follow-ups/follow-up-settings'
import type {
  Asker,
  FollowUps,
  KeptFollowUp,
  NewFollowUp,
  Taken,
  TakenMoment,
} from '@houvast/server-store/follow-ups/follow-ups'
import type { Professionals } from '@houvast/server-store/professionals/professionals'
import type { Paying } from './paying.ts'
import { showToSeeker } from './show-follow-up.ts'

export type Deps = {
  readonly followUps: FollowUps
  readonly settings: FollowUpSettingsStore
  readonly professionals: Professionals
  readonly paying: Paying
  /** Something of this professional's agenda changed: their own calendar is to be told. */
  readonly agendaChanged: (line: string, kid: string) => void
  readonly now: () => Instant
}

type Changed<Why> = Promise<Result<KeptFollowUp, Why | Taken> | undefined>

export type Appointments = ReturnType<typeof createAppointments>

export function createAppointments({ followUps, settings, professionals, paying, agendaChanged, now }: Deps) {
  async function agendaOf(line: string, kid: string, kind: FollowUpKind) {
    const [professional, chosen] = await Promise.all([professionals.find(line, kid), settings.find(line, kid)])
    const agenda: AgendaSettings = kind === 'first-talk' ? forFirstTalk(chosen.agenda) : chosen.agenda
    const weekly = professional?.profile.weekly ?? []
    const freeOf = (taken: readonly TakenMoment[]) => {
      const free = freeMoments({ weekly, settings: agenda, taken }, now())
      if (kind !== 'first-talk') return free
      return roomForFirstTalks(
        free,
        taken.filter((one) => one.kind === 'first-talk'),
      )
    }
    return { professional, chosen, agenda, freeOf }
  }

  /** Afterwards, without keeping anybody waiting: the calendar is told. */
  async function followed<Why>(line: string, changing: Changed<Why>): Changed<Why> {
    const changed = await changing
    if (changed?.ok) agendaChanged(line, changed.value.kid)
    return changed
  }

  return {
    find: (line: string, id: string, asker: Asker) => followUps.find(line, id, asker),

    async show(line: string, kept: KeptFollowUp): Promise<FollowUpShown> {
      const { professional, chosen, freeOf } = await agendaOf(line, kept.kid, kept.state.kind)
      const own = 'moment' in kept.state ? kept.state.moment.from : undefined
      const taken = (await followUps.taken(line, kept.kid)).filter(({ from }) => from !== own)
      const around = { settings: chosen, canPayOnline: paying.isOnline, professional: professional?.name ?? '' }
      return showToSeeker(kept, { ...around, free: freeOf(taken) }, now())
    },

    /** F18: moments for a first talk; `undefined` for who cannot be booked. */
    async firstMoments(line: string, kid: string): Promise<readonly Moment[] | undefined> {
      const { professional, freeOf } = await agendaOf(line, kid, 'first-talk')
      if (!isRecognised(professional?.recognition, now())) return undefined
      return freeOf(await followUps.taken(line, kid))
    },

    async bookFirst(line: string, one: NewFollowUp & { kid: string; work: string }, from: Instant) {
      const { professional, freeOf } = await agendaOf(line, one.kid, 'first-talk')
      if (!isRecognised(professional?.recognition, now())) return undefined
      const booked = await followUps.openFirst<BookRefusal>(
        line,
        one,
        (taken) => pick(firstTalk, from, { free: freeOf(taken), taken, tariff: { kind: 'unknown' } }, now()),
        now(),
      )
      if (booked?.ok) agendaChanged(line, one.kid)
      return booked
    },

    async pick(line: string, kept: KeptFollowUp, asker: Asker, from: Instant): Changed<BookRefusal> {
      const { chosen, freeOf } = await agendaOf(line, kept.kid, kept.state.kind)
      const rule = (state: FollowUp, taken: readonly TakenMoment[]) =>
        pick(state, from, { free: freeOf(taken), taken, tariff: chosen.tariff }, now())
      return followed(line, followUps.change(line, kept.id, asker, rule, now()))
    },

    /** As long as the professional's appointments are, from each of these beginnings. */
    async propose(line: string, id: string, kid: string, starts: readonly Instant[]): Changed<BookRefusal> {
      const kept = await followUps.find(line, id, { kid })
      if (!kept) return undefined
      const { agenda } = await agendaOf(line, kid, kept.state.kind)
      const moments = starts.map((from) => ({ from, to: from + agenda.slotMinutes * MINUTE_MS }))
      return followUps.change(line, id, { kid }, (state, taken) => propose(state, moments, taken, now()), now())
    },

    async cancel(line: string, id: string, asker: Asker, side: Side): Changed<CancelRefusal> {
      const cancelled = await followed(
        line,
        followUps.change(line, id, asker, (state) => cancel(state, side, now()), now()),
      )
      return cancelled?.ok ? { ok: true, value: await paying.refresh(line, cancelled.value) } : cancelled
    },
  }
}
