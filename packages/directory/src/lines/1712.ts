import { roughly } from '../hours-in-data.ts'
import type { Service } from '../service.ts'
import { confirmed, stale } from '../stated.ts'

export const line1712: Service = {
  id: '1712',
  name: '1712',
  profile: stale(
    {
      forWhom: {
        nl: 'Iedereen met een vraag over geweld: wie het meemaakt, wie het ziet en wie het zelf gebruikt.',
        en: 'Anyone with a question about violence: those who live through it, see it, or use it.',
        fr: 'Toute personne ayant une question sur la violence : qui la subit, la voit ou l’exerce.',
      },
      themes: [
        'violence',
        'abuse',
        'partner-violence',
        'child-abuse',
        'elder-abuse',
        'honour-violence',
        'genital-mutilation',
        'forced-marriage',
        'sexual-violence',
        'image-abuse',
      ],
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    {
      by: 'phone',
      number: confirmed('1712', 'public-page', '2026-11-22'),
      free: confirmed(true, 'public-page', '2026-11-22'),
    },
    {
      by: 'chat',
      hours: stale(
        roughly({
          nl: 'weekdagen tot 22 uur, in het weekend gesloten',
          en: 'weekdays until 22:00, closed at weekends',
          fr: 'en semaine jusqu’à 22 h, fermé le week-end',
        }),
        'public-page',
        '2021-09',
      ),
    },
    {
      by: 'mail',
      note: stale(
        { nl: 'antwoord binnen 2 werkdagen', en: 'answer within 2 working days', fr: 'réponse sous 2 jours ouvrables' },
        'public-page',
      ),
    },
  ],
  site: confirmed('https://1712.be/', 'public-page', '2026-11-22'),
  note: confirmed(
    {
      nl: '1712 is geen noodnummer. Ben je nu in gevaar? Bel 112.',
      en: '1712 is not an emergency number. In danger now? Call 112.',
      fr: 'Le 1712 n’est pas un numéro d’urgence. En danger ? Appelez le 112.',
    },
    'public-page',
    '2026-11-22',
  ),
}
