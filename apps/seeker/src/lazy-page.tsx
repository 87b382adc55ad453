/**
 * A page whose code is fetched when someone goes there. When that fails (no network, a new version meanwhile), it says so
 * and offers to try again; the numbers to call stay in sight in the shell.
 */
import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { t } from './messages.ts'
import { Page } from './shell/page.tsx'

export type PageProps = { readonly params?: Readonly<Record<string, string>> }

export type LoadPage = () => Promise<ComponentType<PageProps>>

export function lazyPage(load: LoadPage): ComponentType<PageProps> {
  let loaded: ComponentType<PageProps> | undefined

  return function LazyPage(props: PageProps) {
    const state = useSignal<'loading' | 'loaded' | 'failed'>(loaded ? 'loaded' : 'loading')

    async function fetchPage() {
      state.value = 'loading'
      try {
        loaded = await load()
        state.value = 'loaded'
      } catch {
        state.value = 'failed'
      }
    }

    useEffect(() => {
      if (!loaded) void fetchPage()
    }, [])

    if (state.value === 'loaded' && loaded) {
      const Loaded = loaded
      return <Loaded {...props} />
    }
    if (state.value === 'loading') return <p class="page page--waiting" role="status" />
    return (
      <Page title={t('page.not-loaded.title')}>
        <p>{t('page.not-loaded.text')}</p>
        <p>
          <button type="button" class="button button--primary" onClick={() => void fetchPage()}>
            {t('page.not-loaded.again')}
          </button>
        </p>
      </Page>
    )
  }
}
