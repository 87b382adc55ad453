import { describe, expect, test } from 'vitest'
import { findAvoidedWords } from './avoided-words.ts'

describe('words that do not stand in our sentences', () => {
  test.each([
    ['Hij heeft zelfmoord gepleegd.', 'gepleegd'],
    ['Na een mislukte poging', 'mislukte'],
    ['Het is gelukt', 'gelukt'],
    ['Er lijkt geen andere uitweg', 'uitweg'],
    ['een oplossing voor je problemen', 'oplossing'],
    ['om eindelijk rust te vinden', 'rust te vinden'],
    ['zacht en pijnloos', 'pijnloos'],
    ['Wil je er een einde aan maken?', 'een einde aan maken'],
    ['een eind aan je leven maken', 'een eind aan je leven maken'],
    ['Ze wil gewoon aandacht vragen', 'aandacht vragen'],
    ['Het is je eigen schuld', 'je eigen schuld'],
    ['Alles komt goed', 'Alles komt goed'],
    ['Deze chat is 100 % anoniem', '100 % anoniem'],
    ['volledig anoniem', 'volledig anoniem'],
    ['Je bent niet alleen 💙', '💙'],
  ])('«%s» is caught at «%s»', (sentence, words) => {
    expect(findAvoidedWords(sentence).map((found) => found.words)).toContain(words)
  })

  test.each([
    'Denk je aan zelfmoord? Gedachten komen en gaan.',
    'Ze is overleden door zelfdoding.',
    'Praten kan anoniem: je naam hoef je niet te zeggen.',
    'Je hoeft het niet op te lossen.',
    'Slachtofferhulp',
    'Kies een rustig moment en adem rustig uit.',
  ])('«%s» is fine', (sentence) => {
    expect(findAvoidedWords(sentence)).toEqual([])
  })
})
