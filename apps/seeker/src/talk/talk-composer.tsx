import { createTypingTeller } from '@houvast/connection/typing-teller'
import { PLAINTEXT_MAX } from '@houvast/rules/limits/limits'
import { Composer } from '@houvast/ui/composer.tsx'
import { useMemo } from 'preact/hooks'
import { t } from '../messages.ts'
import type { SeekerTalk } from './seeker-talk.ts'

export function TalkComposer({ talk, label }: { talk: SeekerTalk; label: string }) {
  const typing = useMemo(() => createTypingTeller(talk.typing, Date.now), [talk])
  return (
    <Composer
      id="talk-text"
      draft={talk.draft}
      longest={PLAINTEXT_MAX}
      send={talk.say}
      onTyping={typing}
      words={{
        label,
        send: t('talk.send'),
        tooLong: t('talk.problem.too-long'),
        notKept: t('talk.problem.not-kept'),
      }}
    />
  )
}
