/** Sound and picture of a talk, as the professional has them. */
import { CallPanel } from '@houvast/ui/call-panel.tsx'
import { type MessageKey, t } from '../messages.ts'
import { BringIn, helperIn, Invited } from './bring-in.tsx'
import type { Desk } from './desk.ts'
import type { DeskCall } from './desk-call.ts'
import type { DeskTalk } from './desk-talk.ts'

type Props = { readonly desk: Desk; readonly call: DeskCall; readonly talk: DeskTalk }
type View = NonNullable<DeskCall['view']['value']>

export function DeskCallView({ desk, call, talk, name }: Props & { name: string }) {
  const view = call.view.value
  if (!view?.isStarted && talk.isGuest.value) return <Invited desk={desk} call={call} talk={talk} />
  if (!view?.isStarted) {
    const isNotYet = view?.isNotYet === true
    const goOn = () => {
      void call.turnOnSound()
      call.start({ heardUpTo: talk.talk.heard, isReturn: !isNotYet })
    }
    return (
      <div>
        <p role="status">{isNotYet && t('desk.call.not-yet', { name })}</p>
        <button type="button" class="button button--primary" onClick={goOn}>
          {t(isNotYet ? 'desk.call.begin' : 'desk.call.back')}
        </button>
      </div>
    )
  }
  return (
    <CallPanel
      stream={view.stream}
      other={view.other}
      beside={besideOf(view, talk)}
      mine={view.mine}
      ownPicture={view.ownPicture}
      onMute={call.mute}
      onSound={() => void call.turnOnSound()}
      onPicture={call.show}
      words={{
        label: t('desk.call.label', { name }),
        state: t(stateOf(view), { name }),
        otherHasNoPicture: t('desk.call.no-picture', { name }),
        otherIsMuted: t('desk.call.muted', { name }),
        mute: t('desk.call.mute'),
        unmute: t('desk.call.unmute'),
        soundOn: t('desk.call.sound-on'),
        picture: t('desk.call.picture'),
        pictures: {
          none: t('desk.call.picture.none'),
          avatar: t('desk.call.picture.avatar'),
          blurred: t('desk.call.picture.blurred'),
          camera: t('desk.call.picture.camera'),
        },
        own: t('desk.call.own'),
        hear: t('desk.call.hear'),
      }}
    >
      {view.problem && <p class="notice">{t(`desk.call.problem.${view.problem}`)}</p>}
      {view.letGo && <LetGo picture={view.letGo} onBack={call.show} />}
      {view.words === 'forged' || view.beside?.words === 'forged' ? (
        <p role="alert" class="notice notice--warm">
          {t('desk.call.forged')}
        </p>
      ) : (
        view.words && <p class="field__hint">{t('desk.call.words', { words: view.words.join(' · ') })}</p>
      )}
      {view.beside?.words && view.beside.words !== 'forged' && (
        <p class="field__hint">
          {t('desk.call.words-of', { name: nameBeside(view, talk), words: view.beside.words.join(' · ') })}
        </p>
      )}
      {!talk.isGuest.value && <BringIn desk={desk} call={call} talk={talk} name={name} />}
    </CallPanel>
  )
}

/** For who was brought in, the helper; for the helper, who was brought in. */
const nameBeside = ({ third }: View, talk: DeskTalk) => (talk.isGuest.value ? helperIn(talk) : third?.name) ?? ''

function besideOf(view: View, talk: DeskTalk) {
  if (!view.beside) return undefined
  const { stream, other } = view.beside
  const name = nameBeside(view, talk)
  const words = {
    state: t(stateOf(view.beside), { name }),
    otherHasNoPicture: t('desk.call.no-picture', { name }),
    otherIsMuted: t('desk.call.muted', { name }),
  }
  return { stream, other, words }
}

function stateOf({ way, quality }: Pick<View, 'way' | 'quality'>): MessageKey {
  if (way !== 'connected') return `desk.call.${way}`
  return quality === 'good' ? 'desk.call.connected' : `desk.call.${quality}`
}

type Picture = View['mine']['picture']

function LetGo({ picture, onBack }: { picture: Picture; onBack: (picture: Picture) => unknown }) {
  return (
    <div class="notice" role="status">
      <p>{t('desk.call.let-go')}</p>
      <button type="button" class="button" onClick={() => void onBack(picture)}>
        {t('desk.call.let-go-back')}
      </button>
    </div>
  )
}
