/** One plan on two devices. Whose plan it is, who is here and whether all has arrived stand on the page. */

import { type StepId, sixSteps } from '@houvast/rules/plan/template'
import { fromBase64Url, toBase64Url } from '@houvast/sealed/bytes'
import { TrashIcon } from '@houvast/ui/icon.tsx'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type * as Y from 'yjs'
import { Page } from '../../shell/page.tsx'
import { AutoText } from '../auto-text.tsx'
import { o } from '../messages.ts'
import { shownSteps } from '../plan/plan-model.ts'
import { takeSecretFromAddress } from '../secret-in-address.ts'
import { addThing, createLiveDoc, type LiveThing, removeThing, stateOf, thingsIn, writeThing } from './live-doc.ts'
import { keepTogether, type LiveLink } from './live-link.ts'
import { type LivePlan, livePlanOf, livePlans, myLivePlan } from './live-plans-model.ts'
import { LiveText } from './live-text.tsx'
import { bringOwnIn, takeOutToOwn } from './own-plan.ts'

export function LivePage() {
  const plan = useSignal<LivePlan | 'none' | undefined>(undefined)
  useEffect(() => {
    const isPassing = new URLSearchParams(location.search).has('gesprek')
    const secret = takeSecretFromAddress()
    plan.value = (secret ? livePlanOf(secret, isPassing) : myLivePlan()) ?? 'none'
  }, [])
  if (plan.value === undefined) return <p class="page page--waiting" role="status" />
  if (plan.value === 'none')
    return (
      <Page title={o('shared.gone')} lead={o('shared.gone.text')}>
        {null}
      </Page>
    )
  return plan.value.isMine || plan.value.name ? <Together plan={plan.value} /> : <AskName plan={plan} />
}

/** A name for the other to see; any will do. */
function AskName({ plan }: { plan: { value: LivePlan | 'none' | undefined } }) {
  const name = useSignal('')
  const isEmpty = useSignal(false)
  const now = plan.value as LivePlan
  return (
    <Page title={o('live.title')} lead={o('live.guest')}>
      <form
        class="reading"
        onSubmit={(event) => {
          event.preventDefault()
          isEmpty.value = name.value.trim() === ''
          if (isEmpty.value) return
          const named = { ...now, name: name.value.trim() }
          livePlans.change(now.id, { name: named.name })
          plan.value = named
        }}
      >
        <AutoText
          id="live-gast"
          label={o('live.name')}
          value={name.value}
          longest={40}
          isOneLine
          onText={(text) => {
            name.value = text
          }}
        />
        <p role="alert">{isEmpty.value && o('live.needs-name')}</p>
        <p>
          <button type="submit" class="button button--primary">
            {o('live.open')}
          </button>
        </p>
      </form>
    </Page>
  )
}

function Together({ plan }: { plan: LivePlan }) {
  const things = useSignal<readonly LiveThing[]>([])
  const link = useSignal<LiveLink | undefined>(undefined)
  const doc = useRef<Y.Doc | undefined>(undefined)

  useEffect(() => {
    const kept = plan.state ? fromBase64Url(plan.state) : undefined
    const live = createLiveDoc(kept)
    doc.current = live
    if (plan.isMine) bringOwnIn(live)
    const show = () => {
      things.value = thingsIn(live)
      livePlans.change(plan.id, { state: toBase64Url(stateOf(live)) })
      if (plan.isMine) takeOutToOwn(thingsIn(live))
    }
    live.on('update', show)
    show()
    const secret = fromBase64Url(plan.secret)
    const joined = secret && keepTogether(secret, live, plan.name || o('live.someone'))
    link.value = joined
    return () => {
      live.off('update', show)
      joined?.close()
    }
  }, [])

  const steps = plan.isMine ? shownSteps() : stepsWithReasons(things.value)
  return (
    <Page title={o(plan.isMine ? 'live.mine' : 'live.others')} lead={o('live.lead')}>
      <LiveStatus link={link.value} />
      <ol class="plan-steps plain-list">
        {steps.map((step) => (
          <li key={step} class="card">
            <h2>{o(`step.${step}`)}</h2>
            <ul class="things plain-list">
              {things.value
                .filter((thing) => thing.step === step)
                .map((thing) => (
                  <li key={thing.id} class="live-thing">
                    {thing.who && <p class="thing__who">{thing.who}</p>}
                    <LiveText
                      id={`samen-${thing.id}`}
                      label={o('thing.text')}
                      text={thing.text}
                      onText={(text) => doc.current && writeThing(doc.current, thing.id, text)}
                    />
                    <button
                      type="button"
                      class="button button--icon"
                      aria-label={o('thing.remove', { what: thing.text.slice(0, 40) || o('thing.new') })}
                      onClick={() => doc.current && removeThing(doc.current, thing.id)}
                    >
                      <TrashIcon />
                    </button>
                  </li>
                ))}
            </ul>
            <p>
              <button
                type="button"
                class="button"
                onClick={() => doc.current && addThing(doc.current, newThing(step, things.value))}
              >
                {o('step.add')}
                <span class="visually-hidden"> {o(`step.${step}`)}</span>
              </button>
            </p>
          </li>
        ))}
      </ol>
    </Page>
  )
}

function LiveStatus({ link }: { link: LiveLink | undefined }) {
  const state = link?.state.value ?? 'connecting'
  const others = link?.others.value ?? []
  return (
    <div class="notice" role="status">
      <p>
        {o(`live.state.${state}`)}{' '}
        {state === 'together' && (others.length > 0 ? o('live.here', { names: others.join(', ') }) : o('live.alone'))}{' '}
        {state === 'together' && !link?.isSent.value && o('live.sending')}
      </p>
    </div>
  )
}

function newThing(step: StepId, things: readonly LiveThing[]): LiveThing {
  const place = Math.max(0, ...things.filter((thing) => thing.step === step).map((thing) => thing.place)) + 1
  return { id: crypto.randomUUID(), step, text: '', place, who: '' }
}

/** Whether the other shows the seventh step is seen from what is in it. */
function stepsWithReasons(things: readonly LiveThing[]): readonly StepId[] {
  return things.some(({ step }) => step === 'reasons') ? [...sixSteps, 'reasons'] : sixSteps
}
