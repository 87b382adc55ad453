/** After a talk, for the professional: whether to go on, and what the other said, as far as that may be known. */
import type { Wish } from '@houvast/protocol/follow-up-requests'
import { signal } from '@preact/signals'
import type { FollowUpApi } from './follow-up-api.ts'

export type AfterStep = 'looking' | 'asked' | 'waiting' | 'said-no' | 'agreed' | 'not-going-on'
export type AfterTalkModel = ReturnType<typeof createAfterTalk>

export function createAfterTalk(conversation: string, api: Pick<FollowUpApi, 'wish'>) {
  const step = signal<AfterStep>('looking')
  const problem = signal<string | undefined>(undefined)
  const isBusy = signal(false)
  let hasSaidYes = false

  async function ask(wish?: Wish) {
    if (isBusy.value) return
    isBusy.value = true
    const seen = await api.wish(conversation, wish)
    isBusy.value = false
    problem.value = undefined
    if (!seen.ok) {
      if (seen.why.reason === 'not-found' || seen.why.reason === 'too-late') step.value = 'not-going-on'
      else problem.value = 'unreachable'
      return
    }
    if (wish) hasSaidYes = wish.says === 'yes'
    // F19: my «yes» is there no more, since the follow-up has begun and took it along.
    step.value = seen.value.state === 'asked' && hasSaidYes ? 'agreed' : seen.value.state
  }

  return {
    ...{ step, problem, isBusy },
    look: () => ask(),
    say: (wish: Wish) => ask(wish),
    reconsider() {
      hasSaidYes = false
      step.value = 'asked'
    },
  }
}
