import type { Service } from '../service.ts'
import { confirmed, stale, unverified } from '../stated.ts'

export const fara: Service = {
  id: 'fara',
  name: 'Fara',
  profile: stale(
    {
      forWhom: {
        nl: 'Wie voor een keuze staat rond een zwangerschap, en de mensen errond.',
        en: 'Those who face a choice about a pregnancy, and those around them.',
        fr: 'Les personnes face à un choix lors d’une grossesse, et leur entourage.',
      },
      themes: ['pregnancy', 'abortion', 'prenatal-diagnosis', 'after-an-abortion'],
    },
    'sam',
    '2020-03-05',
  ),
  channels: [{ by: 'chat' }, { by: 'phone', number: unverified('016 38 69 50', 'common-knowledge') }, { by: 'mail' }],
  site: confirmed('https://fara.be/', 'public-page', '2026-11-22'),
}
