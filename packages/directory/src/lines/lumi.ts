import type { Service } from '../service.ts'
import { confirmed, stale } from '../stated.ts'

export const lumi: Service = {
  id: 'lumi',
  name: 'Lumi',
  profile: stale(
    {
      forWhom: {
        nl: 'Iedereen met vragen over gender en over op wie je valt, en de mensen errond.',
        en: 'Anyone with questions about gender and orientation, and those around them.',
        fr: 'Toute personne qui a des questions sur le genre ou l’orientation, et son entourage.',
      },
      themes: ['gender', 'orientation', 'coming-out', 'transition', 'discrimination'],
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    { by: 'chat' },
    {
      by: 'phone',
      number: confirmed('0800 99 533', 'public-page', '2026-11-22'),
      free: confirmed(true, 'public-page', '2026-11-22'),
    },
    { by: 'mail' },
  ],
  site: confirmed('https://lumi.be/', 'public-page', '2026-11-22'),
}
