import { locales } from '@houvast/i18n/languages'
import type { StepId } from '@houvast/rules/plan/template'
import { useSignal } from '@preact/signals'
import { AutoText } from '../auto-text.tsx'
import { contacts } from '../contacts/contacts-model.ts'
import { CopyOrShare } from '../copy-or-share.tsx'
import { o, ownLanguage } from '../messages.ts'
import { planItems, shownSteps, thingsOf } from '../plan/plan-model.ts'
import { addressOfLink, linkDays, type SharedLink, shareByLink, sharedLinks, withdraw } from './shared-links.ts'
import { planToShare } from './shared-plan.ts'

/** Which parts, for how long, and every link that still leads somewhere. */
export function LinkSection() {
  const name = useSignal('')
  const days = useSignal<number>(7)
  const left = useSignal<ReadonlySet<StepId>>(new Set())
  const said = useSignal('')
  const steps = shownSteps().filter((step) => step === 'professionals' || thingsOf(step).length > 0)

  async function make() {
    said.value = o('unlock.busy')
    const chosen = steps.filter((step) => !left.value.has(step))
    const plan = planToShare(name.value.trim(), chosen, planItems.items.value, contacts.items.value)
    said.value = o(`link.result.${await shareByLink(plan, days.value)}`)
  }

  return (
    <section class="card reading" aria-labelledby="link">
      <h2 id="link">{o('link.title')}</h2>
      <p>{o('link.what')}</p>
      <AutoText
        id="link-naam"
        label={o('link.name')}
        hint={o('link.name.hint')}
        value={name.value}
        longest={80}
        isOneLine
        onText={(text) => {
          name.value = text
        }}
      />
      <fieldset class="choices">
        <legend>{o('link.parts')}</legend>
        {steps.map((step) => (
          <label key={step} class="choice">
            <input
              type="checkbox"
              checked={!left.value.has(step)}
              onChange={(event) => {
                const next = new Set(left.value)
                if (event.currentTarget.checked) next.delete(step)
                else next.add(step)
                left.value = next
              }}
            />
            {o(`step.${step}`)}
          </label>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend>{o('link.days')}</legend>
        {linkDays.map((each) => (
          <label key={each} class="choice">
            <input
              type="radio"
              name="dagen"
              checked={days.value === each}
              onChange={() => {
                days.value = each
              }}
            />
            {o(`link.days.${each}`)}
          </label>
        ))}
      </fieldset>
      <p>
        <button type="button" class="button button--primary" onClick={() => void make()}>
          {o('link.make')}
        </button>
      </p>
      <p role="status">{said.value}</p>
      <ul class="people plain-list">
        {[...sharedLinks.items.value]
          .sort((a, b) => b.expiresAt - a.expiresAt)
          .map((link) => (
            <li key={link.id} class="people__one">
              <LinkRow link={link} />
            </li>
          ))}
      </ul>
    </section>
  )
}

function LinkRow({ link }: { link: SharedLink }) {
  const said = useSignal('')
  const day = new Intl.DateTimeFormat(locales[ownLanguage()], { dateStyle: 'long', timeStyle: 'short' })
  return (
    <>
      <p>{o(link.expiresAt > Date.now() ? 'link.until' : 'link.over', { when: day.format(link.expiresAt) })}</p>
      <p class="quoted">{addressOfLink(link)}</p>
      <CopyOrShare text={addressOfLink(link)} />
      <p>
        <button
          type="button"
          class="button"
          onClick={async () => {
            if (!(await withdraw(link))) said.value = o('link.not-withdrawn')
          }}
        >
          {o('link.withdraw')}
        </button>
      </p>
      <p role="status">{said.value}</p>
    </>
  )
}
