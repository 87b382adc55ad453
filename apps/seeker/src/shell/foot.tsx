import { crisisAddress } from '../crisis-address.ts'
import { spokenLanguage, t } from '../messages.ts'
import { isNewVersionReady } from '../work-offline.ts'

export function Foot() {
  return (
    <footer class="foot">
      <nav class="foot__links" aria-label={t('foot.label')}>
        <a href={crisisAddress[spokenLanguage()]}>{t('foot.crisis')}</a>
        <a href="/hulplijnen">{t('foot.lines')}</a>
        <a href="/privacy">{t('foot.privacy')}</a>
      </nav>
      <p>{t('foot.no-replacement')}</p>
      <p role="status">{isNewVersionReady.value && t('foot.new-version')}</p>
    </footer>
  )
}
