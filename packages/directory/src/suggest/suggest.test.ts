import { describe, expect, test } from 'vitest'
import { suggest } from './suggest.ts'

const first = (text: string, age?: number) => suggest({ text, age }).suggestions[0]?.line

describe('the first suggestion', () => {
  test.each([
    ['ik word gepest op school, ben 13', 'awel'],
    ['mijn man drinkt elke avond', 'druglijn'],
    ['mijne vent slaat mij', '1712'],
    ['ik ben zwanger en weet niet of ik het wil houden', 'fara'],
    ['ik ben geadopteerd en zoek mijn biologische moeder', 'a-buddy'],
    ['ik denk vaak aan zelfmoord', 'zelfmoord1813'],
    ['mijn zoon gokt al zijn geld op', 'druglijn'],
    ['ik ben een jongen en verliefd op een jongen', 'lumi'],
    ['de deurwaarder komt en ik kan mijn schulden niet betalen, ik ben 45', 'caw'],
    ['ik ben 20 en heb schulden', 'jac'],
    ['mijn zoon heeft autisme', 'autismechat'],
    ['ik val op kinderen en daar schrik ik van', 'stop-it-now'],
    ['ik ben 13, mijn stiefvader komt snachts in mijn bed', 'nupraatikerover'],
    ['ik voel mij zo alleen sinds mijn man gestorven is', 'tele-onthaal'],
    ['ik wil mijn baby afstaan voor adoptie', 'adoptiehuis'],
    ['welke richting moet ik kiezen in het derde middelbaar', 'clbchat'],
    ['my husband hits me', '1712'],
    ['je bois trop', 'druglijn'],
    ['i want to talk about my gender, i think im trans', 'lumi'],
    ['verkracht vorig jaar, ik ben 30', 'zsg'],
  ])('to «%s» is %s', (text, line) => {
    expect(first(text)).toBe(line)
  })
})

describe('spelling does not matter', () => {
  test.each([
    ['gepesd op schol', 'awel'],
    ['mijn vrient is verslaaft aan cocaine', 'druglijn'],
    ['zwangr en weet ni wa doen', 'fara'],
    ['ZELFMOORDGEDACHTEN', 'zelfmoord1813'],
    ['autistis en overprikelt', 'autismechat'],
  ])('«%s»', (text, line) => {
    expect(first(text)).toBe(line)
  })
})

describe('what is denied does not count', () => {
  test('not pregnant', () => {
    expect(first('ik ben niet zwanger maar wel eenzaam, 45 jaar')).toBe('tele-onthaal')
  })
})

describe('[S5] danger stands above the suggestions, and they are still there', () => {
  test.each([
    ['ik wil dood', ['112', '1813-phone']],
    ['ik ga vanavond een einde aan mijn leven maken', ['112', '1813-phone']],
    ['i want to kill myself', ['112', '1813-phone']],
    ['je veux mourir', ['112', '1813-phone']],
    ['hij slaat mij nu, hij heeft een mes', ['112', '101']],
    ['ik heb een hele doos pillen geslikt', ['112', 'antigifcentrum']],
    ['mijn kind heeft bleekwater gedronken', ['112', 'antigifcentrum']],
    ['ik ben gisteren verkracht', ['zsg', '101']],
    ['mijn dochter is weggelopen van huis en neemt niet op', ['child-focus']],
    ['40 graden koorts en de dokter is dicht', ['1733']],
    ['ik word gechanteerd met naaktfotos, ben 15', ['child-focus']],
    ['mijn vader ademt niet meer', ['112']],
  ])('«%s»', (text, urgent) => {
    const answer = suggest({ text })

    expect(answer.urgent).toEqual(expect.arrayContaining(urgent))
    expect(answer.suggestions).toHaveLength(3)
  })
})

describe('[S5] words that only look like danger do not alarm', () => {
  test.each([
    'mijn hond is dood',
    'ik ben doodmoe van mijn werk',
    'ik schaam mij dood',
    'ik denk soms aan zelfmoord maar ik ga niks doen',
    'mijn broer pleegde vijf jaar geleden zelfmoord',
    'ik lach me kapot met mijn vriendinnen maar thuis is het niet leuk',
    'ik neem al jaren slaappillen',
    'hij sloeg mij vroeger toen we nog samen waren',
    'ik werd als kind misbruikt',
    'mijn kat is weggelopen',
    'ik heb stress voor mijn examens',
    'ik ben zwanger',
  ])('«%s»', (text) => {
    expect(suggest({ text }).urgent).toEqual([])
  })
})

test('the second and the third are others than the first', () => {
  const lines = suggest({ text: 'ik word gepest' }).suggestions.map(({ line }) => line)

  expect(new Set(lines).size).toBe(3)
})

test('nothing typed, or nothing that can be read, leads to someone to talk to about anything', () => {
  expect(suggest({ text: '' }).suggestions.map(({ line }) => line)).toContain('tele-onthaal')
  expect(suggest({ text: '🙂🙂 ... ??' }).urgent).toEqual([])
})

test('a very long text is answered as well', () => {
  expect(suggest({ text: 'ik word gepest op school. '.repeat(5000) }).suggestions).toHaveLength(3)
})
