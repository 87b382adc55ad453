import { describe, expect, test } from 'vitest'
import { createTranslator } from './translator.ts'

const dutch = {
  greeting: 'Dag {name}',
  'before-you.one': 'Nog {count} persoon voor jou',
  'before-you.other': 'Nog {count} personen voor jou',
  goodbye: 'Tot ziens',
}

describe('saying something in a language', () => {
  test('puts names where they belong', () => {
    expect(createTranslator(dutch).say('greeting', { name: 'Noor' })).toBe('Dag Noor')
  })

  test('leaves a placeholder visible when its value is forgotten, so that it is noticed', () => {
    expect(createTranslator(dutch).say('greeting')).toBe('Dag {name}')
  })

  test.each([
    [0, 'Nog 0 personen voor jou'],
    [1, 'Nog 1 persoon voor jou'],
    [12, 'Nog 12 personen voor jou'],
    [1200, 'Nog 1.200 personen voor jou'],
  ])('counts %i as people do', (count, sentence) => {
    expect(createTranslator(dutch).count('before-you', count)).toBe(sentence)
  })

  test('follows the plural rules of the language, not of Dutch', () => {
    const french = {
      'before-you.one': '{count} personne avant vous',
      'before-you.other': '{count} personnes avant vous',
    }

    expect(createTranslator(dutch, french, 'fr').count('before-you', 0)).toBe('0 personne avant vous')
  })

  test('says in Dutch what the translation lacks', () => {
    const english = createTranslator(dutch, { greeting: 'Hello {name}' }, 'en')

    expect(english.say('greeting', { name: 'Noor' })).toBe('Hello Noor')
    expect(english.say('goodbye')).toBe('Tot ziens')
  })
})
