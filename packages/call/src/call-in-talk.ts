/**
 * A call inside a sealed conversation: what the log brings goes to the call, what the call says goes into the log, and
 * this device's own sound and picture go along. Both sides use it; who takes the talk begins.
 */
import type { Heard } from '@houvast/sealed/heard'
import type { Picture } from './beat.ts'
import { Call, type CallView, noCallYet } from './call.ts'
import { createOwnMedia, type MediaProblem } from './own-media.ts'
import { type Relay, relayedConnection, renewRelays } from './relayed-connection.ts'

export type CallInTalkView = CallView & {
  readonly isStarted: boolean
  readonly mine: { readonly picture: Picture; readonly isMuted: boolean; readonly hasSound: boolean }
  /** What goes out as a picture, to be seen by oneself. */
  readonly ownPicture: MediaStreamTrack | null
  readonly problem: MediaProblem | undefined
  /** The connection could not carry this picture; one tap brings it back. */
  readonly letGo: Picture | undefined
}

export type CallInTalk = ReturnType<typeof createCallInTalk>

export function createCallInTalk(ports: {
  readonly begins: boolean
  readonly myKid: string
  readonly say: (text: string) => void
  readonly isReachable: () => boolean
  readonly relays: () => Promise<readonly Relay[]>
  readonly wordList: () => Promise<readonly string[]>
  readonly onChange: (view: CallInTalkView) => void
}) {
  const media = createOwnMedia(() => goesOut())
  let heardUpTo = 0
  let view: CallInTalkView = {
    ...noCallYet,
    isStarted: false,
    mine: { picture: 'none', isMuted: false, hasSound: false },
    ownPicture: null,
    problem: undefined,
    letGo: undefined,
  }

  const call = new Call({
    ...ports,
    createConnection: async () => relayedConnection(await ports.relays()),
    renew: async (connection) => renewRelays(connection, await ports.relays()),
    now: () => performance.now(),
    onChange(next) {
      tell(next)
      if (next.quality === 'bad' && media.picture !== 'none') void letGo()
    },
  })

  function tell(change: Partial<CallInTalkView>) {
    view = { ...view, ...change }
    ports.onChange(view)
  }

  function goesOut() {
    const { picture, isMuted, hasSound, tracks } = media
    tell({ mine: { picture, isMuted, hasSound }, ownPicture: tracks.picture })
    void call.send(tracks, { picture, isMuted: isMuted || !hasSound })
  }

  /** Under this the picture stands in the way of the voice. */
  async function letGo() {
    const { picture } = media
    await media.show('none')
    tell({ letGo: picture })
  }

  return {
    get view() {
      return view
    },
    /** For a look at its figures. */
    get connection() {
      return call.connection
    },
    /** Before anybody answers, so that it takes no time then. */
    warm: () => call.warm(),
    async turnOnSound() {
      tell({ problem: await media.turnOnSound() })
      goesOut()
    },
    mute: (isMuted: boolean) => media.mute(isMuted),
    async show(picture: Picture) {
      tell({ problem: await media.show(picture), letGo: undefined })
    },
    /** What was said before this page began is about connections that are no more. */
    start(from: { readonly heardUpTo: number; readonly isReturn: boolean }) {
      if (view.isStarted) return
      heardUpTo = from.heardUpTo
      tell({ isStarted: true })
      goesOut()
      call.start(from)
    },
    hear(log: readonly Heard[]) {
      if (!view.isStarted) return
      for (const one of log) {
        if (one.seq <= heardUpTo) continue
        heardUpTo = one.seq
        if (one.kind === 'message' && one.type === 'call' && one.from.kid !== ports.myKid) void call.hear(one.text)
      }
    },
    end() {
      call.end()
      media.stop()
      tell({ isStarted: false, stream: undefined, way: 'looking' })
    },
  }
}
