/** What a form, a bug or an attacker may put where something else belongs. */
import type { Chance } from './chance.ts'

const NUL = '\u0000'

export const oddStrings: readonly string[] = [
  '',
  ' ',
  NUL,
  `awel${NUL}`,
  '\ud800',
  'a\udc00b',
  '\u202eawel',
  '\ufeff',
  '__proto__',
  'constructor',
  'toString',
  'null',
  '-1',
  '0x10',
  '1e999',
  "'; drop table conversation; --",
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '..\\..\\windows',
  '%00',
  '%2e%2e%2f',
  '%ff%fe',
  'awel/../tele-onthaal',
  'é'.repeat(500),
  'a'.repeat(10_000),
  'A'.repeat(43),
  '🙂'.repeat(200),
  '\r\nset-cookie: a=b',
]

export const oddValues: readonly unknown[] = [
  ...oddStrings,
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  Number.MAX_SAFE_INTEGER,
  1e308,
  [],
  {},
  [[]],
  [null],
  { toString: 'x' },
  { length: 1e9 },
  Array.from({ length: 2_000 }, () => 0),
]

/** Whole bodies and frames, as text. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  'null',
  'true',
  '0',
  '"text"',
  '[]',
  '{}',
  '{',
  '}',
  '{"a":}',
  '{"a":1,}',
  "{'a':1}",
  'undefined',
  'NaN',
  'Infinity',
  '1e400',
  '-',
  '\u0000',
  '\ufeff{}',
  '{"__proto__":{"line":"awel"}}',
  '{"constructor":{"prototype":{"line":"awel"}}}',
  '{"type":"__proto__"}',
  '{"type":"constructor"}',
  '{"type":{"toString":null}}',
  '{"type":"hello","type":"ping"}',
  '{"type":"ping","type":"hello"}',
  '[[[[[[[[[[]]]]]]]]]]',
  '['.repeat(20_000),
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  `${'{"a":'.repeat(4_000)}1${'}'.repeat(4_000)}`,
  `{"a":"${'x'.repeat(60_000)}"}`,
  `{"a":${'9'.repeat(30_000)}}`,
  'line=awel&name=x',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  '--x\r\ncontent-disposition: form-data; name="line"\r\n\r\nawel\r\n--x--',
]

/** The same text with one thing wrong: a sign changed, lost, doubled, or put in. */
export function spoil(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1)
  switch (chance.below(8)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(at)
    case 2:
      return text.slice(0, at) + text.slice(at + 1)
    case 3:
      return text + text
    case 4:
      return text.slice(0, at) + chance.one(oddStrings.slice(0, 12)) + text.slice(at)
    case 5:
      return text.toUpperCase()
    default: {
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
      return text.slice(0, at) + alphabet[chance.below(64)] + text.slice(at + 1)
    }
  }
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Something of the right shape with one thing in it wrong, as text. */
export function mutated(value: unknown, chance: Chance): string {
  if (chance.isOneIn(12)) return chance.one(oddTexts)
  const text = JSON.stringify(mutateIn(value as Json, chance)) ?? 'null'
  if (chance.isOneIn(25)) return spoil(text, chance)
  if (chance.isOneIn(25) && text.startsWith('{')) return `{"__proto__":{"line":"awel"},${text.slice(1)}`
  return text
}

function mutateIn(value: Json, chance: Chance): Json {
  if (typeof value === 'string' && !chance.isOneIn(3)) return spoil(value, chance)
  if (typeof value === 'number' && chance.isOneIn(2)) return value + chance.one([-1, 1, 2 ** 31, -(2 ** 31), 0.5])
  if (Array.isArray(value) && value.length > 0 && !chance.isOneIn(4)) {
    const items = [...(value as Json[])]
    const at = chance.below(items.length)
    const kind = chance.below(4)
    if (kind === 0) items.push(items[at] as Json)
    else if (kind === 1) items.splice(at, 1)
    else items[at] = mutateIn(items[at] as Json, chance)
    return items
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && !chance.isOneIn(10)) {
    const entries = Object.entries(value)
    if (entries.length === 0) return { [chance.one(oddStrings)]: chance.one(oddValues) as Json }
    const at = chance.below(entries.length)
    const [key, was] = entries[at] as [string, Json]
    const kind = chance.below(8)
    if (kind === 0) entries.splice(at, 1)
    else if (kind === 1) entries.push([chance.one(oddStrings), chance.one(oddValues) as Json])
    else entries[at] = [key, mutateIn(was, chance)]
    return Object.fromEntries(entries)
  }
  return chance.one(oddValues) as Json
}
