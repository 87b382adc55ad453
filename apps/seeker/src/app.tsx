/** Which address shows which page. `/crisis` is not here: it is a page of its own that needs no script. */
import { LocationProvider, Route, Router } from 'preact-iso/router'
import { AppointmentPage } from './follow-up/pages.ts'
import { FrontPage } from './front/front-page.tsx'
import { type LoadPage, lazyPage } from './lazy-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { ownPages } from './own/pages.tsx'
import { Shell } from './shell/shell.tsx'

const LinesPage = lazyPage(async () => (await import('./lines/lines-page.tsx')).LinesPage)
const LinePage = lazyPage(async () => (await import('./lines/line-page.tsx')).LinePage)
const TalkRoute = lazyPage(async () => (await import('./talk-route.tsx')).TalkRoute)
const WorriedPage = readingPage(async () => (await import('./reading/worried-page.tsx')).WorriedPage)
const PrivacyPage = readingPage(async () => (await import('./reading/privacy-page.tsx')).PrivacyPage)

const GuidePage = lazyPage(async () => {
  const { searchReady } = await import('./search/messages.ts')
  await searchReady
  return (await import('./search/guide-page.tsx')).GuidePage
})

const PsychologistPage = lazyPage(async () => {
  const { psychologistWordsReady } = await import('./psychologist/messages.ts')
  const { followUpWordsReady } = await import('./follow-up/messages.ts')
  await Promise.all([psychologistWordsReady, followUpWordsReady])
  return (await import('./psychologist/psychologist-page.tsx')).PsychologistPage
})

/** Links elsewhere on this host (the crisis page, the desk) load a page of their own. */
const OURS = /^\/(?!(?:mijn-)?crisis(?:$|[?#])|desk(?:$|[/?#])|api\/)/

export function App() {
  return (
    <LocationProvider scope={OURS}>
      <Shell>
        <Router>
          <Route path="/" component={FrontPage} />
          <Route path="/hulplijnen" component={LinesPage} />
          <Route path="/hulplijn/:id" component={LinePage} />
          <Route path="/gids" component={GuidePage} />
          <Route path="/psycholoog" component={PsychologistPage} />
          <Route path="/psycholoog/:professional" component={PsychologistPage} />
          <Route path="/praten/:id" component={TalkRoute} />
          <Route path="/houvast" component={ownPages.home} />
          <Route path="/houvast/plan" component={ownPages.plan} />
          <Route path="/houvast/plan/afdrukken" component={ownPages.print} />
          <Route path="/houvast/plan/vroeger" component={ownPages.versions} />
          <Route path="/houvast/plan/:step" component={ownPages.step} />
          <Route path="/houvast/backups" component={ownPages.contacts} />
          <Route path="/houvast/nood-sms" component={ownPages.texts} />
          <Route path="/houvast/kaarten" component={ownPages.cards} />
          <Route path="/houvast/oefening/:id" component={ownPages.exercise} />
          <Route path="/houvast/box" component={ownPages.box} />
          <Route path="/houvast/bewaren" component={ownPages.safe} />
          <Route path="/houvast/overzetten" component={ownPages.move} />
          <Route path="/houvast/samen" component={ownPages.together} />
          <Route path="/houvast/samen/plan" component={ownPages.live} />
          <Route path="/gedeeld" component={ownPages.shared} />
          <Route path="/afspraak/:id" component={AppointmentPage} />
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
