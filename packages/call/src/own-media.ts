/**
 * What goes out of this device: sound, and one picture of the ladder (nothing, a drawn face that moves with the voice,
 * a blur, the camera). The camera is asked for only when somebody turns it on, and let go of when they turn it off.
 */
import type { Picture } from './beat.ts'
import { blurredPicture } from './blurred-picture.ts'
import { drawnFace } from './drawn-face.ts'

export type Tracks = { readonly sound: MediaStreamTrack | null; readonly picture: MediaStreamTrack | null }

/** `denied`: the person or the browser said no. `missing`: there is none. `taken`: another program has it. */
export type MediaProblem = 'denied' | 'missing' | 'taken'

export type OwnMedia = ReturnType<typeof createOwnMedia>

const sound = { echoCancellation: true, noiseSuppression: true, autoGainControl: true } as const
const camera = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 24, max: 30 },
  facingMode: 'user',
} as const

export function createOwnMedia(onChange: () => void) {
  let microphone: MediaStream | undefined
  let shown: { readonly picture: Picture; readonly track: MediaStreamTrack; stop(): void } | undefined
  let isMuted = false

  async function turnOnSound(): Promise<MediaProblem | undefined> {
    if (microphone) return undefined
    const got = await ask({ audio: sound })
    if (typeof got === 'string') return got
    microphone = got
    mute(isMuted)
    return undefined
  }

  function mute(next: boolean) {
    isMuted = next
    for (const track of microphone?.getAudioTracks() ?? []) track.enabled = !next
    onChange()
  }

  async function show(picture: Picture): Promise<MediaProblem | undefined> {
    if (picture === (shown?.picture ?? 'none')) return undefined
    const next = await make(picture)
    if (typeof next === 'string') return next
    shown?.stop()
    shown = next
    onChange()
    return undefined
  }

  async function make(picture: Picture): Promise<typeof shown | MediaProblem> {
    if (picture === 'none') return undefined
    if (picture === 'avatar') return { picture, ...drawnFace(microphone) }
    const got = await ask({ video: camera })
    if (typeof got === 'string') return got
    const [track] = got.getVideoTracks()
    if (!track) return 'missing'
    if (picture === 'camera') return { picture, track, stop: () => track.stop() }
    return { picture, ...blurredPicture(track) }
  }

  return {
    turnOnSound,
    mute,
    show,
    get isMuted() {
      return isMuted
    },
    get hasSound() {
      return microphone !== undefined
    },
    get picture(): Picture {
      return shown?.picture ?? 'none'
    },
    get tracks(): Tracks {
      return { sound: microphone?.getAudioTracks()[0] ?? null, picture: shown?.track ?? null }
    },
    stop() {
      shown?.stop()
      shown = undefined
      for (const track of microphone?.getTracks() ?? []) track.stop()
      microphone = undefined
    },
  }
}

async function ask(constraints: MediaStreamConstraints): Promise<MediaStream | MediaProblem> {
  if (!navigator.mediaDevices) return 'missing'
  try {
    return await navigator.mediaDevices.getUserMedia(constraints)
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
    return name === 'NotReadableError' || name === 'AbortError' ? 'taken' : 'missing'
  }
}
