/**
 * `npm run -s suggest -- --json "tekst" [--age 15]` prints what the search of the seeker app would say of a text, as one line of
 * JSON: `{"urgent": [ids], "suggestions": [ids, best first]}`. `--file texts.txt` prints one such line for each line of the file.
 * Without `--json`, one readable line.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fetchFuller } from '../packages/directory/src/suggest/fetch-fuller.ts'
import { suggest } from '../packages/directory/src/suggest/suggest.ts'

const usage = 'Usage: npm run -s suggest -- [--json] [--age N] "tekst", or --file texts.txt'

function fail(why: string): never {
  console.error(`${why}\n${usage}`)
  process.exit(2)
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, age: { type: 'string' }, file: { type: 'string' } },
    })
  } catch (problem) {
    return fail((problem as Error).message)
  }
}

const { values, positionals } = readArguments()
const age = values.age === undefined ? undefined : Number(values.age)
if (age !== undefined && !(Number.isInteger(age) && age >= 0 && age <= 120))
  fail(`--age takes a whole number of years, not "${values.age}"`)
if (values.file === undefined && positionals.length === 0) fail('There is no text.')

function textsOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
  } catch {
    return fail(`${file} cannot be read.`)
  }
}

// As in the app, a moment after the first answer.
await fetchFuller()
const texts = values.file === undefined ? [positionals.join(' ')] : textsOf(values.file)
const asJson = values.json || values.file !== undefined
const said = texts.map((text) => {
  const { urgent, suggestions } = suggest({ text, age })
  const lines = suggestions.map(({ line }) => line)
  if (asJson) return JSON.stringify({ urgent, suggestions: lines })
  return `${urgent.length ? `first ${urgent.join(', ')}; then ` : ''}${lines.join(', ')}`
})
process.stdout.write(`${said.join('\n')}\n`)
