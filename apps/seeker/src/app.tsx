/** Which address shows which page. `/crisis` is not here: it is a page of its own that needs no script. */
import { LocationProvider, Route, Router } from 'preact-iso/router'
import { FrontPage } from './front/front-page.tsx'
import { type LoadPage, lazyPage } from './lazy-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { Shell } from './shell/shell.tsx'

const LinesPage = lazyPage(async () => (await import('./lines/lines-page.tsx')).LinesPage)
const LinePage = lazyPage(async () => (await import('./lines/line-page.tsx')).LinePage)
const TalkRoute = lazyPage(async () => (await import('./talk-route.tsx')).TalkRoute)
const HoldPage = readingPage(async () => (await import('./reading/hold-page.tsx')).HoldPage)
const WorriedPage = readingPage(async () => (await import('./reading/worried-page.tsx')).WorriedPage)
const PrivacyPage = readingPage(async () => (await import('./reading/privacy-page.tsx')).PrivacyPage)

const GuidePage = lazyPage(async () => {
  const { searchReady } = await import('./search/messages.ts')
  await searchReady
  return (await import('./search/guide-page.tsx')).GuidePage
})

/** Links elsewhere on this host (the crisis page, the desk) load a page of their own. */
const OURS = /^\/(?!crisis(?:$|[?#])|desk(?:$|[/?#])|api\/)/

export function App() {
  return (
    <LocationProvider scope={OURS}>
      <Shell>
        <Router>
          <Route path="/" component={FrontPage} />
          <Route path="/hulplijnen" component={LinesPage} />
          <Route path="/hulplijn/:id" component={LinePage} />
          <Route path="/gids" component={GuidePage} />
          <Route path="/praten/:id" component={TalkRoute} />
          <Route path="/houvast" component={HoldPage} />
          <Route path="/bezorgd" component={WorriedPage} />
          <Route path="/privacy" component={PrivacyPage} />
          <Route default component={NotFoundPage} />
        </Router>
      </Shell>
    </LocationProvider>
  )
}

/** Waits for the sentences too, so that nobody sees a page in Dutch change to French under their eyes. */
function readingPage(load: LoadPage) {
  return lazyPage(async () => {
    await (await import('./reading/messages.ts')).readingReady
    return load()
  })
}
