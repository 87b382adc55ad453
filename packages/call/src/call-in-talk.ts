/**
 * A call inside a sealed conversation: what the log brings goes to the call, what the call says goes into the log, and
 * this device's own sound and picture go along. Both sides use it; who takes the talk begins. With a third there is one
 * call for each pair, and none with somebody who is not welcome (Z9).
 */
import type { Heard, HeardMessage, MemberView } from '@houvast/sealed/heard'
import type { Picture } from './beat.ts'
import { Call, type CallView, noCallYet } from './call.ts'
import { readSignal, writeSignal } from './call-signal.ts'
import { createOwnMedia, type MediaProblem } from './own-media.ts'
import { type Relay, relayedConnection, renewRelays } from './relayed-connection.ts'
import { nextThird, type Third } from './third-person.ts'

export type CallInTalkView = CallView & {
  readonly isStarted: boolean
  readonly mine: { readonly picture: Picture; readonly isMuted: boolean; readonly hasSound: boolean }
  /** What goes out as a picture, to be seen by oneself. */
  readonly ownPicture: MediaStreamTrack | null
  readonly problem: MediaProblem | undefined
  /** The connection could not carry this picture; one tap brings it back. */
  readonly letGo: Picture | undefined
  /** Who took the talk writes first; nobody hears or sees anybody. */
  readonly isNotYet: boolean
  /** Who was asked to join, and whether they may. */
  readonly third: Third | undefined
  readonly isThirdIn: boolean
  /** The call with the third; for the third, the one with the helper. */
  readonly beside: CallView | undefined
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
  let started: { readonly heardUpTo: number; readonly isReturn: boolean } | undefined
  let readUpTo = 0
  let members: readonly MemberView[] = []
  let turn: Promise<void> = Promise.resolve()
  let view: CallInTalkView = {
    ...noCallYet,
    isStarted: false,
    mine: { picture: 'none', isMuted: false, hasSound: false },
    ownPicture: null,
    problem: undefined,
    letGo: undefined,
    isNotYet: false,
    third: undefined,
    isThirdIn: false,
    beside: undefined,
  }
  const kidOf = (role: MemberView['role']) => members.find((member) => member.role === role)?.kid
  const isGuest = () => kidOf('reader') === ports.myKid
  const call = callWith(
    ports.begins,
    () => (isGuest() || kidOf('helper') === ports.myKid ? kidOf('seeker') : kidOf('helper')),
    (next) => tell(next),
  )
  let beside: Call | undefined

  function callWith(begins: boolean, otherKid: () => string | undefined, show: (next: CallView) => void): Call {
    return new Call({
      ...ports,
      begins,
      otherKid,
      createConnection: async () => relayedConnection(await ports.relays()),
      renew: async (connection) => renewRelays(connection, await ports.relays()),
      now: () => performance.now(),
      onChange(next) {
        show(next)
        if (next.way === 'connected' && next.quality === 'bad' && media.picture !== 'none') void letGo()
      },
    })
  }

  function tell(change: Partial<CallInTalkView>) {
    view = { ...view, ...change }
    ports.onChange(view)
  }

  function goesOut() {
    const { picture, isMuted, hasSound, tracks } = media
    tell({ mine: { picture, isMuted, hasSound }, ownPicture: tracks.picture })
    for (const one of [call, beside]) void one?.send(tracks, { picture, isMuted: isMuted || !hasSound })
  }

  /** Under this the picture stands in the way of the voice. */
  async function letGo() {
    const { picture } = media
    await media.show('none')
    tell({ letGo: picture })
  }

  /** By the name in the key book: a yes to one name is none to another. */
  const isIn = (third: Third | undefined) =>
    members.some(({ role, kid, name }) => role === 'reader' && kid === third?.kid && name === third.name)

  /** For who is brought in, the helper; for the two, whoever is welcome and in. */
  function kidBeside(): string | undefined {
    if (isGuest()) return kidOf('helper')
    const { third } = view
    return third?.is === 'welcome' && isIn(third) ? third.kid : undefined
  }

  function talkBeside(isReturn: boolean) {
    if (beside || !started || kidBeside() === undefined) return
    beside = callWith(isGuest(), kidBeside, (next) => tell({ beside: next }))
    goesOut()
    beside.start({ isReturn })
  }

  /** Whoever is not in any more, or not welcome, is not heard from this moment. */
  function lookBeside() {
    if (view.isThirdIn !== isIn(view.third)) tell({ isThirdIn: isIn(view.third) })
    if (!beside || kidBeside() !== undefined) return
    beside.end()
    beside = undefined
    tell({ beside: undefined })
  }

  function holdOn(said: 'not-yet' | 'description') {
    if (view.isNotYet !== (said === 'not-yet')) tell({ isNotYet: said === 'not-yet' })
    if (view.isNotYet && started && !ports.begins) call.holdOn()
  }

  async function hearOne(one: HeardMessage) {
    const signal = await readSignal(one.text)
    if (!signal) return
    if (signal.kind === 'ask-third' || signal.kind === 'third') {
      const third = nextThird(view.third, signal, { role: one.from.role, seq: one.seq })
      if (third !== view.third) tell({ third })
      return lookBeside()
    }
    if (one.from.role === 'helper' && (signal.kind === 'not-yet' || signal.kind === 'description')) holdOn(signal.kind)
    if (!started || one.seq <= started.heardUpTo || one.from.kid === ports.myKid) return
    const isMain = one.from.role === 'seeker' || (one.from.role === 'helper' && !isGuest())
    if (isMain) return void call.hear(one.text)
    if (one.from.kid !== kidBeside()) return
    // Whoever is brought in begins when they are ready; until then there is nothing to listen to.
    talkBeside(false)
    void beside?.hear(one.text)
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
      if (started) return
      started = from
      tell({ isStarted: true })
      goesOut()
      call.start(from)
      if (view.isNotYet && !ports.begins) call.holdOn()
      turn = turn.then(() => {
        if (from.isReturn || isGuest()) talkBeside(from.isReturn)
      })
    },
    hear({ heard, members: now }: { readonly heard: readonly Heard[]; readonly members: readonly MemberView[] }) {
      members = now
      for (const one of heard) {
        if (one.seq <= readUpTo || one.kind !== 'message' || one.type !== 'call') continue
        readUpTo = one.seq
        turn = turn.then(() => hearOne(one)).catch(() => {})
      }
      turn = turn.then(lookBeside)
    },
    /** Who took the talk begins later. */
    notYet: async () => ports.say(await writeSignal({ kind: 'not-yet' })),
    /** The helper asks; the seeker answers, and may take it back. */
    askThird: async (kid: string, name: string) =>
      ports.say(await writeSignal({ kind: 'ask-third', third: kid, name })),
    async answerThird(isWelcome: boolean) {
      const { third } = view
      if (!third) return
      if (!isWelcome) {
        // At once, whether or not anybody can be told now.
        tell({ third: { ...third, is: 'refused' } })
        lookBeside()
      }
      ports.say(await writeSignal({ kind: 'third', third: third.kid, isWelcome }))
    },
    end() {
      call.end()
      beside?.end()
      beside = undefined
      media.stop()
      started = undefined
      tell({ isStarted: false, stream: undefined, way: 'looking', beside: undefined })
    },
  }
}
