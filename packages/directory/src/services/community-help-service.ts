import type { Service } from '../service.ts'
import { confirmed } from '../stated.ts'

export const communityHelpService: Service = {
  id: 'community-help-service',
  name: 'Community Help Service',
  profile: confirmed(
    {
      forWhom: {
        nl: 'Wie liever in het Engels praat.',
        en: 'Those who prefer to talk in English.',
        fr: 'Toute personne qui préfère parler en anglais.',
      },
      themes: ['anything'],
      speaks: ['en'],
    },
    'public-page',
    '2026-11-22',
  ),
  channels: [{ by: 'phone' }],
}
