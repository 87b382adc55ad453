/**
 * What someone typed, as words that can be compared: lower case, no accents, no articles, joined words taken apart
 * (`kwil` → `k wil`, `14j` → `14 j`), and how people write brought to how the vocabulary writes it (`nimeer` → `niet meer`).
 */
import spellings from '../vocabulary/spellings.json' with { type: 'json' }

/** Longer texts are read up to here: what it is about stands at the beginning. */
const WORDS_MAX = 120

const written = new Map(
  Object.entries(spellings as Record<string, string>).map(([as, means]) => [as, means.split(' ')]),
)
const articles = new Set([
  'de',
  'het',
  't',
  'een',
  'n',
  'nen',
  'ne',
  'den',
  'the',
  'a',
  'an',
  'le',
  'la',
  'l',
  'un',
  'une',
])

export function readWords(text: string): readonly string[] {
  return split(text).filter((word) => word !== PAUSE)
}

/** Where a sentence pauses. */
export const PAUSE = '|'

/** The words with the pauses between them. */
export function readWordsAndPauses(text: string): readonly string[] {
  return split(text)
}

function split(text: string): readonly string[] {
  return text
    .slice(0, 2000)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`´]/g, ' ')
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
    .replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, '$1$2 ')
    .replace(/[,.;:!?()\n–—-]+/g, ` ${PAUSE} `)
    .split(/[^\p{L}\d|]+/u)
    .flatMap((word) => written.get(word) ?? word)
    .filter((word) => word !== '' && !articles.has(word))
    .slice(0, WORDS_MAX)
}
