/** After the conversation: what was said until it is erased, the receipt, and where to go from here. */
import { ConversationLog } from '@houvast/ui/conversation-log.tsx'
import { useComputed } from '@preact/signals'
import { type MessageKey, t } from '../messages.ts'
import { EraseButton } from './erase-button.tsx'
import type { SeekerTalk } from './seeker-talk.ts'
import { shownEntries } from './shown-entries.ts'

const endedBy: Readonly<Record<'seeker' | 'helper' | 'silence', MessageKey>> = {
  seeker: 'talk.ended.by-you',
  helper: 'talk.ended.by-helper',
  silence: 'talk.ended.by-silence',
}

export function EndedView({ talk }: { talk: SeekerTalk }) {
  const step = talk.step.value
  const view = talk.view.value
  const entries = useComputed(() => (talk.view.value ? shownEntries(talk.view.value) : []))
  return (
    <div>
      {step === 'erased' && (
        <div class="notice" role="status">
          <div>
            <p>{t('talk.erased.text')}</p>
            <p>
              {t('talk.erased.receipt')} <strong class="receipt">{talk.receipt.value}</strong>
            </p>
          </div>
        </div>
      )}
      {step === 'gone' && <p>{t('talk.gone.text')}</p>}
      {step === 'ended' && (
        <>
          <p role="status">{t(endedBy[view?.endedBy ?? 'silence'])}</p>
          <ConversationLog entries={entries.value} label={t('talk.log')} />
          <p>{t('talk.ended.kept')}</p>
          <EraseButton talk={talk} label={t('talk.erase')} />
        </>
      )}
      <h2>{t('talk.next.title')}</h2>
      <div class="talk__next">
        <button type="button" class="button" onClick={() => void talk.beginAnew()}>
          {t('talk.next.again')}
        </button>
        <a class="button" href="/hulplijnen">
          {t('talk.next.lines')}
        </a>
        <a class="button" href="/">
          {t('talk.next.front')}
        </a>
      </div>
    </div>
  )
}
