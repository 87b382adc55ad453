/** A talk with a psychologist: a few questions, somebody is looked for, a talk, and what comes after it. */
import { useEffect, useMemo } from 'preact/hooks'
import { followLiveLines, liveLines } from '../lines/live-lines.ts'
import { Page } from '../shell/page.tsx'
import { EndedView } from '../talk/ended-view.tsx'
import { Problem } from '../talk/problem.tsx'
import '../talk/talk.css'
import './psychologist.css'
import { AskedAfter } from './asked-after.tsx'
import { p } from './messages.ts'
import { createPsychologistTalk, type PsychologistTalk } from './psychologist-talk.ts'
import { Questions } from './questions.tsx'
import { TalkingView } from './talking-view.tsx'
import { WaitingView } from './waiting-view.tsx'

export function PsychologistPage() {
  useEffect(() => followLiveLines(), [])
  const live = liveLines.state.value
  if (live.is === 'asking')
    return (
      <p class="page page--waiting" role="status">
        {p('asking')}
      </p>
    )
  const line = live.is === 'known' ? [...live.byId.values()].find(({ rings }) => rings)?.id : undefined
  if (line !== undefined) return <Psychologist line={line} />
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

function Psychologist({ line }: { line: string }) {
  const model = useMemo(() => createPsychologistTalk(line), [line])
  useEffect(() => {
    void model.talk.look()
    return () => model.leave()
  }, [model])
  return <Room model={model} />
}

function Room({ model }: { model: PsychologistTalk }) {
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
      return <Questions model={model} />
    case 'waiting':
      return <WaitingView model={model} />
    case 'talking':
      return <TalkingView model={model} />
    case 'ended':
    case 'erased':
    case 'gone':
      return (
        <Page title={p('title')} key="after">
          <AskedAfter model={model} />
          <EndedView talk={talk} />
        </Page>
      )
  }
}
