/** One step a screen, few words, large targets (V7). The numbers stand below every one of them. */
import { crisisPath, inDanger, nextStep } from '@houvast/rules/plan/crisis-path'
import { hasWords, itemsOf, type PlanItem } from '@houvast/rules/plan/plan-item'
import type { StepId } from '@houvast/rules/plan/template'
import { callAddress, platformOf, smsAddress } from '@houvast/rules/reach-out/addresses'
import type { Contact } from '@houvast/rules/reach-out/contact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { KeptPlan } from './kept-plan.ts'
import { w } from './words.ts'

export function CrisisPlan({ plan }: { plan: KeptPlan | 'locked' }) {
  if (plan === 'locked') return <Locked />
  return <Steps plan={plan} />
}

/** Signals come first when there are any: «do you recognise this?». */
function Steps({ plan }: { plan: KeptPlan }) {
  const path = crisisPath(plan.items, plan.template)
  const [step, setStep] = useState<StepId | 'end'>(path[0] ?? inDanger)
  const heading = useHeadingFocus(step)
  const next = step === 'end' ? undefined : nextStep(path, step)

  if (step === 'end')
    return (
      <section class="crisis__step">
        <h1 ref={heading} tabIndex={-1}>
          {w('end.title')}
        </h1>
        <p>{w('end.text')}</p>
        <div class="crisis__ways">
          <a class="crisis__go crisis__go--first" href="tel:1813">
            {w('call.1813')}
          </a>
          <button type="button" class="crisis__go" onClick={() => setStep(path[0] ?? inDanger)}>
            {w('again')}
          </button>
        </div>
      </section>
    )

  return (
    <section class="crisis__step">
      <h1 ref={heading} tabIndex={-1}>
        {w(`${step}.title`)}
      </h1>
      {step === 'professionals' ? <Lines plan={plan} /> : <Things plan={plan} step={step} />}
      <div class="crisis__ways">
        <button type="button" class="crisis__go crisis__go--on" onClick={() => setStep(next ?? 'end')}>
          {w(step === 'signals' ? 'signals.yes' : 'not-enough')}
        </button>
        {step !== inDanger && (
          <button type="button" class="crisis__go" onClick={() => setStep(inDanger)}>
            {w('in-danger')}
          </button>
        )}
      </div>
    </section>
  )
}

function useHeadingFocus(step: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useRef(true)
  useLayoutEffect(() => {
    if (!first.current) heading.current?.focus()
    first.current = false
  }, [step])
  return heading
}

function Things({ plan, step }: { plan: KeptPlan; step: StepId }) {
  return (
    <ul class="crisis__things">
      {itemsOf(plan.items, step)
        .filter(hasWords)
        .map((item) => (
          <Thing key={item.id} item={item} contact={plan.contacts.find(({ id }) => id === item.contact)} />
        ))}
    </ul>
  )
}

function Thing({ item, contact }: { item: PlanItem; contact: Contact | undefined }) {
  return (
    <li dir="auto">
      {contact ? <Person contact={contact} about={item.text} /> : item.text}
      {item.atNight && <small>{w('at-night', { what: item.atNight })}</small>}
    </li>
  )
}

function Person({ contact, about }: { contact: Contact; about: string }) {
  const platform = platformOf({ userAgent: navigator.userAgent, touchPoints: navigator.maxTouchPoints })
  const call = callAddress(contact.phone)
  const sms = smsAddress(contact.phone, '', platform)
  return (
    <>
      <strong>{contact.name}</strong> {about}
      <span class="crisis__ways">
        {call && (
          <a class="crisis__go" href={call}>
            {w('call', { name: contact.name })}
          </a>
        )}
        {sms && platform !== 'other' && (
          <a class="crisis__go" href={sms}>
            {w('text', { name: contact.name })}
          </a>
        )}
      </span>
    </>
  )
}

function Lines({ plan }: { plan: KeptPlan }) {
  const doctor = plan.doctor && callAddress(plan.doctor.phone)
  return (
    <>
      <div class="crisis__ways">
        <a class="crisis__go crisis__go--first" href="tel:1813">
          {w('call.1813')}
        </a>
        <a class="crisis__go crisis__go--first" href="tel:112">
          {w('call.112')}
        </a>
        <a class="crisis__go" href="tel:106">
          {w('call.106')}
        </a>
        {doctor && (
          <a class="crisis__go" href={doctor}>
            {w('call', { name: plan.doctor?.name || w('doctor') })}
          </a>
        )}
      </div>
      <Things plan={plan} step="professionals" />
      <p>
        <a href="/houvast/nood-sms">{w('to-texts')}</a>
      </p>
    </>
  )
}

/** K1: the numbers are in front of the lock; the plan is behind it. */
function Locked() {
  return (
    <section class="crisis__step">
      <h1>{w('locked.title')}</h1>
      <div class="crisis__ways">
        <a class="crisis__go crisis__go--first" href="tel:1813">
          {w('call.1813')}
        </a>
        <a class="crisis__go" href="/houvast/plan">
          {w('locked.open')}
        </a>
        <a class="crisis__go" href="/crisis">
          {w('locked.other')}
        </a>
      </div>
    </section>
  )
}
