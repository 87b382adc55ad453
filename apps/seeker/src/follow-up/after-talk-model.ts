/** After a talk: what I want, and what became of it. When both said yes, this device begins the follow-up by itself. */
import type { KeptFollowUp, KeptFollowUps } from '@houvast/device-store/kept-follow-ups'
import type { Wish, WishSeen } from '@houvast/protocol/follow-up-requests'
import { signal } from '@preact/signals'
import type { FollowUpApi, Talk } from './follow-up-api.ts'

export type AfterStep =
  | 'looking'
  | 'asked'
  | 'waiting'
  | 'said-no'
  | 'not-going-on'
  /** There is a follow-up; `id` names it. */
  | 'begun'
  | 'keeps-nothing'

type Deps = {
  readonly api: Pick<FollowUpApi, 'wish' | 'create' | 'look'>
  readonly kept: KeptFollowUps
  readonly newId: () => string
  readonly newSecret: () => string
}

export type AfterTalkModel = ReturnType<typeof createAfterTalk>

export function createAfterTalk(talk: Talk, professionalName: string, { api, kept, newId, newSecret }: Deps) {
  const step = signal<AfterStep>('looking')
  const id = signal<string | undefined>(undefined)
  const problem = signal<string | undefined>(undefined)
  const isBusy = signal(false)

  async function ask(wish?: Wish) {
    if (isBusy.value) return
    isBusy.value = true
    try {
      // Kept before it is asked for: a lost answer costs nothing.
      const begun = await kept.beginningFrom(talk.conversation)
      if (begun && (await hasBegun(begun))) return
      const seen = await api.wish(talk, wish)
      problem.value = undefined
      if (seen.ok) await show(seen.value, begun)
      else if (seen.why.reason === 'not-found' || seen.why.reason === 'too-late') step.value = 'not-going-on'
      else problem.value = 'unreachable'
    } catch {
      step.value = 'keeps-nothing'
    } finally {
      isBusy.value = false
    }
  }

  async function show({ state, ticket }: WishSeen, begun: KeptFollowUp | undefined) {
    if (state !== 'agreed') {
      step.value = state
      return
    }
    if (!ticket) return
    const { line, conversation } = talk
    const mine = begun ?? { id: newId(), line, secret: newSecret(), professionalName, beginsFrom: conversation }
    await kept.keep(mine)
    const created = await api.create({ line, id: mine.id, secret: mine.secret }, ticket)
    if (created.ok) await begin(mine)
    else problem.value = 'unreachable'
  }

  async function hasBegun(mine: KeptFollowUp): Promise<boolean> {
    const found = await api.look({ line: mine.line, id: mine.id, secret: mine.secret })
    if (found.ok) await begin(mine)
    return found.ok
  }

  /** From here nothing on this device says which talk it came from. */
  async function begin({ beginsFrom: _, ...mine }: KeptFollowUp) {
    await kept.keep(mine)
    id.value = mine.id
    step.value = 'begun'
  }

  return {
    ...{ step, id, problem, isBusy },
    look: () => ask(),
    say: (wish: Wish) => ask(wish),
    /** To choose again, while the other has not said yes. */
    reconsider() {
      step.value = 'asked'
    },
  }
}
