/** «Ik zoek houvast voor mezelf»: everything in the toolkit, the way into a crisis first. */
import {
  BookOpenIcon,
  LayersIcon,
  LifeBuoyIcon,
  LockIcon,
  MessageSquareIcon,
  PackageIcon,
  ShareIcon,
  UsersIcon,
} from '@houvast/ui/icon.tsx'
import type { ComponentType } from 'preact'
import { Page } from '../shell/page.tsx'
import { CRISIS_PLAN } from './addresses.ts'
import { asksEvaluation, EvaluationCard } from './evaluation/evaluation-card.tsx'
import { type OwnKey, o } from './messages.ts'
import { ownData } from './own-data.ts'
import { asksForReview } from './plan/plan-model.ts'

type Tool = {
  readonly leadsTo: string
  readonly Sign: ComponentType
  readonly title: OwnKey
  readonly text: OwnKey
}

const tools: readonly Tool[] = [
  { leadsTo: '/houvast/plan', Sign: BookOpenIcon, title: 'plan.title', text: 'home.plan' },
  { leadsTo: '/houvast/backups', Sign: UsersIcon, title: 'contacts.title', text: 'home.contacts' },
  { leadsTo: '/houvast/nood-sms', Sign: MessageSquareIcon, title: 'texts.title', text: 'home.texts' },
  { leadsTo: '/houvast/kaarten', Sign: LayersIcon, title: 'cards.title', text: 'home.cards' },
  { leadsTo: '/houvast/box', Sign: PackageIcon, title: 'box.title', text: 'home.box' },
  { leadsTo: '/houvast/samen', Sign: ShareIcon, title: 'together.title', text: 'home.together' },
  { leadsTo: '/houvast/bewaren', Sign: LockIcon, title: 'safe.title', text: 'home.safe' },
]

export function HomePage() {
  return (
    <Page title={o('home.title')} lead={o('home.lead')} wide>
      <p>
        <a class="button button--primary button--large" href={CRISIS_PLAN}>
          <LifeBuoyIcon />
          {o('plan.crisis')}
        </a>
      </p>
      {ownData.value.state === 'keeps-nothing' && <p class="notice notice--warm">{o('own.keeps-nothing.more')}</p>}
      {asksForReview() && (
        <p class="notice notice--warm">
          <a href="/houvast/plan">{o('review.due')}</a>
        </p>
      )}
      <ul class="tools plain-list">
        {tools.map(({ leadsTo, Sign, title, text }) => (
          <li key={leadsTo}>
            <a class="card tool" href={leadsTo}>
              <span class="tool__sign">
                <Sign />
              </span>
              <span class="tool__words">
                <strong>{o(title)}</strong>
                <span>{o(text)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {asksEvaluation() && <EvaluationCard />}
      <p class="field__hint">{o('home.no-replacement')}</p>
      <p>
        <a href="/bezorgd">{o('home.for-someone-else')}</a>
      </p>
    </Page>
  )
}
