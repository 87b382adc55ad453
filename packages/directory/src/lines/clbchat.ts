import { on, weekly } from '../hours-in-data.ts'
import type { Service } from '../service.ts'
import { confirmed, stale } from '../stated.ts'

export const clbchat: Service = {
  id: 'clbchat',
  name: 'CLBch@t',
  profile: stale(
    {
      forWhom: {
        nl: 'Leerlingen, ouders en leerkrachten.',
        en: 'Pupils, parents and teachers.',
        fr: 'Élèves, parents et enseignants.',
      },
      themes: ['study-choice', 'school', 'school-wellbeing', 'health', 'truancy', 'bullying'],
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    {
      by: 'chat',
      hours: confirmed(
        weekly([...on([1, 2, 4], '17:00', '21:00'), ...on([3], '14:00', '21:00')]),
        'public-page',
        '2024-01-12',
      ),
      minutesMax: stale(45, 'public-page'),
    },
  ],
  site: confirmed('https://clbchat.be/', 'public-page', '2026-11-22'),
}
