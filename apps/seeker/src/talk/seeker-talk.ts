/**
 * A seeker's conversation with one line, as the page knows it: nothing yet, waiting, talking, ended, erased. All
 * decisions are here; the views only show them. What seals and connects is fetched when it is needed.
 */
import type { Answer } from '@houvast/connection/ask-json'
import type { ConnectionState } from '@houvast/connection/staying-connected'
import type { TalkView } from '@houvast/connection/talk-view'
import type { KeptConversation } from '@houvast/device-store/device-database'
import type { FromSeeker } from '@houvast/protocol/seeker-frames'
import { canSeal } from '@houvast/sealed/can-seal'
import { batch, computed, signal } from '@preact/signals'
import { device } from '../device/device.ts'
import type { OpenTalk, QueueNews, RingNews } from './open-talk.ts'
import { overdue } from './overdue.ts'

/** `unable`: this browser cannot seal, so nothing may be written in it. */
export type Step = 'looking' | 'unable' | 'intake' | 'starting' | 'waiting' | 'talking' | 'ended' | 'erased' | 'gone'

const beginning = () => import('./begin-conversation.ts')
const opening = () => import('./open-talk.ts')

const isRead = (view: TalkView | undefined) =>
  view !== undefined && (view.broken !== undefined || (view.phase !== undefined && view.members.length > 0))

export type SeekerTalk = ReturnType<typeof createSeekerTalk>

/** What a line with more than words wants to hear beside the conversation. */
export type Beside = {
  readonly ring?: (news: RingNews) => void
  readonly linked?: () => void
  readonly seen?: (view: TalkView) => void
}

export function createSeekerTalk(line: string, beside: Beside = {}) {
  const view = signal<TalkView | undefined>(undefined)
  const before = signal<'looking' | 'unable' | 'intake' | 'starting' | 'open' | 'gone'>('looking')
  const problem = signal<string | undefined>(undefined)
  const connection = signal<ConnectionState>('stopped')
  const queue = signal<QueueNews | undefined>(undefined)
  const receipt = signal<string | undefined>(undefined)
  const draft = signal('')
  const late = overdue(view, () => Date.now())
  let conversation: KeptConversation | undefined
  let opened: OpenTalk | undefined

  const step = computed((): Step => {
    if (receipt.value) return 'erased'
    if (before.value !== 'open') return before.value
    // After a reload nothing is known yet, not even whether one waits; and nothing can be sealed before the log is read.
    if (!isRead(view.value)) return 'looking'
    const phase = view.value?.phase
    if (phase === 'active') return 'talking'
    if (phase === 'ended') return 'ended'
    return 'waiting'
  })

  /** Runs a step towards a conversation; whatever stands in its way is said beside the words, which stay. */
  async function towards(work: () => Promise<void>) {
    try {
      await work()
    } catch (error) {
      const isNotLoaded = error instanceof TypeError
      stopAtIntake(isNotLoaded ? 'unreachable' : 'device-keeps-nothing')
    }
  }

  function stopAtIntake(reason: string | undefined) {
    batch(() => {
      problem.value = reason
      before.value = 'intake'
    })
  }

  /** A conversation that this device has with the line goes on where it was, also one that was about to begin. */
  const look = () =>
    towards(async () => {
      const { conversations } = await device()
      const found = await conversations.ofLine(line)
      if (!found && (await canSeal())) return stopAtIntake(undefined)
      if (!found) {
        before.value = 'unable'
        return
      }
      if (!found.start) return open(found)
      before.value = 'starting'
      await settle(await (await beginning()).askForPlace(found, conversations))
    })

  const begin = (intake: string) =>
    towards(async () => {
      batch(() => {
        before.value = 'starting'
        problem.value = undefined
      })
      const { conversations } = await device()
      const { beginConversation } = await beginning()
      // Two tabs that begin at once begin one conversation.
      await navigator.locks.request(`houvast-begin-${line}`, async () => {
        const other = await conversations.ofLine(line)
        if (other && !other.start) await open(other)
        else await settle(await beginConversation(line, intake, conversations))
      })
    })

  const settle = async (answer: Answer<KeptConversation>) =>
    answer.ok ? open(answer.value) : stopAtIntake(answer.why.reason)

  async function open(kept: KeptConversation) {
    const { openTalk } = await opening()
    conversation = kept
    opened = openTalk(kept, await device(), {
      view(next) {
        view.value = next
        beside.seen?.(next)
        if (next.phase === 'erased') void forget(next.receipt)
      },
      connection(state) {
        connection.value = state
        if (state === 'stopped' && opened && step.value !== 'erased') before.value = 'gone'
      },
      queue(news) {
        queue.value = news
      },
      ...beside,
    })
    batch(() => {
      view.value = opened?.talk.view
      before.value = 'open'
      // What stood there was the intake, and is sealed now; in the room the box begins empty.
      draft.value = ''
    })
  }

  /** «Wis dit gesprek»: on the server, and here. `false`: not now, and nothing is changed. */
  async function erase(): Promise<boolean> {
    const answer = await opened?.erase()
    if (answer?.ok) await forget(answer.value.receipt)
    else if (answer?.why.reason === 'not-found') await forget(undefined)
    else return false
    return true
  }

  async function forget(withReceipt: string | undefined) {
    leave()
    batch(() => {
      receipt.value = withReceipt
      if (!withReceipt) before.value = 'gone'
    })
    if (conversation) await (await device()).conversations.forget(conversation.id)
  }

  /** Ended and read: a new conversation with this line can begin. */
  async function beginAnew() {
    leave()
    if (conversation) await (await device()).conversations.forget(conversation.id)
    conversation = undefined
    batch(() => {
      view.value = undefined
      receipt.value = undefined
      queue.value = undefined
      before.value = 'intake'
    })
  }

  function leave() {
    const closing = opened
    opened = undefined
    closing?.close()
    late.stop()
  }

  return {
    ...{ line, step, view, problem, connection, queue, receipt, draft },
    kept: () => conversation,
    send: (frame: FromSeeker) => opened?.send(frame) ?? false,
    call: (text: string) => void opened?.talk.call(text),
    heardUpTo: () => opened?.talk.heard ?? 0,
    isLate: late.isLate,
    ...{ look, begin, erase, beginAnew, leave },
    /** Fetches ahead what the next step needs: somebody is about to begin. */
    prepare: () => void Promise.all([beginning(), opening()]).catch(() => {}),
    say: (text: string) => opened?.talk.say(text) ?? Promise.resolve(false),
    typing: (isTyping: boolean) => void opened?.talk.typing(isTyping),
    read: () => opened?.talk.read(),
    end: () => opened?.talk.end(),
  }
}
