/** «Ik zoek houvast voor mezelf»: what can be done today, and honestly what cannot yet. */
import { MessageCircleIcon, PhoneIcon } from '@houvast/ui/icon.tsx'
import { crisisAddress } from '../crisis-address.ts'
import { spokenLanguage } from '../messages.ts'
import { Page } from '../shell/page.tsx'
import { r } from './messages.ts'
import { ReadingSection } from './reading-section.tsx'

export function HoldPage() {
  return (
    <Page title={r('hold.title')} lead={r('hold.lead')}>
      <ReadingSection title="hold.now.title" text="hold.now.text">
        <p class="actions">
          <a class="button button--primary" href="tel:106">
            <PhoneIcon />
            {r('hold.now.106')}
          </a>
          <a class="button button--primary" href="tel:1813">
            <PhoneIcon />
            {r('hold.now.1813')}
          </a>
          <a class="button" href="/hulplijnen">
            <MessageCircleIcon />
            {r('hold.now.lines')}
          </a>
          <a class="button" href={crisisAddress[spokenLanguage()]}>
            {r('hold.now.crisis')}
          </a>
        </p>
      </ReadingSection>
      <ReadingSection
        title="hold.plan.title"
        text="hold.plan.text"
        numbered
        points={['hold.plan.1', 'hold.plan.2', 'hold.plan.3', 'hold.plan.4', 'hold.plan.5', 'hold.plan.6']}
      />
      <ReadingSection title="hold.later.title" text="hold.later.text" />
    </Page>
  )
}
