/** «Samen»: on paper, by a link that only shows, or live with somebody. */
import '../contacts/people.css'
import { Page } from '../../shell/page.tsx'
import { o } from '../messages.ts'
import { LinkSection } from './link-section.tsx'
import { LiveSection } from './live-section.tsx'

export function TogetherPage() {
  return (
    <Page title={o('together.title')} lead={o('together.lead')}>
      <p class="notice">{o('together.not-watched')}</p>
      <section class="card reading" aria-labelledby="papier">
        <h2 id="papier">{o('together.paper')}</h2>
        <p>{o('together.paper.what')}</p>
        <p>
          <a class="button" href="/houvast/plan/afdrukken">
            {o('plan.print')}
          </a>
        </p>
      </section>
      <LinkSection />
      <LiveSection />
    </Page>
  )
}
