import { afterEach, expect, test, vi } from 'vitest'
import { canSeal } from './can-seal.ts'

afterEach(() => vi.restoreAllMocks())

test('a browser of today can seal', async () => {
  expect(await canSeal()).toBe(true)
})

test.each(['Ed25519', 'X25519'])('a browser without %s cannot, and says so', async (missing) => {
  const generateKey = crypto.subtle.generateKey.bind(crypto.subtle) as (...args: unknown[]) => Promise<CryptoKey>
  vi.spyOn(crypto.subtle, 'generateKey').mockImplementation(async (...args: unknown[]) => {
    if (args[0] === missing) throw new DOMException('unknown algorithm', 'NotSupportedError')
    return generateKey(...args)
  })

  expect(await canSeal()).toBe(false)
})
