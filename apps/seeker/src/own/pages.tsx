/** The pages of the toolkit, each fetched when somebody goes there, its sentences with it, and behind the gate where data is needed. */
import type { ComponentType } from 'preact'
import { type LoadPage, lazyPage, type PageProps } from '../lazy-page.tsx'

const ownPage = (load: LoadPage) => lazyPage(async () => behindGate(await load()))

/** Somebody else's plan needs nothing that is kept here: a lock of one's own does not stand before it. */
const sharedPage = lazyPage(async () => {
  const [{ SharedPage }, { ownWordsReady }] = await Promise.all([
    import('./together/shared-page.tsx'),
    import('./messages.ts'),
  ])
  await ownWordsReady
  return SharedPage
})

async function behindGate(Inner: ComponentType<PageProps>): Promise<ComponentType<PageProps>> {
  const [{ OwnGate }, { ownWordsReady }] = await Promise.all([import('./own-gate.tsx'), import('./messages.ts')])
  await ownWordsReady
  return (props) => (
    <OwnGate>
      <Inner {...props} />
    </OwnGate>
  )
}

export const ownPages = {
  home: ownPage(async () => (await import('./home-page.tsx')).HomePage),
  plan: ownPage(async () => (await import('./plan/plan-page.tsx')).PlanPage),
  step: ownPage(async () => {
    const [{ StepPage }, { ideasReady }] = await Promise.all([
      import('./plan/step-page.tsx'),
      import('./plan/ideas.ts'),
    ])
    await ideasReady
    return StepPage
  }),
  print: ownPage(async () => (await import('./plan/print-page.tsx')).PrintPage),
  versions: ownPage(async () => (await import('./plan/versions-page.tsx')).VersionsPage),
  contacts: ownPage(async () => (await import('./contacts/contacts-page.tsx')).ContactsPage),
  texts: ownPage(async () => (await import('./texts/texts-page.tsx')).TextsPage),
  cards: ownPage(async () => (await import('./cards/cards-page.tsx')).CardsPage),
  exercise: ownPage(async () => (await import('./cards/exercise-page.tsx')).ExercisePage),
  box: ownPage(async () => (await import('./box/box-page.tsx')).BoxPage),
  safe: ownPage(async () => (await import('./safe/safe-page.tsx')).SafePage),
  move: ownPage(async () => (await import('./safe/move-page.tsx')).MovePage),
  together: ownPage(async () => (await import('./together/together-page.tsx')).TogetherPage),
  live: ownPage(async () => (await import('./together/live-page.tsx')).LivePage),
  shared: sharedPage,
}
