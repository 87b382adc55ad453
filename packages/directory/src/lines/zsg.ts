import type { Service } from '../service.ts'
import { confirmed, stale } from '../stated.ts'

export const zsg: Service = {
  id: 'zsg',
  name: 'Zorgcentra na seksueel geweld',
  profile: stale(
    {
      forWhom: {
        nl: 'Iedereen na seksueel geweld, zeker als het minder dan zeven dagen geleden is.',
        en: 'Anyone after sexual violence, above all if it is less than seven days ago.',
        fr: 'Toute personne après des violences sexuelles, surtout si elles datent de moins de sept jours.',
      },
      themes: ['care-after-sexual-violence', 'sexual-violence'],
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    { by: 'on-site', hours: stale({ schedule: { kind: 'always' } }, 'public-page') },
    {
      by: 'phone',
      note: stale(
        {
          nl: 'Elk centrum heeft een eigen nummer; je vindt het op de site.',
          en: 'Each centre has its own number; find it on the site.',
          fr: 'Chaque centre a son numéro ; vous le trouverez sur le site.',
        },
        'public-page',
      ),
    },
    { by: 'chat', note: stale({ nl: 'voor volwassenen', en: 'for adults', fr: 'pour les adultes' }, 'public-page') },
  ],
  site: confirmed('https://seksueelgeweld.be/', 'public-page', '2026-11-22'),
}
