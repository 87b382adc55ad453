/** «Mijn plan»: the steps with what stands in each, and what one can do with the whole. */

import type { StepId } from '@houvast/rules/plan/template'
import { ArrowRightIcon, LifeBuoyIcon, PrinterIcon } from '@houvast/ui/icon.tsx'
import './plan.css'
import { Page } from '../../shell/page.tsx'
import { CRISIS_PLAN } from '../addresses.ts'
import { contacts } from '../contacts/contacts-model.ts'
import { o, oCount } from '../messages.ts'
import { SavedNote } from '../saved-note.tsx'
import { FixedLines } from './fixed-lines.tsx'
import { askLater, asksForReview, hasPlan, shownSteps, stillFits, template, thingsOf } from './plan-model.ts'

export function PlanPage() {
  return (
    <Page title={o('plan.title')} lead={o(hasPlan() ? 'plan.lead' : 'plan.lead-empty')}>
      {asksForReview() && <ReviewNote />}
      <p class="actions">
        <a class="button button--primary button--large" href={CRISIS_PLAN}>
          <LifeBuoyIcon />
          {o('plan.crisis')}
        </a>
        {!hasPlan() && (
          <a class="button button--large" href="/houvast/plan/signals">
            {o('plan.begin')}
          </a>
        )}
      </p>
      <ol class="plan-steps plain-list">
        {shownSteps().map((step, at) => (
          <StepCard key={step} step={step} number={at + 1} />
        ))}
      </ol>
      <SavedNote />
      <SeventhStep />
      <p class="actions">
        <a class="button" href="/houvast/plan/afdrukken">
          <PrinterIcon />
          {o('plan.print')}
        </a>
        <a class="button" href="/houvast/samen">
          {o('plan.share')}
        </a>
        <a class="button button--quiet" href="/houvast/plan/vroeger">
          {o('plan.versions')}
        </a>
      </p>
    </Page>
  )
}

function StepCard({ step, number }: { step: StepId; number: number }) {
  const things = thingsOf(step)
  return (
    <li class="card plan-step">
      <h2>
        <span class="plan-step__number" aria-hidden="true">
          {number}
        </span>
        {o(`step.${step}`)}
      </h2>
      {step === 'professionals' && <FixedLines />}
      {things.length > 0 && (
        <ul class="plan-step__things">
          {things.map((item) => (
            <li key={item.id} dir="auto">
              {(item.contact && contacts.find(item.contact)?.name) || item.text}
            </li>
          ))}
        </ul>
      )}
      <a class="plan-step__go" href={`/houvast/plan/${step}`}>
        {things.length > 0 ? oCount('plan.change', things.length) : o('plan.fill')}
        <span class="visually-hidden"> {o(`step.${step}`)}</span>
        <ArrowRightIcon />
      </a>
    </li>
  )
}

function ReviewNote() {
  return (
    <div class="notice notice--warm" role="status">
      <div>
        <p>{o('review.due')}</p>
        <p class="actions">
          <button type="button" class="button" onClick={() => stillFits()}>
            {o('review.fits')}
          </button>
          <button type="button" class="button button--quiet" onClick={() => askLater()}>
            {o('review.later')}
          </button>
        </p>
      </div>
    </div>
  )
}

function SeventhStep() {
  const { hasReasons, reasonsFirst } = template.value
  return (
    <fieldset class="choices">
      <legend>{o('seventh.title')}</legend>
      <label class="choice">
        <input
          type="checkbox"
          checked={hasReasons}
          onChange={(event) => template.set({ ...template.value, hasReasons: event.currentTarget.checked })}
        />
        {o('seventh.show')}
      </label>
      {hasReasons && (
        <label class="choice">
          <input
            type="checkbox"
            checked={reasonsFirst}
            onChange={(event) => template.set({ ...template.value, reasonsFirst: event.currentTarget.checked })}
          />
          {o('seventh.first')}
        </label>
      )}
    </fieldset>
  )
}
