/** After a talk: whether and how this professional wants to go on. */
import type { Way } from '@houvast/rules/follow-up/wishes'
import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { type AfterTalkModel, createAfterTalk } from './after-talk-model.ts'
import './follow-up.css'
import { followUpApi } from './follow-up-api.ts'
import { f } from './messages.ts'

const LOOK_EVERY_MS = 20_000

export function AfterTalk({ conversation }: { readonly conversation: string }) {
  const model = useMemo(() => createAfterTalk(conversation, followUpApi), [conversation])
  useEffect(() => {
    void model.look()
    const timer = setInterval(() => {
      if (model.step.peek() === 'waiting' && !document.hidden) void model.look()
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [model])

  return (
    <section class="follow-up card" aria-labelledby={`verder-${conversation}`}>
      <h3 id={`verder-${conversation}`}>{f('after.title')}</h3>
      <Step model={model} id={conversation} />
      <p role="alert">{model.problem.value && f('problem.unreachable')}</p>
      {model.problem.value && (
        <button type="button" class="button" onClick={() => void model.look()}>
          {f('problem.again')}
        </button>
      )}
    </section>
  )
}

function Step({ model, id }: { readonly model: AfterTalkModel; readonly id: string }) {
  const step = model.step.value
  if (step === 'asked') return <Question model={model} id={id} />
  const mayChange = step === 'waiting' || step === 'said-no'
  return (
    <>
      <p role="status">{f(`after.${step}`)}</p>
      {mayChange && (
        <p>
          <button type="button" class="button button--quiet" onClick={() => model.reconsider()}>
            {f('after.change')}
          </button>
        </p>
      )}
    </>
  )
}

function Question({ model, id }: { readonly model: AfterTalkModel; readonly id: string }) {
  const how = useSignal<readonly Way[]>(['video'])
  const isEmpty = how.value.length === 0
  const toggle = (way: Way) => {
    how.value = how.value.includes(way) ? how.value.filter((one) => one !== way) : [...how.value, way]
  }
  return (
    <>
      <p>{f('after.free')}</p>
      <fieldset class="follow-up__ways">
        <legend>{f('after.how')}</legend>
        {(['video', 'on-site'] as const).map((way) => (
          <label key={way} class="follow-up__way" for={`${way}-${id}`}>
            <input id={`${way}-${id}`} type="checkbox" checked={how.value.includes(way)} onChange={() => toggle(way)} />
            {f(`after.${way}`)}
          </label>
        ))}
      </fieldset>
      <p role="status">{isEmpty && f('after.choose-how')}</p>
      <div class="follow-up__choices">
        <button
          type="button"
          class="button button--primary"
          disabled={isEmpty || model.isBusy.value}
          onClick={() => void model.say({ says: 'yes', how: how.value })}
        >
          {f('after.yes')}
        </button>
        <button
          type="button"
          class="button"
          disabled={model.isBusy.value}
          onClick={() => void model.say({ says: 'no' })}
        >
          {f('after.no')}
        </button>
      </div>
    </>
  )
}
