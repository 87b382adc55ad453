import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const source = readFileSync(new URL('./icon.tsx', import.meta.url), 'utf8')
const lucide = dirname(createRequire(import.meta.url).resolve('lucide-static/package.json'))

const shapes = (markup: string) => [...markup.matchAll(/<(?:path|circle|rect)\s[^>]*>/g)].map(([shape]) => shape)

const icons = [...source.matchAll(/export function (\w+)Icon\(\) \{([\s\S]*?)\n\}/g)].map(
  ([, name = '', body = '']) => [name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase(), body] as const,
)

test('there are icons to compare', () => {
  expect(icons.length).toBeGreaterThan(10)
})

test.each(icons)('%s is drawn as in Lucide', (name, body) => {
  const original = readFileSync(join(lucide, 'icons', `${name}.svg`), 'utf8')

  expect(shapes(body)).toEqual(shapes(original))
})
