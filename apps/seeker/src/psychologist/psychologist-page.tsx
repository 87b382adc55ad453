/** A talk with a psychologist: a few questions, somebody is looked for, a talk, and what comes after it. */
import { useEffect, useMemo } from 'preact/hooks'
import { followLiveLines, liveLines, psychologistLine } from '../lines/live-lines.ts'
import { t } from '../messages.ts'
import { Page } from '../shell/page.tsx'
import { EndedView } from '../talk/ended-view.tsx'
import { Problem } from '../talk/problem.tsx'
import '../talk/talk.css'
import './psychologist.css'
import { AfterTalk } from '../follow-up/after-talk.tsx'
import type { PageProps } from '../lazy-page.tsx'
import { AskedAfter } from './asked-after.tsx'
import { Booked } from './booked.tsx'
import { p } from './messages.ts'
import { createPsychologistTalk, type PsychologistTalk } from './psychologist-talk.ts'
import { Questions } from './questions.tsx'
import { RoomView } from './room-view.tsx'

/** With `professional` in the address it is time for an appointment with them: nothing is asked any more. */
export function PsychologistPage({ params }: PageProps) {
  useEffect(() => followLiveLines(), [])
  const live = liveLines.state.value
  if (live.is === 'asking')
    return (
      <p class="page page--waiting" role="status">
        {p('asking')}
      </p>
    )
  const line = psychologistLine(live)
  if (line !== undefined) return <Psychologist line={line} professional={params?.professional} />
  return (
    <Page title={p('title')}>
      <p>{p('not-here')}</p>
      <p>
        <a class="button button--primary" href="/hulplijnen">
          {p('to-lines')}
        </a>
      </p>
    </Page>
  )
}

function Psychologist({ line, professional }: { line: string; professional: string | undefined }) {
  const model = useMemo(() => createPsychologistTalk(line), [line])
  useEffect(() => {
    void model.talk.look()
    return () => model.leave()
  }, [model])
  return <Room model={model} professional={professional} />
}

function Room({ model, professional }: { model: PsychologistTalk; professional: string | undefined }) {
  const { talk } = model
  switch (talk.step.value) {
    case 'looking':
      return (
        <p class="page page--waiting" role="status">
          {p('asking')}
        </p>
      )
    case 'unable':
      return (
        <Page title={p('title')}>
          <Problem reason="browser-cannot-seal" />
        </Page>
      )
    case 'intake':
    case 'starting':
      return professional ? <Booked model={model} professional={professional} /> : <Questions model={model} />
    case 'waiting':
    case 'talking':
      return <RoomView model={model} />
    case 'ended':
    case 'erased':
    case 'gone':
      return (
        <Page title={t(`talk.title.${talk.step.value}`)} key="after">
          {model.helper.value && talk.step.value === 'ended' && (
            <WhetherToGoOn model={model} name={model.helper.value} />
          )}
          <AskedAfter model={model} />
          <div class="room">
            <EndedView talk={talk} />
          </div>
        </Page>
      )
  }
}

function WhetherToGoOn({ model, name }: { model: PsychologistTalk; name: string }) {
  const kept = model.talk.kept()
  if (!kept) return null
  return <AfterTalk line={model.line} conversation={kept.id} secret={kept.secret} professionalName={name} />
}
