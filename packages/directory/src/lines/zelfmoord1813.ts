import { on, weekly } from '../hours-in-data.ts'
import type { Service } from '../service.ts'
import { confirmed, stale } from '../stated.ts'

export const zelfmoord1813: Service = {
  id: 'zelfmoord1813',
  name: 'Zelfmoordlijn 1813',
  profile: stale(
    {
      forWhom: {
        nl: 'Wie aan zelfmoord denkt, wie zich zorgen maakt om iemand, en wie iemand verloor door zelfdoding.',
        en: 'People who think of suicide, worry about someone, or lost someone to suicide.',
        fr: 'Les personnes qui pensent au suicide, s’inquiètent pour quelqu’un ou ont perdu quelqu’un.',
      },
      themes: ['suicide', 'worried-about-suicide', 'bereaved-by-suicide'],
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    {
      by: 'phone',
      number: confirmed('1813', 'public-page', '2026-11-22'),
      free: confirmed(true, 'public-page', '2026-11-22'),
      hours: confirmed({ schedule: { kind: 'always' } }, 'public-page', '2026-11-22'),
    },
    {
      by: 'chat',
      hours: stale(
        weekly(on([1, 2, 3, 4, 5, 6, 7], '17:00', '24:00'), {
          words: {
            nl: 'elke dag van 17 tot 24 uur (in 2023 ook woensdagnamiddag)',
            en: 'every day 17:00 to 24:00 (in 2023 also Wednesday afternoon)',
            fr: 'tous les jours de 17 h à 24 h (en 2023 aussi le mercredi après-midi)',
          },
        }),
        'public-page',
        '2021-12',
      ),
    },
    { by: 'mail' },
    { by: 'forum' },
  ],
  site: confirmed('https://zelfmoord1813.be/', 'public-page', '2026-11-22'),
}
