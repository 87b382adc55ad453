/** What a professional chooses for their appointments, as typed and as sent. */
import { isIban, type Settings, type ShownSettings } from '@houvast/protocol/follow-up-requests'
import { type FollowUpSettings, usualSettings } from '@houvast/rules/follow-up/settings'
import { signal } from '@preact/signals'
import type { FollowUpApi } from './follow-up-api.ts'

export type Typed = {
  readonly slot: string
  readonly gap: string
  readonly notice: string
  readonly days: string
  readonly away: string
  readonly tariff: Settings['tariff']['kind']
  readonly amount: string
  readonly source: string
  readonly readOn: string
  readonly iban: string
  readonly holder: string
  readonly address: string
}

export type SettingsModel = ReturnType<typeof createSettings>

export function createSettings(api: Pick<FollowUpApi, 'settings' | 'putSettings' | 'putCalendar'>) {
  const typed = signal<Typed>(typedOf(usualSettings))
  const shown = signal<ShownSettings | undefined>(undefined)
  const said = signal<{ readonly is: 'saved' } | { readonly is: 'problem'; readonly reason: string } | undefined>(
    undefined,
  )
  const calendarProblem = signal<string | undefined>(undefined)

  async function look() {
    const found = await api.settings()
    if (!found.ok) return
    const isFirst = shown.value === undefined
    shown.value = found.value
    calendarProblem.value = found.value.calendar.problem
    // What somebody is typing stays theirs.
    if (isFirst) typed.value = typedOf(found.value.settings)
  }

  async function save() {
    const read = settingsOf(typed.value)
    if (typeof read === 'string') {
      said.value = { is: 'problem', reason: read }
      return
    }
    const saved = await api.putSettings(read)
    said.value = saved.ok ? { is: 'saved' } : { is: 'problem', reason: saved.why.reason }
    if (saved.ok) await look()
  }

  async function connect(access: { url: string; username: string; password: string } | undefined): Promise<boolean> {
    const put = await api.putCalendar(access ? { access } : {})
    calendarProblem.value = put.ok ? undefined : (put.why.because ?? put.why.reason)
    if (!put.ok) return false
    await look()
    return true
  }

  return {
    ...{ typed, shown, said, calendarProblem, look, save, connect },
    type(change: Partial<Typed>) {
      typed.value = { ...typed.value, ...change }
      said.value = undefined
    },
  }
}

export function typedOf({ agenda, tariff, account, address }: FollowUpSettings): Typed {
  return {
    slot: String(agenda.slotMinutes),
    gap: String(agenda.gapMinutes),
    notice: String(agenda.noticeHours),
    days: String(agenda.days),
    away: agenda.away.map(({ from, to }) => `${from} tot ${to}`).join('\n'),
    tariff: tariff.kind,
    amount: 'cents' in tariff ? (tariff.cents / 100).toFixed(2).replace('.', ',').replace(/,00$/, '') : '',
    source: tariff.kind === 'convention' ? tariff.source : '',
    readOn: tariff.kind === 'convention' ? tariff.readOn : '',
    iban: account?.iban ?? '',
    holder: account?.holder ?? '',
    address: address ?? '',
  }
}

/** The settings, or what is wrong with what was typed. */
export function settingsOf(typed: Typed): Settings | 'amount' | 'away' | 'iban' {
  const away = typed.away.split('\n').filter((line) => line.trim() !== '')
  const periods = away.map((line) => /^\s*(\d{4}-\d{2}-\d{2})\s+(?:tot|-)\s+(\d{4}-\d{2}-\d{2})\s*$/.exec(line))
  if (!periods.every((found) => found !== null)) return 'away'
  const cents = centsOf(typed.amount)
  if (typed.tariff !== 'unknown' && cents === undefined) return 'amount'
  const iban = typed.iban.replaceAll(/\s/g, '').toUpperCase()
  if (iban && !isIban(iban)) return 'iban'
  const { source, readOn } = typed
  type Day = Settings['agenda']['away'][number]['from']
  return {
    agenda: {
      slotMinutes: Number(typed.slot),
      gapMinutes: Number(typed.gap),
      noticeHours: Number(typed.notice),
      days: Number(typed.days),
      away: periods.map(([, from, to]) => ({ from: from as Day, to: to as Day })),
    },
    tariff:
      typed.tariff === 'convention'
        ? { kind: 'convention', cents: cents ?? 0, source, readOn: readOn as Day }
        : typed.tariff === 'own'
          ? { kind: 'own', cents: cents ?? 0 }
          : { kind: 'unknown' },
    ...(iban ? { account: { iban, holder: typed.holder } } : {}),
    ...(typed.address.trim() ? { address: typed.address } : {}),
  }
}

/** `60`, `60,5`, `60.50`. */
function centsOf(text: string): number | undefined {
  const [, euros, rest = ''] = /^\s*(\d{1,4})(?:[.,](\d{1,2}))?\s*$/.exec(text) ?? []
  return euros === undefined ? undefined : Number(euros) * 100 + Number(rest.padEnd(2, '0'))
}
