/** A plan that somebody shared: read only, kept apart from one's own, and clear about what it is not. */
import '../../reading/reading.css'
import '../own.css'
import { lifelines } from '@houvast/rules/plan/template'
import { callAddress } from '@houvast/rules/reach-out/addresses'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Page } from '../../shell/page.tsx'
import { o } from '../messages.ts'
import { takeSecretFromAddress } from '../secret-in-address.ts'
import { openLink } from './shared-links.ts'
import type { SharedPlan } from './shared-plan.ts'

export function SharedPage() {
  const plan = useSignal<SharedPlan | 'gone' | 'unreachable' | undefined>(undefined)
  useEffect(() => {
    const secret = takeSecretFromAddress()
    void openLink(secret).then((found) => {
      plan.value = found
    })
  }, [])

  if (plan.value === undefined) return <p class="page page--waiting" role="status" />
  if (plan.value === 'gone')
    return (
      <Page title={o('shared.gone')} lead={o('shared.gone.text')}>
        {null}
      </Page>
    )
  if (plan.value === 'unreachable')
    return (
      <Page title={o('shared.later')} lead={o('copy.unreachable')}>
        {null}
      </Page>
    )
  const { name, steps } = plan.value
  return (
    <Page title={name ? o('shared.of', { name }) : o('shared.title')} lead={o('shared.lead')}>
      <p class="notice notice--warm">{o('shared.danger')}</p>
      <SharedSteps plan={{ name, steps }} />
      <p class="actions">
        <a class="button" href="/bezorgd">
          {o('shared.how-to-help')}
        </a>
      </p>
    </Page>
  )
}

function SharedSteps({ plan }: { plan: SharedPlan }) {
  return (
    <ol class="plan-steps plain-list">
      {plan.steps.map(({ step, things }) => (
        <li key={step} class="card">
          <h2>{o(`step.${step}`)}</h2>
          <ul>
            {step === 'professionals' &&
              lifelines
                .filter((line) => line !== 'gp')
                .map((line) => (
                  <li key={line}>
                    <a href={`tel:${line}`}>{line}</a> {o(`line.${line}`)}
                  </li>
                ))}
            {things.map(({ text, atNight, name, phone }) => (
              <li key={`${name} ${text}`} dir="auto">
                {name} {phone && <a href={callAddress(phone) ?? `tel:${phone}`}>{phone}</a>} {text}
                {atNight && <em> ({o('print.at-night', { what: atNight })})</em>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
