import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { lines } from '../lines.ts'
import { DangerFile, GroupsFile, SubjectsFile } from './schema.ts'
import { danger, groups, subjects } from './vocabulary.ts'

const root = join(import.meta.dirname, '../..')
const problems = (schema: v.GenericSchema, data: unknown) =>
  v.safeParse(schema, data).issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`) ?? []
const phrases = (rows: readonly string[] = []) => rows.flatMap((row) => row.split(',').map((phrase) => phrase.trim()))

describe('the vocabulary', () => {
  test('is well formed', () => {
    expect(problems(SubjectsFile, subjects)).toEqual([])
    expect(problems(DangerFile, danger)).toEqual([])
    expect(problems(GroupsFile, groups)).toEqual([])
  })

  test('the check finds a line that does not exist, a capital and a comma too many', () => {
    const { money } = subjects
    const wrong = (change: object) => problems(SubjectsFile, { money: { ...money, ...change } })

    expect(wrong({ surely: ['Schulden'] })).not.toEqual([])
    expect(wrong({ surely: ['schulden,, huur'] })).not.toEqual([])
    expect(wrong({ lines: { ...money.lines, adult: ['caw', 'nobody', 'tele-onthaal'] } })).not.toEqual([])
    expect(wrong({})).toEqual([])
  })

  test('names in a phrase only groups that are there', () => {
    const all = [...Object.values(subjects), ...Object.values(danger)].flatMap((entry) =>
      Object.values(entry as Record<string, unknown>).flatMap((rows) => (Array.isArray(rows) ? phrases(rows) : [])),
    )
    const named = new Set(all.flatMap((phrase) => [...phrase.matchAll(/@(\S+)/g)].map(([, name]) => name as string)))

    expect([...named].filter((name) => !(name in groups))).toEqual([])
  })

  test('leads to each of the lines', () => {
    const led = new Set(Object.values(subjects).flatMap((subject) => Object.values(subject.lines).flat()))

    expect(lines.map(({ id }) => id).filter((id) => !led.has(id))).toEqual([])
  })
})

describe('the example sentences', () => {
  const files = (folder: string) => globSync(`examples/${folder}/*.txt`, { cwd: root })
  const linesOf = (file: string) => readFileSync(join(root, file), 'utf8').trimEnd().split('\n')

  test('are there for each subject and each danger, and for nothing else', () => {
    expect(
      files('subjects')
        .map((file) => basename(file, '.txt'))
        .sort(),
    ).toEqual(Object.keys(subjects).sort())
    expect(
      files('danger')
        .map((file) => basename(file, '.txt'))
        .sort(),
    ).toEqual([...Object.keys(danger), 'none'].sort())
  })

  test.each([...files('subjects'), ...files('danger')])('%s has one sentence a line, none twice', (file) => {
    const sentences = linesOf(file).map((line) => line.replace(/^[cyapt]\t/, ''))

    expect(
      sentences.filter((sentence) => sentence.trim() === '' || sentence.includes('\t') || sentence.length > 400),
    ).toEqual([])
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  test.each(['held-out', 'plain-held-out'])('share none with the utterances of %s, which are only measured', (set) => {
    const measured = new Set(
      readFileSync(join(root, `utterances/${set}.jsonl`), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).text as string),
    )
    const shared = [...files('subjects'), ...files('danger')]
      .flatMap(linesOf)
      .filter((line) => measured.has(line.replace(/^[cyapt]\t/, '')))

    expect(shared.length).toBe(0)
  })
})
