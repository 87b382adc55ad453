import { roughly } from '../hours-in-data.ts'
import type { Service } from '../service.ts'
import { confirmed, stale } from '../stated.ts'

export const nupraatikerover: Service = {
  id: 'nupraatikerover',
  name: 'Nupraatikerover',
  profile: stale(
    {
      forWhom: {
        nl: 'Kinderen en jongeren onder 18 die iets ergs meemaken of meemaakten.',
        en: 'Children and young people under 18 who live or lived through something bad.',
        fr: 'Enfants et jeunes de moins de 18 ans qui vivent ou ont vécu quelque chose de grave.',
      },
      themes: ['sexual-violence', 'abuse', 'violence', 'neglect'],
      ages: { to: 17 },
    },
    'sam',
    '2020-03-05',
  ),
  channels: [
    {
      by: 'chat',
      hours: stale(
        roughly({
          nl: 'op weekdagen in de namiddag en de avond, niet op vrijdagavond; daarbuiten op afspraak',
          en: 'weekday afternoons and evenings, not Friday evening; at other times by appointment',
          fr: 'en semaine l’après-midi et le soir, pas le vendredi soir ; sinon sur rendez-vous',
        }),
        'public-page',
        '2020',
      ),
      note: stale(
        {
          nl: 'Je kan meer keren met dezelfde persoon praten.',
          en: 'You can talk to the same person several times.',
          fr: 'Vous pouvez parler plusieurs fois avec la même personne.',
        },
        'public-page',
        '2020',
      ),
    },
  ],
  site: confirmed('https://nupraatikerover.be/', 'public-page', '2026-11-22'),
}
