/** A first talk at a moment of one's own, when nobody is free now. */
import { keptFollowUps } from '@houvast/device-store/kept-follow-ups'
import { useEffect, useMemo } from 'preact/hooks'
import { Appointment } from './appointment.tsx'
import { createFirstTalk, type FirstTalkModel } from './first-talk-model.ts'
import './follow-up.css'
import { followUpApi } from './follow-up-api.ts'
import { type FollowUpKey, f } from './messages.ts'
import { MomentPicker } from './moment-picker.tsx'
import { newId, newSecret } from './new-secret.ts'

type Props = {
  readonly line: string
  /** The professional's kid. */
  readonly professional: string
  readonly professionalName: string
}

const problems: Readonly<Record<string, FollowUpKey>> = {
  taken: 'problem.taken',
  'not-offered': 'problem.not-offered',
  'too-late': 'problem.too-late',
  'work-not-done': 'problem.not-offered',
  'not-found': 'problem.not-offered',
}

export function BookFirstTalk({ line, professional, professionalName }: Props) {
  const model = useMemo(
    () =>
      createFirstTalk(
        { line, professional, professionalName },
        { api: followUpApi, kept: keptFollowUps(), newId, newSecret },
      ),
    [line, professional],
  )
  useEffect(() => void model.look(), [model])

  if (model.step.value === 'booked') return <Appointment id={model.id} />
  return (
    <section class="follow-up" aria-labelledby="kennismaking">
      <h2 id="kennismaking">{f('first.title', { name: professionalName })}</h2>
      <p>{f('first.what')}</p>
      <Step model={model} name={professionalName} />
    </section>
  )
}

function Step({ model, name }: { readonly model: FirstTalkModel; readonly name: string }) {
  const problem = model.problem.value
  switch (model.step.value) {
    case 'looking':
    case 'booked':
      return <p role="status">{f('after.looking')}</p>
    case 'keeps-nothing':
      return <p role="status">{f('after.keeps-nothing')}</p>
    case 'not-to-be-had':
      return <p role="status">{f('first.not-to-be-had', { name })}</p>
    case 'unreachable':
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
    case 'choosing':
      return (
        <>
          {model.free.value.length === 0 && <p role="status">{f('first.none', { name })}</p>}
          <MomentPicker
            moments={model.free.value}
            label="first.book"
            isBusy={model.isBusy.value}
            onPick={(from) => void model.book(from)}
          />
          <p role="alert">{problem && f(problems[problem] ?? 'problem.unreachable')}</p>
        </>
      )
  }
}
