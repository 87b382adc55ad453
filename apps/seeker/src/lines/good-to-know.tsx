/**
 * Who answers, what is kept, when confidentiality ends: what someone must be able to see before they write (quality norms of
 * the helplines). What we do not know is said, with where to look.
 */
import type { Service } from '@houvast/directory/service'
import type { Stated } from '@houvast/directory/stated'
import type { Text } from '@houvast/directory/text'
import { type MessageKey, spokenLanguage, t } from '../messages.ts'
import { sayTrust } from './say-trust.ts'

export function GoodToKnow({ service }: { service: Service }) {
  // Who answers and what is kept only concerns what has a talk; a doctor's door or 112 does not.
  if (!service.channels.some(({ by }) => by === 'chat' || by === 'mail')) return null
  return (
    <section class="section" aria-labelledby="weten">
      <h2 id="weten">{t('know.title')}</h2>
      <dl class="know">
        <Known question="know.who-answers" fact={service.answeredBy} />
        <Known question="know.kept" fact={service.kept} />
        <Known question="know.confidential" fact={service.confidentialityEnds} />
      </dl>
    </section>
  )
}

function Known({ question, fact }: { question: MessageKey; fact: Stated<Text> | undefined }) {
  const language = spokenLanguage()
  const trust = fact && sayTrust(fact, Date.now(), language)
  return (
    <div class="know__row">
      <dt>{t(question)}</dt>
      <dd>
        {fact ? fact.value[language] : t('know.unknown')}
        {trust && <span class="trust">{t(trust.key, trust.values)}</span>}
      </dd>
    </div>
  )
}
