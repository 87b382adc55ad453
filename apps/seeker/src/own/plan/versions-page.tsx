/** How the plan was before (V6), and back to it. */

import { locales } from '@houvast/i18n/languages'
import { itemsOf } from '@houvast/rules/plan/plan-item'
import { useSignal } from '@preact/signals'
import { Page } from '../../shell/page.tsx'
import { contacts } from '../contacts/contacts-model.ts'
import { o, ownLanguage } from '../messages.ts'
import { saving } from '../saving.ts'
import { bringBack, planVersions, shownSteps } from './plan-model.ts'

export function VersionsPage() {
  const isBroughtBack = useSignal(false)
  const versions = [...planVersions.items.value].sort((a, b) => b.at - a.at)
  const when = new Intl.DateTimeFormat(locales[ownLanguage()], { dateStyle: 'full', timeStyle: 'short' })
  return (
    <Page title={o('versions.title')} lead={o('versions.lead')}>
      {versions.length === 0 && <p>{o('versions.none')}</p>}
      <ol class="things plain-list">
        {versions.map((version) => (
          <li key={version.id} class="card">
            <details>
              <summary>{when.format(version.at)}</summary>
              {shownSteps().map((step) => (
                <section key={step}>
                  <h3>{o(`step.${step}`)}</h3>
                  <ul>
                    {itemsOf(version.items, step).map(({ id, text, contact }) => (
                      <li key={id}>{[contact && contacts.find(contact)?.name, text].filter(Boolean).join(' · ')}</li>
                    ))}
                  </ul>
                </section>
              ))}
              <button
                type="button"
                class="button"
                onClick={() => {
                  bringBack(version)
                  isBroughtBack.value = true
                }}
              >
                {o('versions.bring-back')}
              </button>
            </details>
          </li>
        ))}
      </ol>
      {/* Only when it is on the disk: who reads it may go on at once. */}
      <p role="status">{isBroughtBack.value && saving.value === 'saved' && o('versions.done')}</p>
      <p role="alert">{isBroughtBack.value && saving.value === 'not-saved' && o('own.not-saved')}</p>
      <p>
        <a href="/houvast/plan">{o('plan.title')}</a>
      </p>
    </Page>
  )
}
