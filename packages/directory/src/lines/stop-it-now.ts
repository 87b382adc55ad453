import { roughly } from '../hours-in-data.ts'
import type { Service } from '../service.ts'
import { confirmed, stale, unverified } from '../stated.ts'

export const stopItNow: Service = {
  id: 'stop-it-now',
  name: 'Stop it Now!',
  profile: stale(
    {
      forWhom: {
        nl: 'Volwassenen die zich zorgen maken over hun eigen seksuele gevoelens of gedrag tegenover minderjarigen. Ook partners, familie en hulpverleners.',
        en: 'Adults who worry about their own sexual feelings or behaviour towards minors. Also partners, family and professionals.',
        fr: 'Adultes inquiets de leurs propres sentiments ou comportements sexuels envers des mineurs. Aussi partenaires, famille et professionnels.',
      },
      themes: ['own-sexual-feelings'],
      ages: { from: 18 },
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    { by: 'phone', number: unverified('0800 200 88', 'common-knowledge') },
    {
      by: 'chat',
      hours: unverified(
        roughly({ nl: 'één moment in de week', en: 'one moment a week', fr: 'un moment par semaine' }),
        'public-page',
        '2023-02',
      ),
    },
    { by: 'mail' },
  ],
  site: confirmed('https://stopitnow.be/', 'public-page', '2026-11-22'),
}
