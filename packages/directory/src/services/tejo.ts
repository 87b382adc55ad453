import type { Service } from '../service.ts'
import { confirmed } from '../stated.ts'

export const tejo: Service = {
  id: 'tejo',
  name: 'TEJO',
  profile: confirmed(
    {
      forWhom: {
        nl: 'Jongeren van 10 tot 20 jaar. Je kan er binnenlopen.',
        en: 'Young people from 10 to 20. You can walk in.',
        fr: 'Jeunes de 10 à 20 ans. Vous pouvez entrer sans rendez-vous.',
      },
      themes: ['anything'],
      ages: { from: 10, to: 20 },
    },
    'public-page',
    '2026-11-22',
  ),
  channels: [{ by: 'on-site' }],
  site: confirmed('https://tejo.be/', 'public-page', '2026-11-22'),
}
