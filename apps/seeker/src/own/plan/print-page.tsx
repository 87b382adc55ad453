/** The plan on paper: filled in or empty, readable without the app. The browser's own printing makes the PDF. */
import { lifelines } from '@houvast/rules/plan/template'
import { callAddress } from '@houvast/rules/reach-out/addresses'
import { PrinterIcon } from '@houvast/ui/icon.tsx'
import { useSignal } from '@preact/signals'
import './plan.css'
import { Page } from '../../shell/page.tsx'
import { contacts } from '../contacts/contacts-model.ts'
import { o } from '../messages.ts'
import { ownDoctor } from './own-doctor.ts'
import { shownSteps, thingsOf } from './plan-model.ts'

const EMPTY_LINES = 4

export function PrintPage() {
  const isEmpty = useSignal(false)
  return (
    <Page title={o('print.title')} tab={o('print.title')}>
      <div class="not-on-paper reading">
        <p>{o('print.how')}</p>
        <label class="choice">
          <input
            type="checkbox"
            checked={isEmpty.value}
            onChange={(event) => {
              isEmpty.value = event.currentTarget.checked
            }}
          />
          {o('print.empty')}
        </label>
        <p class="actions">
          <button type="button" class="button button--primary" onClick={() => print()}>
            <PrinterIcon />
            {o('plan.print')}
          </button>
          <a class="button button--quiet" href="/houvast/plan">
            {o('plan.title')}
          </a>
        </p>
      </div>
      <div class="paper">
        {shownSteps().map((step, at) => (
          <section key={step} class="paper__step">
            <h2>
              {at + 1}. {o(`step.${step}`)}
            </h2>
            <ul>
              {!isEmpty.value && thingsOf(step).map((item) => <PaperThing key={item.id} {...item} />)}
              {isEmpty.value && Array.from({ length: EMPTY_LINES }, (_, line) => <li key={line} class="paper__line" />)}
              {step === 'professionals' && lifelines.map((line) => <PaperLine key={line} line={line} />)}
            </ul>
          </section>
        ))}
        <p>{o('print.foot')}</p>
      </div>
    </Page>
  )
}

function PaperThing({
  text,
  contact,
  atNight,
}: {
  text: string
  contact?: string | undefined
  atNight?: string | undefined
}) {
  const person = contact ? contacts.find(contact) : undefined
  const words = [person?.name, person && callAddress(person.phone) && person.phone, text].filter(Boolean).join(' · ')
  return (
    <li dir="auto">
      {words}
      {atNight && <em> ({o('print.at-night', { what: atNight })})</em>}
    </li>
  )
}

function PaperLine({ line }: { line: (typeof lifelines)[number] }) {
  const { name, phone } = ownDoctor.value
  if (line !== 'gp') return <li>{`${line} · ${o(`line.${line}`)}`}</li>
  return <li>{[o('line.gp'), name, phone].filter(Boolean).join(' · ')}</li>
}
