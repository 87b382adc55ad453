/**
 * What others learn about someone who writes here, in plain words, the limits included. Says only what is true of this
 * version: whoever changes what is stored, logged or sent changes this page with it.
 */
import { Page } from '../shell/page.tsx'
import { r } from './messages.ts'
import { ReadingSection } from './reading-section.tsx'
import { WhoLearnsWhat } from './who-learns-what.tsx'

export function PrivacyPage() {
  return (
    <Page title={r('privacy.title')} lead={r('privacy.lead')}>
      <ReadingSection
        title="privacy.not-asked.title"
        points={['privacy.not-asked.account', 'privacy.not-asked.cookies']}
      />
      <ReadingSection
        title="privacy.writing.title"
        points={['privacy.writing.sealed', 'privacy.writing.members', 'privacy.writing.line']}
      />
      <ReadingSection title="privacy.table.title">
        <WhoLearnsWhat />
      </ReadingSection>
      <ReadingSection title="privacy.limit.title" points={['privacy.limit.code', 'privacy.limit.review']} />
      <ReadingSection title="privacy.address.title" text="privacy.address.text" />
      <ReadingSection
        title="privacy.device.title"
        points={['privacy.device.kept', 'privacy.device.history', 'privacy.device.calls']}
      />
    </Page>
  )
}
