/** One appointment on this device: what it is, and what can still be done with it. No DOM here. */
import type { KeptFollowUp, KeptFollowUps } from '@houvast/device-store/kept-follow-ups'
import type { FollowUpShown } from '@houvast/protocol/follow-up-requests'
import { signal } from '@preact/signals'
import type { FollowUpApi, Mine } from './follow-up-api.ts'

export type AppointmentStep = 'looking' | 'shown' | 'unreachable' | 'gone' | 'forgotten'

type Deps = { readonly api: FollowUpApi; readonly kept: KeptFollowUps; readonly goTo: (address: string) => void }
type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: { readonly reason: string } }

export type AppointmentModel = ReturnType<typeof createAppointment>

export function createAppointment(id: string, { api, kept, goTo }: Deps) {
  const step = signal<AppointmentStep>('looking')
  const shown = signal<FollowUpShown | undefined>(undefined)
  const problem = signal<string | undefined>(undefined)
  const isBusy = signal(false)
  let mine: KeptFollowUp | undefined

  async function look() {
    try {
      mine ??= await kept.find(id)
    } catch {
      mine = undefined
    }
    if (!mine) {
      step.value = 'gone'
      return
    }
    const found = await api.look(keyOf(mine))
    if (found.ok) {
      shown.value = found.value
      step.value = 'shown'
      return
    }
    if (found.why.reason === 'not-found') step.value = 'gone'
    else if (!shown.value) step.value = 'unreachable'
  }

  /** One thing at a time: a second tap while the first is asked does nothing. */
  async function change<T>(ask: (mine: Mine) => Promise<Asked<T>>, done: (value: T) => void) {
    if (!mine || isBusy.value) return
    isBusy.value = true
    problem.value = undefined
    const answer = await ask(keyOf(mine))
    isBusy.value = false
    if (answer.ok) return done(answer.value)
    problem.value = answer.why.reason
    // What was offered has changed: show what there is now.
    if (answer.why.reason !== 'unreachable') await look()
  }
  const show = (value: FollowUpShown) => {
    shown.value = value
  }

  return {
    ...{ id, step, shown, problem, isBusy, look },
    line: () => mine?.line ?? '',
    pick: (from: number) => change((me) => api.pick(me, from), show),
    cancel: () => change(api.cancel, show),
    dispute: () => change(api.dispute, show),
    pay: (by: 'online' | 'transfer') =>
      change(
        (me) => api.pay(me, by),
        (answer) => {
          show(answer.shown)
          if (answer.checkoutUrl) goTo(answer.checkoutUrl)
        },
      ),
    calendarFile: (offer: (ics: string) => void) => change(api.ics, ({ ics }) => offer(ics)),
    async forget() {
      await kept.forget(id)
      mine = undefined
      shown.value = undefined
      step.value = 'forgotten'
    },
  }
}

const keyOf = ({ line, id, secret }: Mine): Mine => ({ line, id, secret })
