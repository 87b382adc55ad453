/**
 * A call: the other side large, oneself small, and the few buttons there are. What is not there is said in words; sound
 * comes without a picture too. All words come from whoever uses it.
 */
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { MicIcon, MicOffIcon, VideoIcon } from './icon.tsx'
import './call-panel.css'

export type Picture = 'none' | 'avatar' | 'blurred' | 'camera'
const pictures: readonly Picture[] = ['none', 'avatar', 'blurred', 'camera']

export type CallPanelWords = {
  readonly label: string
  /** How it is with the connection, in a sentence. */
  readonly state: string
  readonly otherHasNoPicture: string
  readonly otherIsMuted: string
  readonly mute: string
  readonly unmute: string
  readonly soundOn: string
  readonly picture: string
  readonly pictures: Readonly<Record<Picture, string>>
  readonly own: string
  readonly hear: string
}

export type Other = {
  readonly stream: MediaStream | undefined
  readonly other: { readonly picture: Picture; readonly isMuted: boolean } | undefined
}

type OtherWords = Pick<CallPanelWords, 'state' | 'otherHasNoPicture' | 'otherIsMuted'>

export function CallPanel(props: {
  readonly stream: Other['stream']
  readonly other: Other['other']
  /** Somebody who was let in. */
  readonly beside?: (Other & { readonly words: OtherWords }) | undefined
  readonly mine: { readonly picture: Picture; readonly isMuted: boolean; readonly hasSound: boolean }
  readonly ownPicture: MediaStreamTrack | null
  readonly words: CallPanelWords
  readonly onMute: (isMuted: boolean) => void
  readonly onSound: () => void
  readonly onPicture: (picture: Picture) => Promise<void>
  readonly children?: ComponentChildren
}) {
  const { stream, other, beside, mine, ownPicture, words, onMute, onSound, onPicture, children } = props
  return (
    <section class="call" aria-label={words.label}>
      <div class="call__stages">
        <Stage stream={stream} other={other} words={words} hear={words.hear}>
          {ownPicture && <OwnPicture track={ownPicture} label={words.own} />}
        </Stage>
        {beside && <Stage stream={beside.stream} other={beside.other} words={beside.words} hear={words.hear} />}
      </div>
      <p class="call__state" role="status">
        {saidOf(other, words)}
      </p>
      {beside && (
        <p class="call__state" role="status">
          {saidOf(beside.other, beside.words)}
        </p>
      )}
      <div class="call__ways">
        {mine.hasSound ? (
          <button type="button" class="button" onClick={() => onMute(!mine.isMuted)}>
            {mine.isMuted ? <MicOffIcon /> : <MicIcon />}
            {mine.isMuted ? words.unmute : words.mute}
          </button>
        ) : (
          <button type="button" class="button button--primary" onClick={onSound}>
            <MicIcon />
            {words.soundOn}
          </button>
        )}
        <PictureLadder picture={mine.picture} words={words} onPicture={onPicture} />
      </div>
      {children}
    </section>
  )
}

const saidOf = (other: Other['other'], words: OtherWords) =>
  other?.isMuted ? `${words.state} ${words.otherIsMuted}` : words.state

function Stage(
  props: Other & { readonly words: OtherWords; readonly hear: string; readonly children?: ComponentChildren },
) {
  const { stream, other, words, hear, children } = props
  const hasPicture = other !== undefined && other.picture !== 'none'
  return (
    <div class={`call__stage ${hasPicture ? 'call__stage--picture' : ''}`}>
      <Stream stream={stream} isHidden={!hasPicture} hear={hear} />
      {!hasPicture && <p class="call__none">{words.otherHasNoPicture}</p>}
      {children}
    </div>
  )
}

/** How much one shows of oneself, from nothing to everything; each step is a choice of its own. */
export function PictureLadder(props: {
  readonly picture: Picture
  readonly words: Pick<CallPanelWords, 'picture' | 'pictures'>
  readonly onPicture: (picture: Picture) => Promise<void>
}) {
  const { picture, words, onPicture } = props
  /** Until the camera is there, or is not, what was chosen stays chosen. */
  const wanted = useSignal<Picture | undefined>(undefined)
  async function choose(one: Picture) {
    wanted.value = one
    await onPicture(one)
    if (wanted.peek() === one) wanted.value = undefined
  }
  return (
    <fieldset class="call__ladder">
      <legend>
        <VideoIcon />
        {words.picture}
      </legend>
      {pictures.map((one) => (
        <label key={one} class="call__rung">
          <input
            type="radio"
            name="own-picture"
            checked={(wanted.value ?? picture) === one}
            onChange={() => void choose(one)}
          />
          {words.pictures[one]}
        </label>
      ))}
    </fieldset>
  )
}

/** Sound and picture of the other side. A browser may want a tap before it lets anything be heard. */
function Stream({ stream, isHidden, hear }: { stream: MediaStream | undefined; isHidden: boolean; hear: string }) {
  const video = useRef<HTMLVideoElement>(null)
  const isSilenced = useSignal(false)
  const play = () =>
    void video.current?.play().then(
      () => {
        isSilenced.value = false
      },
      (error: unknown) => {
        isSilenced.value = error instanceof DOMException && error.name === 'NotAllowedError'
      },
    )
  useEffect(() => {
    if (!video.current || video.current.srcObject === (stream ?? null)) return
    video.current.srcObject = stream ?? null
    if (stream) play()
  }, [stream])
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: what is said in a live talk has no captions; the text beside it is there for that. */}
      <video ref={video} class="call__other" autoplay playsInline hidden={isHidden} />
      {isSilenced.value && (
        <button type="button" class="button button--primary call__hear" onClick={play}>
          {hear}
        </button>
      )}
    </>
  )
}

/** As the other side sees oneself, mirrored. */
export function OwnPicture({ track, label }: { track: MediaStreamTrack; label: string }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (!video.current) return
    video.current.srcObject = new MediaStream([track])
    void video.current.play().catch(() => {})
  }, [track])
  return <video ref={video} class="call__own" autoplay playsInline muted aria-label={label} />
}
