import type { Service } from '../service.ts'
import { confirmed, stale, unverified } from '../stated.ts'

export const adoptiehuis: Service = {
  id: 'adoptiehuis',
  name: 'Adoptiehuis',
  profile: stale(
    {
      forWhom: {
        nl: 'Wie zwanger is en twijfelt of die het kind kan houden, en ouders die een kind afstonden.',
        en: 'Those who are pregnant and unsure about keeping the child, and birth parents.',
        fr: 'Personnes enceintes qui hésitent à garder l’enfant, et parents de naissance.',
      },
      themes: ['pregnancy', 'giving-up-a-child'],
    },
    'sam',
    '2020-03-05',
  ),
  channels: [{ by: 'phone' }, { by: 'chat' }, { by: 'mail' }],
  site: confirmed('https://adoptiehuis.be/', 'public-page', '2026-11-22'),
  note: unverified(
    {
      nl: 'Misschien is het Adoptiehuis intussen samengegaan met een andere organisatie.',
      en: 'The Adoptiehuis may have merged with another organisation.',
      fr: 'L’Adoptiehuis a peut-être fusionné avec une autre organisation.',
    },
    'public-page',
  ),
}
