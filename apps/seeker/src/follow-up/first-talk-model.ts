/** A first talk at a moment of one's own, when nobody is free now: a little work, and it is booked. */
import { solveWork } from '@houvast/connection/solve-work'
import type { KeptFollowUps } from '@houvast/device-store/kept-follow-ups'
import { signal } from '@preact/signals'
import type { FollowUpApi } from './follow-up-api.ts'

export type FirstTalkStep = 'looking' | 'choosing' | 'booked' | 'not-to-be-had' | 'unreachable' | 'keeps-nothing'
export type FirstTalkModel = ReturnType<typeof createFirstTalk>

type With = { readonly line: string; readonly professional: string; readonly professionalName: string }
type Deps = {
  readonly api: Pick<FollowUpApi, 'slots' | 'first'>
  readonly kept: KeptFollowUps
  readonly newId: () => string
  readonly newSecret: () => string
}

export function createFirstTalk({ line, professional, professionalName }: With, { api, kept, newId, newSecret }: Deps) {
  const step = signal<FirstTalkStep>('looking')
  const free = signal<readonly number[]>([])
  const problem = signal<string | undefined>(undefined)
  const isBusy = signal(false)
  /** One for each device and page: a retry after a lost answer is the same booking. */
  const mine = { id: newId(), line, secret: newSecret() }
  let work = { challenge: '', bits: 0 }

  async function look() {
    const slots = await api.slots(line, professional)
    if (!slots.ok) {
      step.value = slots.why.reason === 'not-found' ? 'not-to-be-had' : 'unreachable'
      return
    }
    const { challenge, bits } = slots.value
    work = { challenge, bits }
    free.value = slots.value.free
    step.value = 'choosing'
  }

  async function book(from: number) {
    if (isBusy.value) return
    isBusy.value = true
    problem.value = undefined
    try {
      await bookIt(from)
    } finally {
      isBusy.value = false
    }
  }

  async function bookIt(from: number) {
    const isKept = await kept.keep({ ...mine, professionalName }).then(
      () => true,
      () => false,
    )
    if (!isKept) {
      step.value = 'keeps-nothing'
      return
    }
    const { challenge, bits } = work
    const solution = await solveWork(challenge, bits)
    const booked = await api.first(mine, { professional, from, challenge, solution })
    if (booked.ok) {
      step.value = 'booked'
      return
    }
    problem.value = booked.why.reason
    // What was lost on the way may have arrived: only a refusal makes it forgotten.
    if (booked.why.reason === 'unreachable') return
    await kept.forget(mine.id)
    await look()
  }

  return { id: mine.id, step, free, problem, isBusy, look, book }
}
