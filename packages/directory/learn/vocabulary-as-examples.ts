/** Each phrase of the vocabulary is an example too, of few words: `@partner drinkt` becomes «man drinkt». */
import { splitRow } from '../src/suggest/phrase-book.ts'
import { groups, type SubjectId, subjects } from '../src/vocabulary/vocabulary.ts'

type Rows = { readonly surely?: readonly string[]; readonly says?: readonly string[] }

export function* vocabularyAsExamples(): Generator<{ readonly text: string; readonly subject: SubjectId }> {
  for (const [subject, { surely = [], says = [] }] of Object.entries(subjects) as [SubjectId, Rows][])
    for (const phrase of [...surely, ...says].flatMap(splitRow)) yield { text: inPlainWords(phrase), subject }
}

function inPlainWords(phrase: string): string {
  return phrase
    .replace(/@(\S+)/g, (_, name: string) => splitRow((groups as Record<string, string[]>)[name]?.[0] ?? '')[0] ?? '')
    .replaceAll('*', '')
}
