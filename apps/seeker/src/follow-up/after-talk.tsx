/**
 * After a talk with a professional: whether to go on. Calm while the other has not answered; when both said yes, the
 * appointment itself stands here.
 */
import { keptFollowUps } from '@houvast/device-store/kept-follow-ups'
import { useEffect, useMemo } from 'preact/hooks'
import { type AfterTalkModel, createAfterTalk } from './after-talk-model.ts'
import { Appointment } from './appointment.tsx'
import './follow-up.css'
import { followUpApi } from './follow-up-api.ts'
import { f } from './messages.ts'
import { newId, newSecret } from './new-secret.ts'

type Props = {
  readonly line: string
  readonly conversation: string
  readonly secret: string
  readonly professionalName: string
}

const LOOK_EVERY_MS = 20_000

export function AfterTalk({ line, conversation, secret, professionalName }: Props) {
  const model = useMemo(
    () =>
      createAfterTalk({ line, conversation, secret }, professionalName, {
        ...{ api: followUpApi, kept: keptFollowUps(), newId, newSecret },
      }),
    [line, conversation, secret],
  )
  useEffect(() => {
    void model.look()
    const timer = setInterval(() => {
      if (model.step.peek() === 'waiting' && !document.hidden) void model.look()
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [model])

  if (model.step.value === 'begun' && model.id.value) return <Appointment id={model.id.value} />
  return (
    <section class="follow-up" aria-labelledby="verder">
      <h2 id="verder">{f('after.title', { name: professionalName })}</h2>
      <Question model={model} name={professionalName} />
      <p role="alert">{model.problem.value && f('problem.unreachable')}</p>
      {model.problem.value && (
        <button type="button" class="button" onClick={() => void model.look()}>
          {f('problem.again')}
        </button>
      )}
    </section>
  )
}

function Question({ model, name }: { model: AfterTalkModel; name: string }) {
  switch (model.step.value) {
    case 'looking':
    case 'begun':
      return <p role="status">{f('after.looking')}</p>
    case 'keeps-nothing':
      return <p role="status">{f('after.keeps-nothing')}</p>
    case 'not-going-on':
      return <p role="status">{f('after.not-going-on', { name })}</p>
    case 'said-no':
      return <Answered model={model} sentence={f('after.said-no')} />
    case 'waiting':
      return <Answered model={model} sentence={f('after.waiting', { name })} more={f('after.waiting-long')} />
    case 'asked':
      return <Choices model={model} name={name} />
  }
}

function Answered({ model, sentence, more }: { model: AfterTalkModel; sentence: string; more?: string }) {
  return (
    <>
      <div class="notice" role="status">
        <div>
          <p>{sentence}</p>
          {more && <p>{more}</p>}
        </div>
      </div>
      <p>
        <button type="button" class="button button--quiet" onClick={() => model.reconsider()}>
          {f('after.change')}
        </button>
      </p>
    </>
  )
}

function Choices({ model, name }: { model: AfterTalkModel; name: string }) {
  const isBusy = model.isBusy.value
  return (
    <>
      <p>{f('after.free', { name })}</p>
      <p>{f('after.costs')}</p>
      <div class="follow-up__choices">
        <button
          type="button"
          class="button"
          disabled={isBusy}
          onClick={() => void model.say({ says: 'yes', how: ['video'] })}
        >
          {f('after.yes-video')}
        </button>
        <button
          type="button"
          class="button"
          disabled={isBusy}
          onClick={() => void model.say({ says: 'yes', how: ['on-site'] })}
        >
          {f('after.yes-on-site', { name })}
        </button>
        <button type="button" class="button" disabled={isBusy} onClick={() => void model.say({ says: 'no' })}>
          {f('after.no')}
        </button>
      </div>
    </>
  )
}
