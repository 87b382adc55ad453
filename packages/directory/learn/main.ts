/**
 * Makes the index of the search from the vocabulary and the example sentences, `generated/index.json`, and the fuller weights that
 * follow it, `generated/fuller.json`. Does nothing when
 * nothing changed since the last time. `node learn/main.ts` (the set-up of every npm script does it).
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = join(root, 'generated/index.json')
const fullerTarget = join(root, 'generated/fuller.json')
const stamp = join(root, 'generated/learned-from')

const learnedFrom = hashOfSources()
if (
  !existsSync(target) ||
  !existsSync(fullerTarget) ||
  !existsSync(stamp) ||
  readFileSync(stamp, 'utf8') !== learnedFrom
) {
  console.error('Learning the search from its example sentences (once; about a minute) …')
  const { makeIndex } = await import('./make-index.ts')
  mkdirSync(join(root, 'generated'), { recursive: true })
  const { first, fuller } = await makeIndex(join(root, 'examples'))
  writeFileSync(target, JSON.stringify(first))
  writeFileSync(fullerTarget, JSON.stringify(fuller))
  writeFileSync(stamp, learnedFrom)
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  const files = globSync(
    ['examples/**/*.txt', 'learn/*.ts', 'src/{suggest,lines}/*.ts', 'src/vocabulary/**/*.{json,ts}'],
    {
      cwd: root,
    },
  )
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
