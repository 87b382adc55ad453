import type { Service } from '../service.ts'
import { confirmed, unverified } from '../stated.ts'

export const childFocus: Service = {
  id: 'child-focus',
  name: 'Child Focus',
  profile: unverified(
    {
      forWhom: {
        nl: 'Wie een kind mist.',
        en: 'Those whose child is missing.',
        fr: 'Les proches d’un enfant disparu.',
      },
      themes: ['missing-child'],
    },
    'common-knowledge',
  ),
  channels: [
    {
      by: 'phone',
      number: confirmed('116 000', 'public-page', '2026-11-22'),
      hours: confirmed({ schedule: { kind: 'always' } }, 'public-page', '2026-11-22'),
    },
  ],
}
