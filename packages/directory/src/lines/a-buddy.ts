import { on, weekly } from '../hours-in-data.ts'
import type { Service } from '../service.ts'
import { confirmed, stale } from '../stated.ts'

export const aBuddy: Service = {
  id: 'a-buddy',
  name: 'a-Buddy',
  profile: stale(
    {
      forWhom: { nl: 'Mensen die geadopteerd zijn.', en: 'People who were adopted.', fr: 'Personnes adoptées.' },
      themes: ['adoption', 'identity', 'roots'],
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    {
      by: 'chat',
      hours: stale(weekly([...on([1, 3], '20:00', '22:00')]), 'public-page'),
      minutesMax: stale(45, 'public-page'),
      note: stale(
        {
          nl: 'Je kan een vaste buddy krijgen.',
          en: 'You can have a buddy of your own.',
          fr: 'Vous pouvez avoir un buddy attitré.',
        },
        'public-page',
      ),
    },
  ],
  site: confirmed('https://a-buddy.be/', 'public-page', '2026-11-22'),
  answeredBy: stale(
    {
      nl: 'Mensen die zelf geadopteerd zijn.',
      en: 'People who were adopted themselves.',
      fr: 'Des personnes elles-mêmes adoptées.',
    },
    'public-page',
  ),
  kept: stale(
    {
      nl: 'a-Buddy bewaart gesprekken 3 jaar.',
      en: 'a-Buddy keeps conversations for 3 years.',
      fr: 'a-Buddy conserve les conversations 3 ans.',
    },
    'public-page',
  ),
}
