import { on, weekly } from '../hours-in-data.ts'
import type { Service } from '../service.ts'
import { confirmed, stale } from '../stated.ts'

export const autismechat: Service = {
  id: 'autismechat',
  name: 'Autisme Chat',
  profile: stale(
    {
      forWhom: {
        nl: 'Kinderen, jongeren en volwassenen met (een vermoeden van) autisme, en hun netwerk.',
        en: 'Children, young people and adults with (possible) autism, and those around them.',
        fr: 'Enfants, jeunes et adultes avec (peut-être) de l’autisme, et leur entourage.',
      },
      themes: ['autism'],
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    {
      by: 'chat',
      hours: stale(weekly([...on([1, 2, 4], '18:00', '22:00'), ...on([3], '14:00', '22:00')]), 'public-page', '2021'),
    },
  ],
  site: confirmed('https://ligaautismevlaanderen.be/', 'public-page', '2026-11-22'),
}
