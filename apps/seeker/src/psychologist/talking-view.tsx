/** Sound and picture of a talk. The words beside them always work. */
import { CallPanel } from '@houvast/ui/call-panel.tsx'
import { EndButton } from '../talk/end-button.tsx'
import { Forged } from '../talk/forged.tsx'
import { PlanTogether } from '../talk/plan-together.tsx'
import { type PsychologistKey, p } from './messages.ts'
import { pictureWords } from './picture-words.ts'
import type { PsychologistTalk } from './psychologist-talk.ts'
import { ThirdPerson } from './third-person.tsx'

type CallView = NonNullable<PsychologistTalk['call']['value']>

export function TalkingView({ model, name }: { model: PsychologistTalk; name: string }) {
  const { talk } = model
  return (
    <>
      {talk.view.value?.isForged && <Forged />}
      <ThirdPerson model={model} name={name} />
      <SoundAndPicture model={model} name={name} />
      <div class="talk__ways">
        <PlanTogether talk={talk} name={name} />
        <EndButton talk={talk} />
      </div>
    </>
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
      beside={besideOf(view)}
      mine={view.mine}
      ownPicture={view.ownPicture}
      onMute={model.mute}
      onSound={model.turnOnSound}
      onPicture={model.show}
      words={{
        label: p('call.label', { name }),
        state: p(view.isNotYet ? 'call.not-yet' : stateOf(view), { name }),
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
  const { problem, letGo, words, third } = view
  return (
    <>
      <div role="status" class="call__news">
        {problem && <p class="notice">{p(`call.problem.${problem}`)}</p>}
        {letGo && <p class="notice">{p('call.let-go')}</p>}
      </div>
      {letGo && (
        <p>
          <button type="button" class="button" onClick={() => model.show(letGo)}>
            {p('call.let-go-back')}
          </button>
        </p>
      )}
      {(words === 'forged' || view.beside?.words === 'forged') && (
        <p role="alert" class="notice notice--warm">
          {p('call.forged')}
        </p>
      )}
      {words && words !== 'forged' && <p class="field__hint">{p('call.words', { words: words.join(' · '), name })}</p>}
      {third && view.beside?.words && view.beside.words !== 'forged' && (
        <p class="field__hint">{p('call.words', { words: view.beside.words.join(' · '), name: third.name })}</p>
      )}
    </>
  )
}

/** Who was let in, beside the one who was there. */
function besideOf({ third, beside }: CallView) {
  if (!third || !beside) return undefined
  const { stream, other } = beside
  const { name } = third
  const words = {
    state: p(stateOf(beside), { name }),
    otherHasNoPicture: beside.way === 'looking' ? '' : p('call.no-picture', { name }),
    otherIsMuted: p('call.muted', { name }),
  }
  return { stream, other, words }
}

function stateOf({ way, quality }: Pick<CallView, 'way' | 'quality'>): PsychologistKey {
  if (way !== 'connected') return `call.${way}`
  return quality === 'good' ? 'call.connected' : `call.${quality}`
}
