import type { Service } from '../service.ts'
import { unverified } from '../stated.ts'

export const huisarts: Service = {
  id: 'huisarts',
  name: 'Je huisarts',
  profile: unverified(
    {
      forWhom: {
        nl: 'Iedereen, als eerste stap. Je huisarts luistert en zoekt mee verder.',
        en: 'Anyone, as a first step. Your doctor listens and looks for help with you.',
        fr: 'Tout le monde, comme premier pas. Votre médecin écoute et cherche avec vous.',
      },
      themes: ['feeling-down', 'illness', 'worries'],
    },
    'common-knowledge',
  ),
  channels: [{ by: 'on-site' }],
}
