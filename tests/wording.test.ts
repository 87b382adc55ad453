import { describe, expect, test } from 'vitest'
import { findAvoidedWords } from '../packages/i18n/src/avoided-words.ts'
import { dutchSentences } from '../scripts/dutch-sentences.ts'

describe('the wording of every Dutch sentence', () => {
  const sentences = dutchSentences()

  test('catalogues, directory and crisis page are all read', () => {
    const read = (part: string) => sentences.filter(({ where }) => where.includes(part)).length

    expect(read('apps/seeker/src/messages/nl.json')).toBeGreaterThan(100)
    expect(read('apps/seeker/src/reading/messages/nl.json')).toBeGreaterThan(50)
    expect(read('apps/seeker/src/psychologist/messages/nl.json')).toBeGreaterThan(100)
    expect(read('packages/directory/src/lines/')).toBeGreaterThan(20)
    expect(read('apps/seeker/public/crisis.html')).toBeGreaterThan(15)
  })

  test('keeps to the guidelines on how to write about suicide', () => {
    const findings = sentences.flatMap(({ where, text }) =>
      findAvoidedWords(text).map(({ words }) => `${where}: ${words}`),
    )

    expect(findings).toEqual([])
  })
})
