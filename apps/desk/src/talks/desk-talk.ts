/** One of a helper's conversations. */
import { Talk } from '@houvast/connection/talk'
import type { TalkView } from '@houvast/connection/talk-view'
import { uuidV7 } from '@houvast/connection/uuid-v7'
import type { ConversationNewsFrame } from '@houvast/protocol/conversation-frames'
import { readIntake } from '@houvast/protocol/intake'
import type { ConversationLog } from '@houvast/sealed/conversation-log'
import type { StaffMember } from '@houvast/sealed/key-book'
import type { Kid } from '@houvast/sealed/kid'
import { computed, signal } from '@preact/signals'
import type { DeskCall } from './desk-call.ts'
import { memoryOutbox } from './memory-outbox.ts'
import { createThirdKeeper } from './third-keeper.ts'

export type DeskTalk = ReturnType<typeof createDeskTalk>

type Begin = {
  readonly conversation: string
  readonly nickname: string | undefined
  readonly log: ConversationLog
  readonly kid: string
  readonly send: (frame: object) => boolean
  /** Sound and picture, on a line that has them. */
  readonly call: DeskCall | undefined
  readonly colleague: (kid: string) => Promise<StaffMember | undefined>
}

export function createDeskTalk({ conversation, nickname, log, kid, send, call, colleague }: Begin) {
  const view = signal<TalkView | undefined>(undefined)
  const readUpTo = signal(0)
  const talk = new Talk({
    ...{ conversation, log, send },
    myKid: kid,
    outbox: memoryOutbox(),
    lock: (work) => work(),
    onChange(next) {
      view.value = next
      call?.hear(next)
      void thirds.keep(call?.view.peek()?.third)
    },
    newId: () => uuidV7(Date.now()),
  })
  const thirds = createThirdKeeper({ talk, log, myKid: kid, colleague })
  // What the seeker says about a third is read a moment after it was heard.
  call?.onThird((third) => void thirds.keep(third))
  const shown = computed(() => view.value ?? talk.view)

  return {
    id: conversation,
    ...{ talk, log, call, kid },
    view: shown,
    draft: signal(''),
    /** Brought in by a colleague: the talk is theirs. */
    isGuest: computed(() => shown.value.members.some((one) => one.kid === kid && one.role === 'reader')),
    letGo: (guest: string) => talk.change(() => log.leave(guest as Kid)),
    leave: () => talk.change(() => log.leave(kid as Kid)),
    /** What the seeker wants to be called, from the intake. */
    nickname: computed(() => nickname ?? nicknameIn(shown.value)),
    unread: computed(() => shown.value.heard.filter((one) => one.seq > readUpTo.value && isFromSeeker(one)).length),
    hear: (frame: ConversationNewsFrame) => talk.receive(frame),
    read() {
      readUpTo.value = talk.heard
      talk.read()
    },
  }
}

type Heard = TalkView['heard'][number]

const isFromSeeker = (one: Heard) => one.kind === 'message' && one.from.role === 'seeker' && one.type === 'say'

function nicknameIn({ heard }: TalkView): string | undefined {
  const intake = heard.find((one) => one.kind === 'message' && one.type === 'intake')
  return intake?.kind === 'message' ? readIntake(intake.text).nickname : undefined
}
