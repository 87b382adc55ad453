/** docs/rules and the tests say the same: every numbered rule has a test, every number in a test is a rule. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const texts = (pattern: string) => globSync(pattern, { cwd: root }).map((file) => readFileSync(root + file, 'utf8'))

const rules = new Set(
  texts('docs/rules/*.md').flatMap((text) =>
    [...text.matchAll(/^\|?\s*\**([A-Z]{1,3}\d+)\**\s/gm)].map(([, rule]) => rule as string),
  ),
)
const tested = new Set(
  texts('{packages,apps,tests}/**/*.{test,contract}.{ts,tsx}')
    .filter((text) => !text.includes('docs/rules and the tests say the same'))
    .flatMap((text) =>
      [...text.matchAll(/\[((?:[A-Z]{1,3}\d+(?:, )?)+)\]/g)].flatMap(([, names]) => (names as string).split(', ')),
    ),
)

test('every rule has a test that carries its number', () => {
  expect(rules.size).toBeGreaterThan(20)
  expect([...rules].filter((rule) => !tested.has(rule))).toEqual([])
})

test('every number in a test is a rule', () => {
  expect([...tested].filter((rule) => !rules.has(rule))).toEqual([])
})
