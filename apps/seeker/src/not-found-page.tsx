import { t } from './messages.ts'
import { Page } from './shell/page.tsx'

/** A wrong address is never a dead end. */
export function NotFoundPage() {
  return (
    <Page title={t('not-found.title')} lead={t('not-found.text')}>
      <p class="actions">
        <a class="button button--primary button--large" href="/">
          {t('not-found.home')}
        </a>
        <a class="button button--large" href="/hulplijnen">
          {t('not-found.lines')}
        </a>
      </p>
    </Page>
  )
}
