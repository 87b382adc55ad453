/** Every address of the seeker app that has a page, for the checks that go over all of them. */
export const seekerPages = [
  '/',
  '/hulplijnen',
  '/hulplijn/tele-onthaal',
  '/hulplijn/clbchat',
  '/praten/awel',
  '/gids',
  '/houvast',
  '/bezorgd',
  '/privacy',
  '/crisis',
  '/geen-pagina',
] as const
