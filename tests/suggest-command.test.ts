/** `npm run -s suggest`, as a coordinator who tries out a sentence uses it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

function ask(...words: readonly string[]) {
  const done = spawnSync(process.execPath, ['scripts/suggest.ts', ...words], { cwd: root, encoding: 'utf8' })
  return { code: done.status, out: done.stdout, said: done.stderr }
}

describe('the suggest command', () => {
  test('prints one line of JSON: whom to call first, and three lines, best first', () => {
    const { code, out } = ask('--json', 'ik word gepest op school', '--age', '13')
    const answer = JSON.parse(out) as { urgent: string[]; suggestions: string[] }

    expect(code).toBe(0)
    expect(out.trim()).not.toContain('\n')
    expect(Object.keys(answer)).toEqual(['urgent', 'suggestions'])
    expect(answer.urgent).toEqual([])
    expect(answer.suggestions[0]).toBe('awel')
    expect(answer.suggestions).toHaveLength(3)
    expect(JSON.parse(ask('--json', 'ik wil dood').out).urgent).toEqual(['112', '1813-phone'])
  })

  test('prints a line for each line of a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'houvast-suggest-'))
    const file = join(folder, 'texts.txt')
    writeFileSync(file, 'mijn man drinkt\n\nik ben zwanger en twijfel\n')
    const lines = ask('--file', file).out.trimEnd().split('\n')
    rmSync(folder, { recursive: true })

    expect(lines.map((line) => JSON.parse(line).suggestions[0])).toEqual(['druglijn', expect.any(String), 'fara'])
  })

  test.each([
    [[], 'There is no text.'],
    [['--age', 'veertien', 'hallo'], '--age takes a whole number'],
    [['--file', '/nowhere/texts.txt'], 'cannot be read'],
    [['--what', 'hallo'], '--what'],
  ])('says what is wrong with %j', (words, why) => {
    const { code, said } = ask(...words)

    expect(code).toBe(2)
    expect(said).toContain(why)
    expect(said).toContain('Usage:')
  })
})
