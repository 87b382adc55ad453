import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { relayCredentialOf, relayCredentials, relayCredentialsEndAt } from './relay-credentials.ts'

const now = Date.UTC(2026, 10, 26, 14)

test('credentials say until when they hold, and nothing of who holds them', () => {
  const { username, credential } = relayCredentials('a secret', now, 600)

  expect(relayCredentialsEndAt(username)).toBe(now + 600_000)
  expect(username).toMatch(/^\d+:[\w-]{12}$/)
  expect(credential).toBe(relayCredentialOf('a secret', username))
  expect(relayCredentials('a secret', now, 600).username).not.toBe(username)
})

test('they are the ones that coturn makes with use-auth-secret', () => {
  // printf 1700000000:houvast | openssl dgst -sha1 -hmac north -binary | base64
  expect(relayCredentialOf('north', '1700000000:houvast')).toBe('IP85k++nNXm6JLhbBrCDxtcycFs=')
})

test.each([
  '',
  ':',
  'someone',
  '1700000000',
  '1700000000:',
  ':someone',
  '-1:x',
  '1e9:x',
  '1700000000:a b',
  `9:${'x'.repeat(65)}`,
])('the name «%s» is not one of ours', (username) => {
  expect(relayCredentialsEndAt(username)).toBeUndefined()
})

test('whoever makes credentials needs nothing of the relay', () => {
  const source = readFileSync(new URL('./relay-credentials.ts', import.meta.url), 'utf8')

  expect([...source.matchAll(/(?:from|import) '([^']+)'/g)].map(([, from]) => from)).toEqual(['node:crypto'])
})
