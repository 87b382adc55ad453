import { openAt } from '@houvast/rules/opening-hours/open-at'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { findService } from './find-service.ts'
import { lines } from './lines.ts'
import { otherServices } from './other-services.ts'
import { ServiceSchema } from './schema.ts'
import type { Service } from './service.ts'
import { confirmed, type Stated, stale, statusOn, unverified, wholeDate } from './stated.ts'
import { type ThemeId, themes } from './themes.ts'

const everyone = [...lines, ...otherServices]
const named = everyone.map((service) => [service.id, service] as const)
const GATHERED = Date.parse('2026-11-22T12:00:00Z')

/** Copied by hand from the gathered facts, not from the data. A number that is not here may not be shown to anyone. */
const numbersInTheFacts: Readonly<Record<string, readonly string[]>> = {
  caw: ['0800 13 500'],
  jac: ['0800 13 500'],
  'tele-onthaal': ['106'],
  '1712': ['1712'],
  awel: ['102'],
  druglijn: ['078 15 10 20'],
  lumi: ['0800 99 533'],
  'stop-it-now': ['0800 200 88'],
  teleblok: ['0800 13 144'],
  zelfmoord1813: ['1813'],
  fara: ['016 38 69 50'],
  '112': ['112'],
  '101': ['101'],
  '1733': ['1733'],
  antigifcentrum: ['070 245 245'],
  'child-focus': ['116 000'],
  'tele-accueil': ['107'],
  'prevention-suicide': ['0800 32 123'],
}
/** General knowledge that no stored page confirmed, or read too long ago. */
const numbersNobodyConfirmed = ['0800 13 500', '0800 200 88', '0800 13 144', '016 38 69 50']

function numbersOf(service: Service): readonly Stated<string>[] {
  return service.channels.flatMap((channel) => channel.number ?? [])
}

describe('the directory', () => {
  test('holds the seventeen lines, and the other help people are sent to', () => {
    expect(lines.map(({ id }) => id).toSorted()).toEqual(
      [
        '1712 a-buddy adoptiehuis autismechat awel caw clbchat druglijn fara',
        'jac lumi nupraatikerover stop-it-now tele-onthaal teleblok zelfmoord1813 zsg',
      ].flatMap((row) => row.split(' ')),
    )
    expect(otherServices.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['112', '101', '1733', 'antigifcentrum', 'child-focus', 'tejo', 'huisarts']),
    )
  })

  test.each(named)('%s is well-formed', (_, service) => {
    expect(v.safeParse(ServiceSchema, service).issues).toBeUndefined()
  })

  test('has no two entries under one name', () => {
    expect(new Set(everyone.map(({ id }) => id)).size).toBe(everyone.length)
    expect(findService('awel')?.name).toBe('Awel')
    expect(findService('onbekend')).toBeUndefined()
  })

  test.each(named)('%s has exactly the numbers of the facts', (id, service) => {
    expect(numbersOf(service).map(({ value }) => value)).toEqual(numbersInTheFacts[id] ?? [])
  })

  test('a number nobody confirmed is never shown as confirmed', () => {
    for (const { value, status } of everyone.flatMap(numbersOf)) {
      expect([value, status]).toEqual([value, numbersNobodyConfirmed.includes(value) ? 'unverified' : 'confirmed'])
    }
  })

  test('says nothing of when confidentiality ends, because nobody has told us', () => {
    expect(everyone.filter((service) => service.confidentialityEnds)).toEqual([])
  })

  test('every theme is on at least one entry', () => {
    const used = new Set(everyone.flatMap((service) => service.profile.value.themes))

    expect((Object.keys(themes) as ThemeId[]).filter((theme) => !used.has(theme))).toEqual([])
  })

  test('[OH9] only help that is there day and night counts as open; every other hour is too old to say so', () => {
    const open = everyone.flatMap((service) =>
      service.channels
        .filter(({ hours }) => {
          if (!hours) return false
          const standing = { status: hours.status, verifiedOn: wholeDate(hours.verifiedOn) }
          return openAt({ hours: hours.value.schedule, standing }, GATHERED).state !== 'unknown'
        })
        .map((channel) => `${service.id} ${channel.by}`),
    )

    expect(open).toEqual(['zelfmoord1813 phone', 'tele-onthaal phone', '112 phone', 'child-focus phone'])
  })
})

describe('how far a fact can be trusted', () => {
  test.each([
    ['confirmed this year', confirmed('106', 'public-page', '2026-11-22'), 'confirmed'],
    ['confirmed in 2024', confirmed('17–21', 'public-page', '2024-01-12'), 'stale'],
    ['stale from the start', stale('11–17', 'public-page', '2020-03'), 'stale'],
    ['stale, nobody wrote down when', stale('20–22', 'public-page'), 'stale'],
    ['never confirmed', unverified('0800', 'common-knowledge'), 'unverified'],
  ] as const)('%s', (_, fact, status) => {
    expect(statusOn(fact, GATHERED)).toBe(status)
  })

  test('a month or a year alone confirms nothing', () => {
    expect(wholeDate('2026-11')).toBeUndefined()
    expect(wholeDate('2026')).toBeUndefined()
    expect(wholeDate('2026-11-22')).toBe('2026-11-22')
  })
})

test.each([
  ['a confirmed fact without a day', { status: 'confirmed', value: '1813', source: 'public-page' }],
  [
    'common knowledge as confirmed',
    { status: 'confirmed', value: '1813', source: 'common-knowledge', verifiedOn: '2026-11-22' },
  ],
  ['a number with letters', { status: 'unverified', value: '0800 HELP', source: 'common-knowledge' }],
])('the check refuses %s', (_, number) => {
  const awel = findService('awel')

  expect(v.is(ServiceSchema, { ...awel, channels: [{ by: 'phone', number }] })).toBe(false)
})
