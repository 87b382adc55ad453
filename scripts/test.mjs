/**
 * `npm test`: types, lint, then unit, proof and journey tests, and one closing line with the sums.
 * `npm test -- unit` (or types, lint, proof, journeys) runs one of them; further words choose test files by name.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root, run, setUp } from './set-up.mjs'

setUp()

const [chosen, ...words] = process.argv.slice(2)
const scratch = mkdtempSync(join(tmpdir(), 'houvast-test-'))
const report = join(scratch, 'report.json')
const strayErrors = join(scratch, 'stray-errors.txt')
process.env.HOUVAST_STRAY_ERRORS = strayErrors
let failedSteps = 0
let passed = 0
let failed = 0
let skipped = 0
/** What failed, told again at the very end: of a long run, that is what is still to be seen. */
const failures = []

/** What `npm test` runs. `engines` repeats what depends on the database and the bus, for CI. */
const everything = ['types', 'lint', 'unit', 'proof', 'journeys']

const steps = {
  types: () => run(['scripts/types.mjs']),
  lint: () => run(['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.']),
  unit: () => vitest('unit'),
  proof: async () => (await run(['scripts/build.mjs'])) || (await vitest('proof')),
  journeys: async () => (await run(['scripts/build.mjs'])) || (await vitest('journeys')),
  engines: async () => {
    const contracts = await vitest('unit', ['packages/server-store', 'apps/server'])
    const proofs = (await run(['scripts/build.mjs'])) || (await vitest('proof'))
    return contracts || proofs
  },
}

async function vitest(project, files = words) {
  const code = await run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--passWithNoTests',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    '--reporter=./scripts/stray-errors.mjs',
    `--outputFile.json=${report}`,
    ...files,
  ])
  try {
    const sums = JSON.parse(readFileSync(report, 'utf8'))
    passed += sums.numPassedTests
    failed += sums.numFailedTests
    skipped += sums.numPendingTests + sums.numTodoTests
    failures.push(...sums.testResults.flatMap(failuresOf))
    rmSync(report)
    if (code !== 0 && sums.numFailedTests === 0) {
      failed++
      const stray = existsSync(strayErrors)
        ? readFileSync(strayErrors, 'utf8').slice(0, 4000)
        : 'its own message is above'
      failures.push(`FAILED ${project}: the run itself ended with ${code}; ${stray}`)
      rmSync(strayErrors, { force: true })
    }
  } catch {
    failed++
    failures.push(`FAILED ${project}: it left no report`)
  }
  return code
}

function failuresOf({ name, message, assertionResults }) {
  const file = relative(root, name)
  const tests = assertionResults.filter((result) => result.status === 'failed')
  if (!tests.length) return message ? [`FAILED ${file}: ${message}`] : []
  return tests.map((test) => `FAILED ${file} > ${test.fullName}\n${test.failureMessages.join('\n').slice(0, 2000)}`)
}

if (chosen && !(chosen in steps)) {
  console.error(`There is no "${chosen}" here; choose from ${Object.keys(steps).join(', ')}.`)
  process.exit(2)
}
for (const name of chosen ? [chosen] : everything) {
  console.log(`\n— ${name}`)
  const code = await steps[name]()
  if (code !== 0) failedSteps++
  if (name !== 'types' && name !== 'lint') continue
  if (code === 0) passed++
  else {
    failed++
    failures.push(`FAILED ${name}`)
  }
}
rmSync(scratch, { recursive: true, force: true })
for (const failure of failures) console.log(`\n${failure}`)
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exitCode = failedSteps || failed ? 1 : 0
