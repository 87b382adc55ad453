/** Somebody is looked for: who is rung and why, whether this device is ready, and what one can do meanwhile. */
import { ConversationLog, SayOnce } from '@houvast/ui/conversation-log.tsx'
import { useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { t } from '../messages.ts'
import { Page } from '../shell/page.tsx'
import { ConnectionNote } from '../talk/connection-note.tsx'
import { EraseButton } from '../talk/erase-button.tsx'
import { shownEntries } from '../talk/shown-entries.ts'
import { TalkComposer } from '../talk/talk-composer.tsx'
import { ChoiceCards } from './choice-cards.tsx'
import { DeviceCheck } from './device-check.tsx'
import { p } from './messages.ts'
import type { PsychologistTalk } from './psychologist-talk.ts'

export function WaitingView({ model }: { model: PsychologistTalk }) {
  const { talk } = model
  const entries = useComputed(() => (talk.view.value ? shownEntries(talk.view.value) : []))
  return (
    <Page title={p('wait.title')} key="waiting">
      <div class="talk">
        <Looking model={model} />
        {model.choices.value && (
          <ChoiceCards line={model.line} choices={model.choices.value} onChoose={(only) => letBe(model, { only })} />
        )}
        <DeviceCheck model={model} />
        <ConversationLog entries={entries.value} label={t('talk.log')} follows={false} />
        <ConnectionNote talk={talk} />
        <TalkComposer talk={talk} label={t('talk.waiting.write')} />
        <p>{p('wait.stay')}</p>
        <EraseButton talk={talk} label={p('wait.leave')} />
      </div>
    </Page>
  )
}

function Looking({ model }: { model: PsychologistTalk }) {
  const news = model.ring.value
  if (!news) return <p role="status">{p('wait.looking')}</p>
  if (news.type === 'choose') return <Choose model={model} why={news.why} canLetGo={news.canLetGo} />
  return <Ringing key={news.kid} {...news} />
}

type RingingNews = {
  readonly name: string
  readonly number: number
  readonly secondsLeft: number
  readonly reasons: readonly string[]
}

function Ringing({ name, number, secondsLeft, reasons }: RingingNews) {
  const left = useSignal(secondsLeft)
  useEffect(() => {
    left.value = secondsLeft
    const timer = setInterval(() => {
      left.value = Math.max(0, left.value - 1)
    }, 1_000)
    return () => clearInterval(timer)
  }, [name, secondsLeft])
  return (
    <div class="card">
      <p class="waiting__number">{p('wait.ringing', { name, seconds: left.value })}</p>
      <progress class="wait__progress" max={25} value={left.value} aria-hidden="true" />
      <p>{p('wait.number', { number })}</p>
      {reasons.length > 0 && (
        <p>
          <strong>{p('wait.why', { name })}</strong>{' '}
          {reasons.map((reason) => p(`wait.reason.${reason as 'language'}`)).join(' · ')}
        </p>
      )}
      <SayOnce said={p('wait.ringing', { name, seconds: secondsLeft })} />
    </div>
  )
}

function Choose(props: {
  model: PsychologistTalk
  why: 'three-rings' | 'nobody' | 'nobody-with-wish'
  canLetGo: boolean
}) {
  const { model, why, canLetGo } = props
  const wishes = model.wishes()
  return (
    <div class="card">
      <p role="status">{p(`choose.${why}`)}</p>
      <div class="talk__next">
        {canLetGo && wishes && (
          <button
            type="button"
            class="button button--primary"
            onClick={() => void model.lookFor({ wishes: { ...wishes, isGenderMust: false } })}
          >
            {p('choose.let-go')}
          </button>
        )}
        <button type="button" class="button" onClick={() => letBe(model, {})}>
          {p('choose.again')}
        </button>
        {wishes && (
          <button type="button" class="button" onClick={() => void model.choose(wishes)}>
            {p('choose.own')}
          </button>
        )}
        <a class="button" href="/hulplijnen">
          {p('choose.lines')}
        </a>
      </div>
    </div>
  )
}

/** Looks again, for anybody or for the one who was chosen. */
function letBe(model: PsychologistTalk, to: { readonly only?: string }) {
  const wishes = model.wishes()
  if (wishes) void model.lookFor({ wishes, ...to })
}
