import type { Service } from '../service.ts'
import { confirmed } from '../stated.ts'

export const emergency112: Service = {
  id: '112',
  name: '112',
  profile: confirmed(
    {
      forWhom: {
        nl: 'Iedereen in gevaar. Voor een ziekenwagen of de brandweer.',
        en: 'Anyone in danger. For an ambulance or the fire brigade.',
        fr: 'Toute personne en danger. Pour une ambulance ou les pompiers.',
      },
      themes: ['danger'],
    },
    'public-page',
    '2026-11-22',
  ),
  channels: [
    {
      by: 'phone',
      number: confirmed('112', 'public-page', '2026-11-22'),
      hours: confirmed({ schedule: { kind: 'always' } }, 'public-page', '2026-11-22'),
    },
  ],
  note: confirmed(
    {
      nl: 'Hoor of spreek je niet goed? Met de app 112 BE kan je ook zonder praten om hulp vragen.',
      en: 'Deaf or hard of hearing? With the app 112 BE you can ask for help without speaking.',
      fr: 'Sourd ou malentendant ? Avec l’app 112 BE, vous demandez de l’aide sans parler.',
    },
    'public-page',
    '2026-11-22',
  ),
}
