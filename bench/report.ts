/** Writes one section of docs/benchmarks.md and leaves the others as they are, so that each can be measured by itself. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, '../docs/benchmarks.md')

/** `body` starts below the heading. A section that is not there yet comes last. */
export function writeSection(heading: string, body: string): void {
  const section = `## ${heading}\n\n${body.trim()}\n`
  const [head = '', ...sections] = readFileSync(file, 'utf8').split(/^(?=## )/m)
  const at = sections.findIndex((text) => text.startsWith(`## ${heading}\n`))
  if (at < 0) sections.push(section)
  else sections[at] = section
  writeFileSync(file, `${[head, ...sections].map((text) => text.trim()).join('\n\n')}\n`)
  console.log(`\n${section}`)
}
