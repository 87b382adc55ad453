/** One conversation as the helper sees it. */
import { createTypingTeller } from '@houvast/connection/typing-teller'
import { PLAINTEXT_MAX } from '@houvast/rules/limits/limits'
import { Composer } from '@houvast/ui/composer.tsx'
import { ConversationLog, SayOnce } from '@houvast/ui/conversation-log.tsx'
import { useComputed, useSignalEffect } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { AfterTalk } from '../follow-up/after-talk.tsx'
import { t } from '../messages.ts'
import type { Desk } from './desk.ts'
import { DeskCallView } from './desk-call-view.tsx'
import type { DeskTalk } from './desk-talk.ts'
import { shownEntries } from './shown-entries.ts'

export function DeskTalkView({ desk, talk, onClose }: { desk: Desk; talk: DeskTalk; onClose: () => void }) {
  const view = talk.view.value
  const name = talk.nickname.value ?? t('desk.nameless')
  const entries = useComputed(() =>
    shownEntries(talk.view.value, { me: talk.kid, seeker: talk.nickname.value ?? t('desk.nameless') }),
  )
  const typing = useMemo(() => createTypingTeller((isTyping) => void talk.talk.typing(isTyping), Date.now), [talk])
  useSignalEffect(() => {
    talk.view.value.heard
    if (!document.hidden) talk.read()
  })
  const last = entries.value.findLast((entry) => 'note' in entry || entry.from === 'other')
  const isOver = view.phase === 'ended' || view.phase === 'erased'
  // Nothing can be sealed before the log is read: there is no box to write in yet.
  const isOpening = !isOver && view.members.length === 0

  return (
    <article class="desk-talk" aria-label={t('desk.talk-with', { name })}>
      <header class="desk-talk__head">
        <h2>{name}</h2>
        <p role="status">{view.isOtherHere === false && !isOver && t('desk.seeker-away')}</p>
        {isOver ? (
          <button type="button" class="button" onClick={onClose}>
            {t('desk.close')}
          </button>
        ) : talk.isGuest.value ? (
          <button type="button" class="button" onClick={() => void desk.leaveAsGuest(talk)}>
            {t('desk.third.leave')}
          </button>
        ) : (
          <button type="button" class="button" onClick={() => talk.talk.end()}>
            {t('desk.end')}
          </button>
        )}
      </header>
      {view.isForged && (
        <p role="alert" class="notice notice--warm">
          {t('desk.forged')}
        </p>
      )}
      {view.broken && (
        <p role="alert" class="notice notice--warm">
          {t('desk.broken')}
        </p>
      )}
      {talk.call && !isOver && !isOpening && <DeskCallView desk={desk} call={talk.call} talk={talk} name={name} />}
      {talk.call && view.phase === 'ended' && !talk.isGuest.value && <AfterTalk conversation={talk.id} />}
      {view.phase === 'erased' && <p role="status">{t('desk.erased')}</p>}
      <ConversationLog entries={entries.value} label={t('desk.log')} follows />
      <SayOnce said={last ? ('note' in last ? last.note : `${last.name ?? name}: ${last.text}`) : ''} />
      <p class="typing">{view.isOtherTyping && t('desk.typing', { name })}</p>
      <p role="status">
        {view.phase === 'ended' && t('desk.over')}
        {isOpening && t('desk.opening')}
      </p>
      {!isOver && !isOpening && !talk.isGuest.value && (
        <p>
          <button
            type="button"
            class="button button--quiet"
            onClick={() => void talk.talk.say(t('desk.plan-ask.text'))}
          >
            {t('desk.plan-ask')}
          </button>
        </p>
      )}
      {!isOver && !isOpening && (
        <Composer
          id={`answer-${talk.id}`}
          draft={talk.draft}
          longest={PLAINTEXT_MAX}
          send={(text) => talk.talk.say(text)}
          onTyping={typing}
          words={{
            label: t('desk.write', { name }),
            send: t('desk.send'),
            tooLong: t('desk.too-long'),
            notKept: t('desk.not-kept'),
          }}
        />
      )}
    </article>
  )
}
