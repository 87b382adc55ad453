/**
 * A talk with a professional as the seeker's page knows it: a sealed conversation, somebody who is looked for, and
 * sound and picture beside the words. All decisions are here; the views only show them.
 */
import { type CallInTalk, type CallInTalkView, createCallInTalk } from '@houvast/call/call-in-talk'
import { checkWay } from '@houvast/call/check-way'
import type { WayChecked } from '@houvast/call/way-verdict'
import type { TalkView } from '@houvast/connection/talk-view'
import { writeIntake } from '@houvast/protocol/intake'
import type { Choice } from '@houvast/protocol/talk-requests'
import type { Wishes } from '@houvast/rules/matching/match'
import type { SeekerKeys } from '@houvast/sealed/conversation-start'
import { computed, signal } from '@preact/signals'
import { device } from '../device/device.ts'
import type { RingNews } from '../talk/open-talk.ts'
import { createSeekerTalk } from '../talk/seeker-talk.ts'
import { talkApi } from './talk-api.ts'

export type PsychologistTalk = ReturnType<typeof createPsychologistTalk>

export function createPsychologistTalk(line: string) {
  const ring = signal<RingNews | undefined>(undefined)
  const choices = signal<readonly Choice[] | undefined>(undefined)
  const call = signal<CallInTalkView | undefined>(undefined)
  const way = signal<WayChecked | 'looking'>('looking')
  let wishes: { wishes: Wishes; only?: string } | undefined
  let inTalk: CallInTalk | undefined
  let wasWaiting = false
  /** An answer to a look before this one counts for nothing. */
  let looks = 0

  const talk = createSeekerTalk(line, {
    ring: (news) => hearRing(news),
    linked: () => find(),
    seen: (view) => follow(view),
  })

  /** Whoever is on the line, once somebody is. */
  const helper = computed(() => talk.view.value?.members.find(({ role }) => role === 'helper')?.name)

  function hearRing(news: RingNews) {
    ring.value = news
    choices.value = undefined
  }

  function follow(view: TalkView) {
    if (view.phase === 'waiting' && view.members.length > 0) {
      if (!wasWaiting) void readyUp()
      wasWaiting = true
    }
    if (view.phase === 'active' && wasWaiting && inTalk && !inTalk.view.isStarted) {
      // What is in the log up to here was said before there was anybody.
      inTalk.start({ heardUpTo: lastOfMembers(view), isReturn: false })
    }
    inTalk?.hear(view)
    if (view.phase === 'ended' || view.phase === 'erased') inTalk?.end()
  }

  /** In the waiting room: the microphone, a way through the relays, and a connection that stands ready. */
  async function readyUp() {
    const made = makeCall()
    made.warm()
    await made.turnOnSound()
    await lookAtWay()
  }

  async function lookAtWay() {
    way.value = 'looking'
    const mine = ++looks
    const shown = aMoment()
    await checkWay(await relays(), async (found) => {
      await shown
      if (mine === looks) way.value = found
    })
  }

  /** Ended, erased or gone: the microphone is let go of, and another talk from this page has a call of its own. */
  function letGoOfCall() {
    inTalk?.end()
    inTalk = undefined
    wasWaiting = false
    ring.value = undefined
  }

  const stopWatching = talk.step.subscribe((step) => {
    if (step === 'ended' || step === 'erased' || step === 'gone' || step === 'intake') letGoOfCall()
  })

  function makeCall(): CallInTalk {
    const kept = talk.kept()
    inTalk ??= createCallInTalk({
      begins: false,
      myKid: (kept?.keys as SeekerKeys | undefined)?.kid ?? '',
      say: talk.call,
      isReachable: () => talk.connection.value === 'connected',
      relays,
      wordList: async () => (await import('@houvast/i18n/spoken-words.json')).default,
      onChange(view) {
        call.value = view
      },
    })
    return inTalk
  }

  async function relays() {
    const kept = talk.kept()
    if (!kept) return []
    const answer = await talkApi.relays({ line, conversation: kept.id, secret: kept.secret })
    return answer.ok ? answer.value.relays : []
  }

  /** What matters to this person, again after each reconnect: the server keeps it no longer than it looks. */
  function find() {
    const kept = talk.kept()
    wishes ??= kept?.wishes as typeof wishes
    if (kept && wishes && talk.view.value?.phase !== 'active')
      talk.send({ type: 'find', conversation: kept.id, ...wishes })
  }

  async function lookFor(next: { wishes: Wishes; only?: string }) {
    wishes = next
    ring.value = undefined
    choices.value = undefined
    const kept = talk.kept()
    if (!kept) return
    await (await device()).conversations.keep({ ...kept, wishes: next })
    find()
  }

  return {
    ...{ line, talk, ring, choices, call, way, helper, lookFor, lookAtWay },
    wishes: () => wishes?.wishes,
    async begin(of: { wishes: Wishes; only?: string; nickname: string; words: string }) {
      wishes = { wishes: of.wishes, ...(of.only === undefined ? {} : { only: of.only }) }
      await talk.begin(writeIntake({ nickname: of.nickname, text: of.words }))
      const kept = talk.kept()
      if (kept) await (await device()).conversations.keep({ ...kept, wishes })
    },
    async choose(of: Wishes) {
      const answer = await talkApi.choices({ line, wishes: of })
      choices.value = answer.ok ? answer.value.choices : []
    },
    /** After a reload in the middle of a talk; a tap, so that the browser lets it sound. */
    async goBack() {
      const made = makeCall()
      await made.turnOnSound()
      // What was agreed before the page was loaded again is read out of the log.
      if (talk.view.value) made.hear(talk.view.value)
      made.start({ heardUpTo: talk.heardUpTo(), isReturn: true })
    },
    turnOnSound: () => void makeCall().turnOnSound(),
    /** Whether the one who was asked may join; may be taken back. */
    answerThird: (isWelcome: boolean) => void inTalk?.answerThird(isWelcome),
    mute: (isMuted: boolean) => inTalk?.mute(isMuted),
    show: (picture: CallInTalkView['mine']['picture']) => makeCall().show(picture),
    /** For a look at its figures. */
    get connection() {
      return inTalk?.connection
    },
    leave() {
      stopWatching()
      letGoOfCall()
      talk.leave()
    },
  }
}

/** So that an answer that is there at once is still seen to be a new one. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 600))

const lastOfMembers = ({ heard }: TalkView) => heard.findLast((one) => one.kind === 'members')?.seq ?? 0
