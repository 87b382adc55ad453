/**
 * The room where one waits and then talks. It is one room on purpose: when somebody comes, the box one is writing in
 * stays the same box, with the words, the caret and the keyboard of the phone.
 */
import { ConversationLog, SayOnce } from '@houvast/ui/conversation-log.tsx'
import { useComputed } from '@preact/signals'
import { t } from '../messages.ts'
import { ConnectionNote } from './connection-note.tsx'
import { EndButton } from './end-button.tsx'
import { Forged } from './forged.tsx'
import { PlanTogether } from './plan-together.tsx'
import type { SeekerTalk } from './seeker-talk.ts'
import { newlySaid, shownEntries } from './shown-entries.ts'
import { TalkComposer } from './talk-composer.tsx'
import { WaitingPlace, WhileWaiting } from './waiting-room.tsx'

export function TalkView({ talk, name }: { talk: SeekerTalk; name: string }) {
  const view = talk.view.value
  const isWaiting = talk.step.value === 'waiting'
  const entries = useComputed(() => (talk.view.value ? shownEntries(talk.view.value) : []))

  return (
    <div class="talk">
      {isWaiting ? <WaitingPlace key="place" talk={talk} name={name} /> : <WhoIsHere key="who" talk={talk} />}
      {view?.isForged && <Forged key="forged" />}
      {view?.broken ? (
        <p key="broken" class="notice notice--warm" role="alert">
          {t('talk.broken')}
        </p>
      ) : (
        <ConversationLog key="log" entries={entries.value} label={t('talk.log')} follows={!isWaiting} />
      )}
      <SayOnce key="said" said={newlySaid(entries.value)} />
      <p key="typing" class="typing">
        {view?.isOtherTyping ? t('talk.typing', { name: helperOf(talk) }) : ''}
      </p>
      <div key="box" class={isWaiting ? '' : 'talk__box'}>
        <ConnectionNote talk={talk} />
        {!isWaiting && <PlanTogether talk={talk} name={helperOf(talk)} />}
        <TalkComposer talk={talk} label={t(isWaiting ? 'talk.waiting.write' : 'talk.write')} />
        {!isWaiting && <EndButton talk={talk} />}
      </div>
      {isWaiting && <WhileWaiting key="meanwhile" talk={talk} />}
    </div>
  )
}

function WhoIsHere({ talk }: { talk: SeekerTalk }) {
  const view = talk.view.value
  const readers = view?.members.filter((member) => member.role === 'reader').map((member) => member.name) ?? []
  return (
    <div class="talk__who">
      <p>
        {t('talk.with', { name: helperOf(talk) })}
        {readers.length > 0 && ` ${t('talk.readers', { names: readers.join(', ') })}`}
      </p>
      <p role="status">{view?.isOtherHere === false && t('talk.away', { name: helperOf(talk) })}</p>
    </div>
  )
}

const helperOf = (talk: SeekerTalk) =>
  talk.view.value?.members.find((member) => member.role === 'helper')?.name ?? t('talk.helper')
