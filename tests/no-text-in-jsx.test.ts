import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

/** Attributes that are read out or shown. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'title', 'alt', 'placeholder'])
const HAS_WORDS = /\p{L}{2}/u
/** A component may be handed a key as its title. */
const IS_KEY = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/

type Node = { readonly type: string; readonly [key: string]: unknown }

/** Sentences written in a component instead of in a catalogue. */
function literalText(source: string, file = 'x.tsx'): readonly string[] {
  const found: string[] = []
  walk(parseSync(file, source, { lang: 'tsx' }).program as unknown as Node, (node) => {
    const text = textOf(node)
    if (text !== undefined && HAS_WORDS.test(text) && !IS_KEY.test(text)) found.push(text.trim())
  })
  return found
}

function textOf(node: Node): string | undefined {
  if (node.type === 'JSXText') return node.value as string
  if (node.type === 'JSXExpressionContainer') return stringOf(node.expression as Node)
  if (node.type === 'JSXAttribute' && SPOKEN.has((node.name as { name: string }).name)) {
    return stringOf(node.value as Node | null)
  }
  return undefined
}

function stringOf(node: Node | null): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit)
  } else if (node && typeof node === 'object') {
    if ('type' in node && typeof node.type === 'string') visit(node as Node)
    for (const value of Object.values(node)) walk(value, visit)
  }
}

describe('sentences stand in the catalogues, never in a component', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const files = globSync('{apps,packages}/*/src/**/*.tsx', { cwd: root })

  test.each(files)('%s', (file) => {
    expect(literalText(readFileSync(`${root}/${file}`, 'utf8'), file)).toEqual([])
  })

  test.each([
    ['text between tags', 'const a = <p>Hallo daar</p>', ['Hallo daar']],
    ['text in braces', "const a = <p>{'Hallo daar'}</p>", ['Hallo daar']],
    ['a label', 'const a = <nav aria-label="Menu" class="menu" />', ['Menu']],
    ['numbers and signs', 'const a = <p>1813 · 112</p>', []],
    ['a key', "const a = <p>{t('front.title')}</p>", []],
    ['a key handed on', 'const a = <Section title="front.title" />', []],
  ])('%s', (_, source, texts) => {
    expect(literalText(source)).toEqual(texts)
  })
})
