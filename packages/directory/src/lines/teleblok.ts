import { on, weekly } from '../hours-in-data.ts'
import type { Service } from '../service.ts'
import { confirmed, stale, unverified } from '../stated.ts'

export const teleblok: Service = {
  id: 'teleblok',
  name: 'Teleblok',
  profile: stale(
    {
      forWhom: {
        nl: 'Studenten, en hun ouders, alleen in examenperiodes.',
        en: 'Students and their parents, in exam periods only.',
        fr: 'Étudiants et leurs parents, uniquement en période d’examens.',
      },
      themes: ['study-stress', 'exams'],
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    {
      by: 'chat',
      hours: unverified(
        weekly(on([1, 2, 3, 4, 5, 6, 7], '18:00', '23:00'), { onlyIn: 'unknown' }),
        'public-page',
        '2014',
      ),
    },
    { by: 'phone', number: unverified('0800 13 144', 'public-page', '2014') },
  ],
  site: confirmed('https://teleblok.be/', 'public-page', '2026-11-22'),
  note: unverified(
    {
      nl: 'We weten niet of Teleblok nog bestaat.',
      en: 'We do not know whether Teleblok still exists.',
      fr: 'Nous ne savons pas si Teleblok existe encore.',
    },
    'public-page',
  ),
}
