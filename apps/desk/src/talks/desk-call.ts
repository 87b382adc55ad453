/** Sound and picture of one talk at the desk: made when it rings, so that it stands ready when one says yes. */
import { type CallInTalkView, createCallInTalk } from '@houvast/call/call-in-talk'
import type { TalkView } from '@houvast/connection/talk-view'
import { signal } from '@preact/signals'
import { deskApi } from '../desk-api.ts'

export type DeskCall = ReturnType<typeof createDeskCall>

export function createDeskCall(conversation: string, myKid: string) {
  const view = signal<CallInTalkView | undefined>(undefined)
  let say: (text: string) => void = () => {}
  let isConnected = () => false
  let hearThird: (third: CallInTalkView['third']) => void = () => {}
  /** Somebody was taken just now: how to begin as soon as this side may write in the talk. */
  let whenIn: 'talk' | 'write' | undefined
  const call = createCallInTalk({
    begins: true,
    myKid,
    say: (text) => say(text),
    isReachable: () => isConnected(),
    async relays() {
      const answer = await deskApi.relays()
      return answer.ok ? answer.value.relays : []
    },
    wordList: async () => (await import('@houvast/i18n/spoken-words.json')).default,
    onChange(next) {
      const before = view.peek()?.third
      view.value = next
      if (next.third !== before) hearThird(next.third)
    },
  })

  return {
    conversation,
    view,
    ...{
      show: call.show,
      mute: call.mute,
      turnOnSound: call.turnOnSound,
      start: call.start,
      askThird: call.askThird,
    },
    get connection() {
      return call.connection
    },
    /** A connection that is ready, and the microphone: it rings. */
    warm() {
      call.warm()
      void call.turnOnSound()
    },
    join(talk: { readonly call: (text: string) => unknown }, isConnectedNow: () => boolean) {
      say = (text) => void talk.call(text)
      isConnected = isConnectedNow
    },
    onThird(hear: typeof hearThird) {
      hearThird = hear
    },
    /** One said yes. `write`: sound and picture begin later. */
    accepted(how: 'talk' | 'write') {
      whenIn = how
    },
    hear(now: TalkView) {
      const { phase, heard, members } = now
      if (whenIn && members.some(({ kid }) => kid === myKid)) {
        if (whenIn === 'talk') call.start({ heardUpTo: heard.at(-1)?.seq ?? 0, isReturn: false })
        else void call.notYet()
        whenIn = undefined
      }
      call.hear(now)
      if (phase === 'ended' || phase === 'erased') call.end()
    },
    end: () => call.end(),
  }
}
