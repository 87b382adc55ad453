/**
 * The example sentences: `examples/subjects/ID.txt`, `examples/subjects-only/ID.txt` (whether there is danger is not said) and
 * `examples/danger/KIND.txt` (`none.txt`: looks like danger and is not), one a line. In front of a sentence may stand a letter
 * and a tab that tell who writes: see `writers`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type ExampleLine = { readonly text: string; readonly writer?: WriterLetter }

export const writers = { c: 'child', y: 'young', a: 'adult', p: 'parent', t: 'professional' } as const
export type WriterLetter = keyof typeof writers

export function readExamples(folder: string): ReadonlyMap<string, readonly ExampleLine[]> {
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((file) => [
        file.replace(/\.txt$/, ''),
        readFileSync(join(folder, file), 'utf8').trim().split('\n').map(readLine),
      ]),
  )
}

function readLine(line: string): ExampleLine {
  const [, letter, text] = /^(.)\t(.*)$/.exec(line) ?? [undefined, undefined, line]
  return letter && letter in writers
    ? { text: text as string, writer: letter as WriterLetter }
    : { text: text as string }
}
