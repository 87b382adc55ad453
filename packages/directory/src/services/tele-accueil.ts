import type { Service } from '../service.ts'
import { confirmed } from '../stated.ts'

export const teleAccueil: Service = {
  id: 'tele-accueil',
  name: 'Télé-Accueil',
  profile: confirmed(
    {
      forWhom: {
        nl: 'Wie liever in het Frans praat.',
        en: 'Those who prefer to talk in French.',
        fr: 'Toute personne qui préfère parler en français.',
      },
      themes: ['anything'],
      speaks: ['fr'],
    },
    'public-page',
    '2026-11-22',
  ),
  channels: [{ by: 'phone', number: confirmed('107', 'public-page', '2026-11-22') }],
}
