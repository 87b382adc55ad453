import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Catalogue = Readonly<Record<string, string>>

function catalogue(folder: string, language: string): Catalogue {
  return JSON.parse(readFileSync(new URL(`${folder}/${language}.json`, import.meta.url), 'utf8')) as Catalogue
}

/** Names, and words that are the same in both languages. */
const SAME_IN_EVERY_LANGUAGE = new Set(['Chat', 'Forum', 'Website', 'WhatsApp', 'Signal', 'Video', 'Android', 'Camera'])

const placeholders = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([found]) => found).toSorted()

function hasWordsOfItsOwn(sentence: string): boolean {
  const withoutNames = sentence.replace(/\{\w+\}|Houvast/g, '')
  return /\p{L}/u.test(withoutNames) && !SAME_IN_EVERY_LANGUAGE.has(sentence)
}

describe.each([
  ['shell, front page, lines and talk', '.'],
  ['reading pages', '../reading/messages'],
  ['the toolkit', '../own/messages'],
  ['ideas for the plan', '../own/plan/messages'],
  ['cards', '../own/cards/messages'],
  ['the plan in a crisis', '../crisis-plan/messages'],
  ['a talk with a psychologist', '../psychologist/messages'],
  ['what comes after a talk', '../follow-up/messages'],
])('the catalogues of %s', (_, folder) => {
  const dutch = catalogue(folder, 'nl')

  test.each(['en', 'fr'])('nothing is missing in %s, and nothing is left over', (language) => {
    expect(Object.keys(catalogue(folder, language))).toEqual(Object.keys(dutch))
  })

  test.each(['en', 'fr'])('%s fills in the same names and numbers', (language) => {
    const translation = catalogue(folder, language)
    for (const [key, sentence] of Object.entries(dutch)) {
      expect([key, ...placeholders(translation[key] ?? '')]).toEqual([key, ...placeholders(sentence)])
    }
  })

  test.each(['en', 'fr'])('no sentence was left in Dutch in %s', (language) => {
    const translation = catalogue(folder, language)
    const untranslated = Object.keys(dutch).filter(
      (key) => translation[key] === dutch[key] && hasWordsOfItsOwn(dutch[key] ?? ''),
    )

    expect(untranslated).toEqual([])
  })

  test('every counted sentence has a form for one and for many', () => {
    for (const key of Object.keys(dutch).filter((key) => key.endsWith('.one'))) {
      expect(dutch).toHaveProperty([key.replace(/one$/, 'other')])
    }
  })
})
