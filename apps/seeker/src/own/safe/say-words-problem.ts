import type { WordsRefusal } from '@houvast/sealed/recovery-words'
import { o } from '../messages.ts'

/** What is wrong with twelve words, said so that it can be mended. */
export function sayWordsProblem(why: WordsRefusal): string {
  switch (why.reason) {
    case 'too-few':
    case 'too-many':
      return o('words.count', { count: why.count })
    case 'unknown-words':
      return o('words.unknown', { places: why.places.join(', ') })
    case 'not-these':
      return o('words.not-these')
  }
}
