import { on, weekly } from '../hours-in-data.ts'
import type { Service } from '../service.ts'
import { confirmed, stale } from '../stated.ts'

export const teleOnthaal: Service = {
  id: 'tele-onthaal',
  name: 'Tele-Onthaal',
  profile: stale(
    {
      forWhom: {
        nl: 'Iedereen die een luisterend oor zoekt.',
        en: 'Anyone who wants someone to listen.',
        fr: 'Toute personne qui cherche une oreille attentive.',
      },
      themes: ['anything', 'loneliness', 'worries', 'grief', 'relations'],
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    {
      by: 'phone',
      number: confirmed('106', 'public-page', '2026-11-22'),
      free: confirmed(true, 'public-page', '2026-11-22'),
      hours: confirmed({ schedule: { kind: 'always' } }, 'public-page', '2026-11-22'),
    },
    {
      by: 'chat',
      hours: stale(
        weekly([...on([1, 2, 4, 5, 6], '18:00', '23:00'), ...on([3, 7], '15:00', '23:00')]),
        'public-page',
        '2023-01',
      ),
    },
  ],
  site: confirmed('https://tele-onthaal.be/', 'public-page', '2026-11-22'),
  kept: stale(
    {
      nl: 'Tele-Onthaal bewaart niets waaraan je te herkennen bent.',
      en: 'Tele-Onthaal keeps nothing that could identify you.',
      fr: 'Tele-Onthaal ne garde rien qui permette de vous identifier.',
    },
    'public-page',
  ),
}
