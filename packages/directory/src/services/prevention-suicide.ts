import type { Service } from '../service.ts'
import { confirmed } from '../stated.ts'

export const preventionSuicide: Service = {
  id: 'prevention-suicide',
  name: 'Franstalige zelfmoordlijn',
  profile: confirmed(
    {
      forWhom: {
        nl: 'Wie aan zelfmoord denkt en liever in het Frans praat.',
        en: 'Those who think of suicide and prefer to talk in French.',
        fr: 'Les personnes qui pensent au suicide et préfèrent parler en français.',
      },
      themes: ['suicide'],
      speaks: ['fr'],
    },
    'public-page',
    '2026-11-22',
  ),
  channels: [{ by: 'phone', number: confirmed('0800 32 123', 'public-page', '2026-11-22') }],
}
