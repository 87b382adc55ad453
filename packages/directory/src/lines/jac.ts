import { on, weekly } from '../hours-in-data.ts'
import type { Service } from '../service.ts'
import { confirmed, stale, unverified } from '../stated.ts'

export const jac: Service = {
  id: 'jac',
  name: 'JAC online',
  profile: stale(
    {
      forWhom: { nl: 'Jongeren van 12 tot 25 jaar.', en: 'Young people from 12 to 25.', fr: 'Jeunes de 12 à 25 ans.' },
      themes: ['home', 'living-alone', 'self-image', 'sex', 'money', 'rights', 'studies-and-work'],
      ages: { from: 12, to: 25 },
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    { by: 'chat', hours: stale(weekly([...on([1, 2, 3, 4, 5], '11:00', '20:00')]), 'public-page', '2020-03') },
    { by: 'phone', number: unverified('0800 13 500', 'common-knowledge') },
    { by: 'mail' },
    { by: 'on-site' },
  ],
  site: confirmed('https://jac.be/', 'public-page', '2026-11-22'),
}
