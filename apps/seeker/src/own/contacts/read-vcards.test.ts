import { describe, expect, test } from 'vitest'
import { readVcards } from './read-vcards.ts'

describe('people from a vCard file', () => {
  test.each([
    [
      'an iPhone',
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Peeters;An;;;\r\nFN:An Peeters\r\nitem1.TEL;type=pref:+32 470 12 34 56\r\nEMAIL;type=HOME:an@voorbeeld.be\r\nEND:VCARD\r\n',
      { name: 'An Peeters', phone: '+32 470 12 34 56', mail: 'an@voorbeeld.be' },
    ],
    [
      'an old Android, with accents',
      'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:D=C3=A9sir=C3=A9;Jos=C3=A9;;;\nTEL;CELL:0470123456\nEND:VCARD',
      { name: 'José Désiré', phone: '0470123456' },
    ],
    [
      'version 4, with a number as an address and a folded line',
      'BEGIN:VCARD\nVERSION:4.0\nFN:Zeynep\\, mijn\n  buurvrouw\nTEL;VALUE=uri:tel:+32470123456\nEND:VCARD',
      { name: 'Zeynep, mijn buurvrouw', phone: '+32470123456' },
    ],
  ])('of %s', (_, text, person) => {
    expect(readVcards(text)).toEqual([person])
  })

  test('several in one file come all; what is no vCard gives nobody', () => {
    const one = 'BEGIN:VCARD\nFN:A\nEND:VCARD\n'
    expect(readVcards(one + one)).toHaveLength(2)
    expect(readVcards('hallo: wereld\nFN:A')).toEqual([])
    expect(readVcards('')).toEqual([])
  })
})
