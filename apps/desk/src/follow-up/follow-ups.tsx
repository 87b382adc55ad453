/** The panel with a professional's appointments, and their agenda, tariff and own calendar. */
import type { DeskFollowUp } from '@houvast/protocol/follow-up-requests'
import { useEffect, useMemo } from 'preact/hooks'
import { CalendarForm } from './calendar-form.tsx'
import './follow-up.css'
import { followUpApi } from './follow-up-api.ts'
import { FollowUpCard } from './follow-up-card.tsx'
import { createFollowUps, type FollowUpsModel } from './follow-ups-model.ts'
import { f, sayReason } from './messages.ts'
import { SettingsForm } from './settings-form.tsx'
import { createSettings } from './settings-model.ts'

const LOOK_EVERY_MS = 60_000

export function FollowUps() {
  const model = useMemo(() => createFollowUps(followUpApi), [])
  const settings = useMemo(() => createSettings(followUpApi), [])
  useEffect(() => {
    void model.look()
    void settings.look()
    const timer = setInterval(() => {
      if (!document.hidden) void model.look()
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [model, settings])

  const { now, arranging, past } = model.groups.value
  const isEmpty = model.isThere.value && now.length + arranging.length + past.length === 0
  const problem = model.problem.value
  return (
    <section class="follow-up" aria-labelledby="afspraken">
      <h2 id="afspraken">{f('list.title')}</h2>
      <p role="alert">{problem?.id === '' && sayReason('problem', problem.reason)}</p>
      <p role="status">{isEmpty && f('list.none')}</p>
      <Group title="list.now" model={model} list={now} />
      <Group title="list.arranging" model={model} list={arranging} />
      <details>
        <summary>{f('settings.title')}</summary>
        <SettingsForm model={settings} />
        <CalendarForm model={settings} />
      </details>
      {past.length > 0 && (
        <details>
          <summary>{f('list.past')}</summary>
          <List model={model} list={past} />
        </details>
      )}
    </section>
  )
}

type ListProps = { readonly model: FollowUpsModel; readonly list: readonly DeskFollowUp[] }

function Group({ title, ...props }: ListProps & { readonly title: 'list.now' | 'list.arranging' }) {
  if (props.list.length === 0) return null
  return (
    <section>
      <h3>{f(title)}</h3>
      <List {...props} />
    </section>
  )
}

function List({ model, list }: ListProps) {
  return (
    <ul class="follow-up__list">
      {list.map((one) => (
        <li key={one.id}>
          <FollowUpCard model={model} one={one} />
        </li>
      ))}
    </ul>
  )
}
