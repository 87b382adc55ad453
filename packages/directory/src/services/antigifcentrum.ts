import type { Service } from '../service.ts'
import { confirmed } from '../stated.ts'

export const antigifcentrum: Service = {
  id: 'antigifcentrum',
  name: 'Antigifcentrum',
  profile: confirmed(
    {
      forWhom: {
        nl: 'Wie iets innam of in contact kwam met iets dat giftig kan zijn.',
        en: 'Those who took or touched something that may be poisonous.',
        fr: 'Personnes ayant avalé ou touché un produit peut-être toxique.',
      },
      themes: ['poisoning'],
    },
    'public-page',
    '2026-11-22',
  ),
  channels: [{ by: 'phone', number: confirmed('070 245 245', 'public-page', '2026-11-22') }],
}
