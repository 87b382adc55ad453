import { findAvoidedWords } from '@houvast/i18n/avoided-words'
import words from '@houvast/i18n/spoken-words.json' with { type: 'json' }
import { LIST_LENGTH } from '@houvast/sealed/recovery-words'
import { expect, test } from 'vitest'

test('[K4] the list has 1,024 plain words that are told apart by four letters, and none that we avoid', () => {
  expect(words).toHaveLength(LIST_LENGTH)
  expect(new Set(words.map((word) => word.slice(0, 4))).size).toBe(LIST_LENGTH)
  expect(words.filter((word) => !/^[a-z]{3,10}$/.test(word))).toEqual([])
  expect(words.flatMap(findAvoidedWords)).toEqual([])
  // Half a word must not be another whole one: «maan» for «maandag» would be misread.
  expect(
    words.filter((word) => word.length < 4 && words.some((other) => other !== word && other.startsWith(word))),
  ).toEqual([])
})
