/** One step of the plan: what it is for, what stands in it, ideas when nothing comes, and on to the next. */
import { hasWords, ITEM_TEXT_MAX } from '@houvast/rules/plan/plan-item'
import { allSteps, type StepId } from '@houvast/rules/plan/template'
import { NAME_MAX } from '@houvast/rules/reach-out/contact'
import { ArrowLeftIcon, ArrowRightIcon } from '@houvast/ui/icon.tsx'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import './plan.css'
import type { PageProps } from '../../lazy-page.tsx'
import { NotFoundPage } from '../../not-found-page.tsx'
import { Page } from '../../shell/page.tsx'
import { AutoText } from '../auto-text.tsx'
import { o } from '../messages.ts'
import { SavedNote } from '../saved-note.tsx'
import { ContactChoice } from './contact-choice.tsx'
import { FixedLines } from './fixed-lines.tsx'
import { Ideas } from './ideas.tsx'
import { ownDoctor } from './own-doctor.ts'
import { addItem, isFull, removeItem, shownSteps, thingsOf } from './plan-model.ts'
import { ThingCard } from './thing-card.tsx'

export function StepPage({ params = {} }: PageProps) {
  const step = allSteps.find((one) => one === params.step)
  return step ? <Step key={step} step={step} /> : <NotFoundPage />
}

function Step({ step }: { step: StepId }) {
  const steps = shownSteps()
  const at = steps.indexOf(step)
  const [before, after] = [steps[at - 1], at < 0 ? undefined : steps[at + 1]]
  useEffect(() => () => forgetEmpty(step), [])

  return (
    <Page title={o(`step.${step}`)} lead={o(`step.${step}.why`)}>
      {step === 'safer' && <p class="notice">{o('step.safer.together')}</p>}
      {step === 'professionals' && (
        <>
          <FixedLines />
          <OwnDoctor />
        </>
      )}
      <Things step={step} />
      {(step === 'ask-help' || step === 'professionals') && <ContactChoice step={step} />}
      <Ideas step={step} />
      <SavedNote />
      <nav class="actions" aria-label={o('step.nav')}>
        {before && (
          <a class="button" href={`/houvast/plan/${before}`}>
            <ArrowLeftIcon />
            {o(`step.${before}`)}
          </a>
        )}
        <a class="button button--primary" href={after ? `/houvast/plan/${after}` : '/houvast/plan'}>
          {after ? o(`step.${after}`) : o('step.done')}
          <ArrowRightIcon />
        </a>
        <a class="button button--quiet" href="/houvast/plan">
          {o('plan.title')}
        </a>
      </nav>
    </Page>
  )
}

function Things({ step }: { step: StepId }) {
  const things = thingsOf(step)
  const added = useSignal<string | undefined>(undefined)
  const problem = useSignal(false)
  const adder = useRef<HTMLButtonElement>(null)

  function add() {
    const empty = things.find((item) => !hasWords(item))
    const item = empty ?? addItem(step)
    problem.value = !item && isFull()
    added.value = item?.id
    if (empty) document.getElementById(`ding-${empty.id}`)?.focus()
  }

  return (
    <>
      <ol class="things plain-list">
        {things.map((item, at) => (
          <ThingCard
            key={item.id}
            item={item}
            place={{ isFirst: at === 0, isLast: at === things.length - 1 }}
            takesFocus={added.value === item.id}
            onRemove={() => {
              removeItem(item.id)
              adder.current?.focus()
            }}
            longest={ITEM_TEXT_MAX}
          />
        ))}
      </ol>
      <p>
        <button type="button" class="button" ref={adder} onClick={add}>
          {o(things.length > 0 ? 'step.add-more' : 'step.add')}
        </button>
      </p>
      <p role="alert">{problem.value && o('plan.full')}</p>
    </>
  )
}

function OwnDoctor() {
  const { value } = ownDoctor
  return (
    <fieldset class="choices">
      <legend>{o('doctor.title')}</legend>
      <AutoText
        id="arts-naam"
        label={o('doctor.name')}
        value={value.name}
        longest={NAME_MAX}
        isOneLine
        onText={(name) => ownDoctor.set({ ...ownDoctor.value, name })}
      />
      <AutoText
        id="arts-nummer"
        label={o('doctor.phone')}
        value={value.phone}
        longest={30}
        type="tel"
        onText={(phone) => ownDoctor.set({ ...ownDoctor.value, phone })}
      />
    </fieldset>
  )
}

/** A field that was opened and left empty is no part of a plan. */
function forgetEmpty(step: StepId) {
  for (const item of thingsOf(step)) if (!hasWords(item)) removeItem(item.id)
}
