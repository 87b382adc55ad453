/** The page of an appointment, fetched when somebody goes there, its sentences with it. */
import { lazyPage } from '../lazy-page.tsx'

export const AppointmentPage = lazyPage(async () => {
  const [{ AppointmentPage: Loaded }, { followUpWordsReady }] = await Promise.all([
    import('./appointment-page.tsx'),
    import('./messages.ts'),
  ])
  await followUpWordsReady
  return Loaded
})
