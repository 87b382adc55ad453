import type { Service } from '../service.ts'
import { confirmed, unverified } from '../stated.ts'

export const crisismeldpunten: Service = {
  id: 'crisismeldpunten',
  name: 'Crisismeldpunten',
  profile: unverified(
    {
      forWhom: {
        nl: 'Wie in een crisis snel hulp nodig heeft.',
        en: 'Those who quickly need help in a crisis.',
        fr: 'Pour une aide rapide en cas de crise.',
      },
      themes: ['worries'],
    },
    'common-knowledge',
  ),
  channels: [
    {
      by: 'on-site',
      note: confirmed(
        {
          nl: 'Je huisarts of het CAW neemt contact op met het meldpunt.',
          en: 'Your doctor or the CAW contacts them for you.',
          fr: 'Votre médecin ou le CAW les contacte pour vous.',
        },
        'public-page',
        '2026-11-22',
      ),
    },
  ],
}
