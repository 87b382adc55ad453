/** Where the facts in this directory were read. */
import type { Text } from './text.ts'

export const sources = {
  sam: {
    nl: 'SAM, lijst van de onlinehulplijnen',
    en: 'SAM, list of online helplines',
    fr: 'SAM, liste des lignes d’aide en ligne',
  },
  'public-page': {
    nl: 'openbare webpagina',
    en: 'public web page',
    fr: 'page web publique',
  },
  'common-knowledge': {
    nl: 'algemeen bekend, niet bevestigd',
    en: 'common knowledge, not confirmed',
    fr: 'connaissance courante, non confirmée',
  },
} as const satisfies Record<string, Text>

export type SourceId = keyof typeof sources
