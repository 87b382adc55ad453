import { confirmed, stale, unverified } from '@houvast/directory/stated'
import { describe, expect, test } from 'vitest'
import { saySeenOn, sayTrust } from './say-trust.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

describe('what a card says of a fact', () => {
  test.each([
    [confirmed('106', 'public-page', '2026-11-22'), { key: 'trust.confirmed', values: { date: '22 november 2026' } }],
    [confirmed('17–21', 'public-page', '2024-01-12'), { key: 'trust.stale', values: { date: '12 januari 2024' } }],
    [stale('11–17', 'public-page', '2020-03'), { key: 'trust.stale', values: { date: 'maart 2020' } }],
    [stale('18–22', 'public-page', '2018'), { key: 'trust.stale', values: { date: '2018' } }],
    [stale('20–22', 'public-page'), { key: 'trust.stale-undated' }],
    [unverified('0800 13 500', 'common-knowledge'), { key: 'trust.unverified' }],
    [unverified('18–23', 'public-page', '2014'), { key: 'trust.unverified' }],
  ])('%j', (fact, trust) => {
    expect(sayTrust(fact, now, 'nl')).toEqual(trust)
  })
})

test('dates are written as readers here write them', () => {
  expect(saySeenOn('2026-11-22', 'en')).toBe('22 November 2026')
  expect(saySeenOn('2026-11-22', 'fr')).toBe('22 novembre 2026')
})
