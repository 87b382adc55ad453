/**
 * Where one waits and then talks. It is one room on purpose: when somebody answers, the box one is writing in stays where
 * it is, with its words and its focus.
 */
import { ConversationLog, SayOnce } from '@houvast/ui/conversation-log.tsx'
import { useComputed, useSignalEffect } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import { t } from '../messages.ts'
import { isInTalk } from '../shell/in-talk.ts'
import { Page } from '../shell/page.tsx'
import { ConnectionNote } from '../talk/connection-note.tsx'
import { EraseButton } from '../talk/erase-button.tsx'
import { newlySaid, shownEntries } from '../talk/shown-entries.ts'
import { TalkComposer } from '../talk/talk-composer.tsx'
import { p } from './messages.ts'
import type { PsychologistTalk } from './psychologist-talk.ts'
import { TalkingView } from './talking-view.tsx'
import { WaitingView } from './waiting-view.tsx'

export function RoomView({ model }: { model: PsychologistTalk }) {
  const { talk } = model
  const view = talk.view.value
  const isWaiting = talk.step.value === 'waiting'
  const name = model.helper.value ?? p('call.someone')
  const entries = useComputed(() => (talk.view.value ? shownEntries(talk.view.value) : []))
  /** That somebody came moves nothing: the picture is at the top. */
  const isSaid = useComputed(() => 'text' in (entries.value.at(-1) ?? {})).value
  useLayoutEffect(() => {
    isInTalk.value = true
    return () => {
      isInTalk.value = false
    }
  }, [])
  useSignalEffect(() => {
    const isSeen = talk.step.value === 'talking' && (talk.view.value?.heard.length ?? 0) > 0
    if (isSeen && !document.hidden) talk.read()
  })

  return (
    <Page title={isWaiting ? p('wait.title') : t('talk.title.talking', { name })} wide={!isWaiting} key="room">
      <div class={isWaiting ? 'talk' : 'talk talk--call'}>
        <div key="beside" class="talk__beside">
          {isWaiting ? <WaitingView model={model} /> : <TalkingView model={model} name={name} />}
        </div>
        <div key="words" class="talk__words">
          {view?.broken ? (
            <p key="broken" class="notice notice--warm" role="alert">
              {t('talk.broken')}
            </p>
          ) : (
            <ConversationLog key="log" entries={entries.value} label={t('talk.log')} follows={!isWaiting && isSaid} />
          )}
          <SayOnce key="said" said={isWaiting ? '' : newlySaid(entries.value)} />
          <p key="typing" class="typing">
            {view?.isOtherTyping ? t('talk.typing', { name }) : ''}
          </p>
          <div key="box" class={isWaiting ? '' : 'talk__box'}>
            <ConnectionNote talk={talk} />
            <TalkComposer talk={talk} label={t(isWaiting ? 'talk.waiting.write' : 'talk.write')} />
          </div>
          {isWaiting && <p>{p('wait.stay')}</p>}
          {isWaiting && <EraseButton talk={talk} label={p('wait.leave')} />}
        </div>
      </div>
    </Page>
  )
}
