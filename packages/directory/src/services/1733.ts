import type { Service } from '../service.ts'
import { confirmed } from '../stated.ts'

export const gpOnCall: Service = {
  id: '1733',
  name: '1733',
  profile: confirmed(
    {
      forWhom: {
        nl: 'Wie een huisarts van wacht nodig heeft.',
        en: 'Those who need a doctor on call.',
        fr: 'Pour joindre un médecin de garde.',
      },
      themes: ['illness'],
    },
    'public-page',
    '2026-11-22',
  ),
  channels: [{ by: 'phone', number: confirmed('1733', 'public-page', '2026-11-22') }],
}
