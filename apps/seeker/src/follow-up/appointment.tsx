/** An appointment, as a page of its own or within the talk it came from: when, how, paying, moving, cancelling, keeping. */
import { keptFollowUps } from '@houvast/device-store/kept-follow-ups'
import type { FollowUpShown } from '@houvast/protocol/follow-up-requests'
import { codeOf } from '@houvast/rules/follow-up/code'
import { isDoorOpen } from '@houvast/rules/follow-up/follow-up'
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { type AppointmentModel, createAppointment } from './appointment-model.ts'
import { CancelSection } from './cancel-section.tsx'
import './follow-up.css'
import { followUpApi } from './follow-up-api.ts'
import { KeepSection } from './keep-section.tsx'
import { type FollowUpKey, f } from './messages.ts'
import { PaySection } from './pay-section.tsx'
import { PickSection } from './pick-section.tsx'
import { sayMoment } from './say-moment.ts'

const LOOK_EVERY_MS = 30_000

const problems: Readonly<Record<string, FollowUpKey>> = {
  taken: 'problem.taken',
  'not-offered': 'problem.not-offered',
  'too-late': 'problem.too-late',
  'too-late-to-move': 'pick.too-late',
  over: 'problem.over',
  begun: 'problem.over',
  busy: 'problem.provider',
  'key-refused': 'problem.provider',
  refused: 'problem.provider',
  'no-provider': 'problem.provider',
}

type Props = {
  readonly id: string
  /** What stands here when it is time for a video talk: the way into it. */
  readonly door?: (to: { readonly line: string; readonly professional: string }) => ComponentChildren
}

export function Appointment({ id, door }: Props) {
  const model = useMemo(() => {
    const goTo = (address: string) => location.assign(address)
    return createAppointment(id, { api: followUpApi, kept: keptFollowUps(), goTo })
  }, [id])
  useEffect(() => {
    void model.look()
    const look = () => {
      if (!document.hidden && model.step.peek() !== 'forgotten') void model.look()
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [model])

  return (
    <div class="follow-up">
      <h2>{titleOf(model)}</h2>
      <Body model={model} door={door} />
    </div>
  )
}

function titleOf(model: AppointmentModel): string {
  if (model.step.value === 'gone') return f('gone.title')
  const phase = model.shown.value?.phase
  return phase ? f(`title.${phase}`) : f('title.looking')
}

function Body({ model, door }: { readonly model: AppointmentModel; readonly door: Props['door'] }) {
  const shown = model.shown.value
  if (model.step.value === 'gone') return <Gone />
  if (model.step.value === 'forgotten') return <p role="status">{f('keep.forgotten')}</p>
  if (model.step.value === 'unreachable')
    return (
      <>
        <p role="alert">{f('problem.unreachable')}</p>
        <p>
          <button type="button" class="button" onClick={() => void model.look()}>
            {f('problem.again')}
          </button>
        </p>
      </>
    )
  if (!shown) return <p role="status">{f('after.looking')}</p>
  const problem = model.problem.value
  return (
    <>
      <Facts id={model.id} shown={shown} />
      <p role="alert">{problem && f(problems[problem] ?? 'problem.unreachable')}</p>
      {door && isDoorOpen(shown, shown.now) && door({ line: model.line(), professional: shown.kid })}
      {shown.phase === 'missed' && <Missed model={model} shown={shown} />}
      <PickSection model={model} shown={shown} />
      <PaySection model={model} shown={shown} />
      <CancelSection model={model} shown={shown} />
      <KeepSection model={model} shown={shown} />
    </>
  )
}

function Facts({ id, shown }: { readonly id: string; readonly shown: FollowUpShown }) {
  const { professional: name, kind, how, moment, phase, by, address } = shown
  const isOn = phase === 'arranging' || phase === 'booked'
  return (
    <div class="card follow-up__facts">
      {moment && (
        <p class="follow-up__moment">
          <strong>{sayMoment(moment.from)}</strong>
        </p>
      )}
      <p>{f(`what.${kind}`, { name })}</p>
      {isOn && <p>{f(`how.${how}`, { name })}</p>}
      {isOn && address && <p>{f('how.address', { address })}</p>}
      {(phase === 'cancelled' || phase === 'stopped') && by && <p>{f(`cancelled.${by}`, { name })}</p>}
      {moment && <p class="follow-up__small">{f('code', { code: codeOf(id) })}</p>}
    </div>
  )
}

function Missed({ model, shown }: { readonly model: AppointmentModel; readonly shown: FollowUpShown }) {
  const name = shown.professional
  if (shown.isDisputed) return <p role="status">{f('missed.disputed', { name })}</p>
  return (
    <section class="follow-up__part">
      <p>{f('missed.said', { name })}</p>
      <p>
        <button type="button" class="button" onClick={() => void model.dispute()}>
          {f('missed.dispute')}
        </button>
      </p>
    </section>
  )
}

function Gone() {
  return (
    <>
      <p>{f('gone.text')}</p>
      <p>
        <a class="button" href="/">
          {f('gone.front')}
        </a>
      </p>
    </>
  )
}
