import type { Service } from '../service.ts'
import { confirmed } from '../stated.ts'

export const police101: Service = {
  id: '101',
  name: '101',
  profile: confirmed(
    {
      forWhom: {
        nl: 'Wie dringend de politie nodig heeft.',
        en: 'Those who urgently need the police.',
        fr: 'Pour appeler la police en urgence.',
      },
      themes: ['danger', 'violence'],
    },
    'public-page',
    '2026-11-22',
  ),
  channels: [{ by: 'phone', number: confirmed('101', 'public-page', '2026-11-22') }],
}
