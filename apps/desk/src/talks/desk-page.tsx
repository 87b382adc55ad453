/** The desk: one list, one conversation. Made for an evening shift. */
import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type MessageKey, t, tCount } from '../messages.ts'
import { OpenPanel, type Panel, PanelList } from '../professional/panels.tsx'
import { AddPasskey } from '../sign-in/add-passkey.tsx'
import type { Desk } from './desk.ts'
import { DeskTalkView } from './desk-talk-view.tsx'
import { RingList } from './ring-list.tsx'
import { sayWaited } from './say-waited.ts'

const problems: Readonly<Record<string, MessageKey>> = {
  'already-taken': 'desk.problem.already-taken',
  'too-many-talks': 'desk.problem.too-many-talks',
  'not-on-duty': 'desk.problem.not-on-duty',
  'not-rung': 'desk.problem.not-rung',
  unreachable: 'problem.unreachable',
}

export function DeskPage({ desk }: { desk: Desk }) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (desk.hasUnsent()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [desk])
  useSignalEffect(() => {
    const count = desk.waitingForMe.value
    document.title = count > 0 ? `(${count}) ${t('desk.tab')}` : t('desk.tab')
  })
  const panel = useSignal<Panel | undefined>(undefined)
  const closePanel = () => {
    panel.value = undefined
  }
  useSignalEffect(() => {
    // It rings, or a talk is opened: that is what counts now.
    if (desk.openId.value) closePanel()
  })
  const problem = desk.problem.value
  const isLost = useComputed(() => desk.connection.value !== 'connected')

  return (
    <div class="desk">
      <header class="desk__head">
        <h1>{t('desk.title', { name: desk.me.name, line: desk.me.lineName })}</h1>
        <DutyButton desk={desk} />
        <button type="button" class="button" onClick={() => desk.alerts.toggle()}>
          {t(desk.alerts.isOn.value ? 'desk.sound-on' : 'desk.sound-off')}
        </button>
        <AddPasskey me={desk.me} />
        <button type="button" class="button" onClick={() => void desk.signOut()}>
          {t('desk.sign-out')}
        </button>
      </header>
      <p role="alert" class="desk__problem">
        {problem && t(problems[problem] ?? 'desk.problem.other')}
      </p>
      <p role="status" class="desk__problem">
        {isLost.value && t('desk.lost')}
      </p>
      <nav class="desk__lists" aria-label={t('desk.lists')}>
        {desk.me.rings ? <RingList desk={desk} /> : <WaitingList desk={desk} />}
        <OwnList desk={desk} onOpen={() => closePanel()} />
        {desk.me.rings && <PanelList desk={desk} panel={panel} />}
      </nav>
      <main class="desk__talk">
        {panel.value ? (
          <OpenPanel panel={panel.value} />
        ) : desk.open.value ? (
          <DeskTalkView
            key={desk.open.value.id}
            desk={desk}
            talk={desk.open.value}
            onClose={() => desk.open.value && desk.close(desk.open.value)}
          />
        ) : (
          <p class="desk__none">{t('desk.none')}</p>
        )}
      </main>
    </div>
  )
}

function DutyButton({ desk }: { desk: Desk }) {
  const isOn = desk.isOnDuty.value
  return (
    <>
      <p class={`badge ${isOn ? 'badge--open' : ''}`} role="status">
        {isOn ? tCount('desk.on-duty', desk.helpers.value.length) : t('desk.off-duty')}
      </p>
      <button
        type="button"
        class={`button ${isOn ? '' : 'button--primary'}`}
        onClick={() => (isOn ? desk.goOffDuty() : void desk.goOnDuty())}
      >
        {t(isOn ? 'desk.go-off-duty' : 'desk.go-on-duty')}
      </button>
    </>
  )
}

function WaitingList({ desk }: { desk: Desk }) {
  const queue = desk.waiting.value
  return (
    <section>
      <h2 id="waiting">{t('desk.waiting')}</h2>
      <p role="status">{queue.length === 0 ? t('desk.waiting-nobody') : tCount('desk.waiting-count', queue.length)}</p>
      <ol class="desk__list" aria-labelledby="waiting">
        {queue.map((one) => (
          <li key={one.conversation} class="card">
            <p>
              <strong>{one.intake?.nickname ?? t('desk.nameless')}</strong> · {sayWaited(one.since, Date.now())}
              {!one.here && ` · ${t('desk.not-here')}`}
            </p>
            <p class="desk__intake" dir="auto">
              {one.intake ? (one.intake.text ?? t('desk.no-intake')) : t('desk.intake-not-opened')}
            </p>
            <button
              type="button"
              class="button button--primary"
              disabled={!one.intake}
              onClick={() => void desk.take(one.conversation)}
            >
              {t('desk.take')}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function OwnList({ desk, onOpen }: { desk: Desk; onOpen: () => void }) {
  return (
    <section>
      <h2 id="own">{t('desk.own')}</h2>
      <ul class="desk__list" aria-labelledby="own">
        {desk.talks.value.map((talk) => {
          const isOpen = desk.openId.value === talk.id
          return (
            <li key={talk.id}>
              <button
                type="button"
                class={`button button--wide desk__own ${isOpen ? 'desk__own--open' : ''}`}
                aria-current={isOpen}
                onClick={() => {
                  desk.openId.value = talk.id
                  onOpen()
                }}
              >
                {talk.nickname.value ?? t('desk.nameless')}
                {!isOpen && talk.unread.value > 0 && ` · ${tCount('desk.unread', talk.unread.value)}`}
                {talk.view.value.phase === 'ended' && ` · ${t('desk.ended')}`}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
