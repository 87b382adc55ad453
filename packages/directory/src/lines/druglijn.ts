import { on, weekly } from '../hours-in-data.ts'
import type { Service } from '../service.ts'
import { confirmed, stale } from '../stated.ts'

export const druglijn: Service = {
  id: 'druglijn',
  name: 'De Druglijn',
  profile: stale(
    {
      forWhom: {
        nl: 'Wie gebruikt, en de mensen errond. Alle leeftijden.',
        en: 'People who use and those around them, of any age.',
        fr: 'Les personnes qui consomment et leur entourage, de tout âge.',
      },
      themes: ['alcohol', 'drugs', 'pills', 'gambling', 'gaming'],
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    { by: 'chat', hours: stale(weekly([...on([1, 2, 3, 4, 5], '12:00', '18:00')]), 'public-page', '2021-03') },
    {
      by: 'phone',
      number: confirmed('078 15 10 20', 'public-page', '2026-11-22'),
      hours: stale(weekly([...on([1, 2, 3, 4, 5], '10:00', '20:00')]), 'public-page'),
    },
    { by: 'mail' },
  ],
  site: confirmed('https://druglijn.be/', 'public-page', '2026-11-22'),
}
