import { on, weekly } from '../hours-in-data.ts'
import type { Service } from '../service.ts'
import { confirmed, stale, unverified } from '../stated.ts'

export const caw: Service = {
  id: 'caw',
  name: 'CAW online',
  profile: stale(
    {
      forWhom: {
        nl: 'Volwassenen vanaf 25 jaar. Ben je jonger, dan helpt JAC je.',
        en: 'Adults from 25. If you are younger, JAC is there for you.',
        fr: 'Adultes à partir de 25 ans. Plus jeune ? Le JAC est là pour vous.',
      },
      themes: [
        'relations',
        'separation',
        'money',
        'debt',
        'housing',
        'homelessness',
        'violence',
        'grief',
        'victim-support',
        'administration',
      ],
      ages: { from: 25 },
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    {
      by: 'chat',
      hours: stale(
        weekly([...on([1, 2, 3, 4, 5], '11:00', '17:00'), ...on([1, 2, 3, 4, 5], '19:00', '20:00')]),
        'public-page',
        '2020-03',
      ),
    },
    { by: 'phone', number: unverified('0800 13 500', 'common-knowledge') },
    { by: 'mail' },
    { by: 'on-site' },
  ],
  site: confirmed('https://caw.be/', 'public-page', '2026-11-22'),
}
