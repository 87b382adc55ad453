/** The talk: sound and picture, and beside them the words, which always work. */
import { CallPanel } from '@houvast/ui/call-panel.tsx'
import { ConversationLog, SayOnce } from '@houvast/ui/conversation-log.tsx'
import { useComputed } from '@preact/signals'
import { t } from '../messages.ts'
import { Page } from '../shell/page.tsx'
import { ConnectionNote } from '../talk/connection-note.tsx'
import { EndButton } from '../talk/end-button.tsx'
import { Forged } from '../talk/forged.tsx'
import { PlanTogether } from '../talk/plan-together.tsx'
import { newlySaid, shownEntries } from '../talk/shown-entries.ts'
import { TalkComposer } from '../talk/talk-composer.tsx'
import { type PsychologistKey, p } from './messages.ts'
import { pictureWords } from './picture-words.ts'
import type { PsychologistTalk } from './psychologist-talk.ts'

type CallView = NonNullable<PsychologistTalk['call']['value']>

export function TalkingView({ model }: { model: PsychologistTalk }) {
  const { talk } = model
  const name = model.helper.value ?? p('call.someone')
  const view = talk.view.value
  const entries = useComputed(() => (talk.view.value ? shownEntries(talk.view.value) : []))
  return (
    <Page title={t('talk.title.talking', { name })} key="talking">
      <div class="talk">
        {view?.isForged && <Forged />}
        <SoundAndPicture model={model} name={name} />
        {view?.broken ? (
          <p class="notice notice--warm" role="alert">
            {t('talk.broken')}
          </p>
        ) : (
          <ConversationLog entries={entries.value} label={t('talk.log')} follows />
        )}
        <SayOnce said={newlySaid(entries.value)} />
        <p class="typing">{view?.isOtherTyping ? t('talk.typing', { name }) : ''}</p>
        <div class="talk__box">
          <ConnectionNote talk={talk} />
          <PlanTogether talk={talk} name={name} />
          <TalkComposer talk={talk} label={t('talk.write')} />
          <EndButton talk={talk} />
        </div>
      </div>
    </Page>
  )
}

function SoundAndPicture({ model, name }: { model: PsychologistTalk; name: string }) {
  const view = model.call.value
  if (!view?.isStarted) {
    return (
      <p>
        <button type="button" class="button button--primary button--large" onClick={() => void model.goBack()}>
          {p('call.go-back')}
        </button>
      </p>
    )
  }
  return (
    <CallPanel
      stream={view.stream}
      other={view.other}
      mine={view.mine}
      ownPicture={view.ownPicture}
      onMute={model.mute}
      onSound={model.turnOnSound}
      onPicture={model.show}
      words={{
        label: p('call.label', { name }),
        state: p(stateOf(view), { name }),
        otherHasNoPicture: view.way === 'looking' ? '' : p('call.no-picture', { name }),
        otherIsMuted: p('call.muted', { name }),
        mute: p('call.mute'),
        unmute: p('call.unmute'),
        soundOn: p('call.sound-on'),
        ...pictureWords(),
        own: p('call.own'),
        hear: p('call.hear'),
      }}
    >
      <Beside view={view} model={model} name={name} />
    </CallPanel>
  )
}

function Beside({ view, model, name }: { view: CallView; model: PsychologistTalk; name: string }) {
  const { problem, letGo, words } = view
  return (
    <>
      {problem && <p class="notice">{p(`call.problem.${problem}`)}</p>}
      {letGo && (
        <div class="notice">
          <p>{p('call.let-go')}</p>
          <button type="button" class="button" onClick={() => model.show(letGo)}>
            {p('call.let-go-back')}
          </button>
        </div>
      )}
      {words === 'forged' && (
        <p role="alert" class="notice notice--warm">
          {p('call.forged')}
        </p>
      )}
      {words && words !== 'forged' && <p class="field__hint">{p('call.words', { words: words.join(' · '), name })}</p>}
    </>
  )
}

function stateOf({ way, quality }: CallView): PsychologistKey {
  if (way !== 'connected') return `call.${way}`
  return quality === 'good' ? 'call.connected' : `call.${quality}`
}
