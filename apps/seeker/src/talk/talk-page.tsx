/** The conversation with one line, from the first words to the receipt. */
import { useComputed, useSignalEffect } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { liveLines } from '../lines/live-lines.ts'
import { t } from '../messages.ts'
import { Page } from '../shell/page.tsx'
import { ConnectionNote } from './connection-note.tsx'
import { EndedView } from './ended-view.tsx'
import { IntakeForm } from './intake-form.tsx'
import { nameOfLine } from './line-name.ts'
import { Problem } from './problem.tsx'
import { createSeekerTalk, type SeekerTalk } from './seeker-talk.ts'
import './talk.css'
import { TalkView } from './talk-view.tsx'

export function TalkPage({ lineId }: { lineId: string }) {
  const talk = useMemo(() => createSeekerTalk(lineId), [lineId])
  const name = useMemo(() => nameOfLine(lineId), [lineId])
  const title = useComputed(() => titleOf(talk, name.value))

  useEffect(() => {
    void talk.look()
    void liveLines.refresh()
    return () => talk.leave()
  }, [talk])
  useSignalEffect(() => {
    const isSeen = talk.step.value === 'talking' && (talk.view.value?.heard.length ?? 0) > 0
    if (isSeen && !document.hidden) talk.read()
  })

  return (
    <Page title={title.value} key={lineId}>
      <div class="room">
        <Room talk={talk} name={name.value} />
      </div>
    </Page>
  )
}

function Room({ talk, name }: { talk: SeekerTalk; name: string }) {
  switch (talk.step.value) {
    case 'looking':
      return (
        <>
          <p role="status">{t('talk.looking')}</p>
          <ConnectionNote talk={talk} />
        </>
      )
    case 'unable':
      return <Problem reason="browser-cannot-seal" />
    case 'intake':
    case 'starting':
      return <IntakeForm talk={talk} name={name} />
    case 'waiting':
    case 'talking':
      return <TalkView talk={talk} name={name} />
    case 'ended':
    case 'erased':
    case 'gone':
      return <EndedView talk={talk} />
  }
}

function titleOf(talk: SeekerTalk, name: string): string {
  switch (talk.step.value) {
    case 'waiting':
      return t('talk.title.waiting')
    case 'talking':
      return t('talk.title.talking', { name })
    case 'ended':
      return t('talk.title.ended')
    case 'erased':
      return t('talk.title.erased')
    case 'gone':
      return t('talk.title.gone')
    default:
      return t('talk.title.intake', { name })
  }
}
