/** «Ik maak me zorgen om iemand»: ask, listen, act, and where the worried person can go themselves. */
import { InfoIcon, PhoneIcon } from '@houvast/ui/icon.tsx'
import { Page } from '../shell/page.tsx'
import { r } from './messages.ts'
import { ReadingSection } from './reading-section.tsx'

export function WorriedPage() {
  return (
    <Page title={r('worried.title')} lead={r('worried.lead')}>
      <div class="notice notice--warm">
        <InfoIcon />
        <p>{r('worried.danger')}</p>
      </div>
      <ReadingSection
        title="worried.ask.title"
        points={['worried.ask.moment', 'worried.ask.see', 'worried.ask.openly']}
      />
      <ReadingSection
        title="worried.listen.title"
        points={['worried.listen.time', 'worried.listen.glad', 'worried.listen.no-fix', 'worried.listen.no-secret']}
      />
      <ReadingSection
        title="worried.act.title"
        points={['worried.act.danger', 'worried.act.together', 'worried.act.again']}
      />
      <ReadingSection title="worried.you.title" points={['worried.you.limits', 'worried.you.1813']}>
        <p class="actions">
          <a class="button button--primary" href="tel:1813">
            <PhoneIcon />
            {r('worried.you.call')}
          </a>
          <a class="button" href="/hulplijn/zelfmoord1813">
            {r('worried.you.more')}
          </a>
        </p>
      </ReadingSection>
      <ReadingSection title="worried.later.title" text="worried.later.text">
        <p>
          <a href="/houvast/samen">{r('worried.later.plans')}</a>
        </p>
      </ReadingSection>
    </Page>
  )
}
