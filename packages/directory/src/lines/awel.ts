import { roughly } from '../hours-in-data.ts'
import type { Service } from '../service.ts'
import { confirmed, stale } from '../stated.ts'

export const awel: Service = {
  id: 'awel',
  name: 'Awel',
  profile: stale(
    {
      forWhom: { nl: 'Kinderen en jongeren.', en: 'Children and young people.', fr: 'Enfants et jeunes.' },
      themes: ['anything', 'parents', 'bullying', 'friendship', 'love', 'feeling-down', 'self-harm', 'school'],
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    {
      by: 'chat',
      hours: stale(
        roughly({
          nl: 'op weekavonden, zaterdag van 18 tot 22 uur',
          en: 'weekday evenings, Saturday 18:00 to 22:00',
          fr: 'en semaine le soir, samedi de 18 h à 22 h',
        }),
        'public-page',
        '2018',
      ),
    },
    {
      by: 'phone',
      number: confirmed('102', 'public-page', '2026-11-22'),
      free: confirmed(true, 'public-page', '2026-11-22'),
    },
    { by: 'mail' },
    { by: 'forum' },
  ],
  site: confirmed('https://awel.be/', 'public-page', '2026-11-22'),
}
