/** Writes its sections into docs/benchmarks.md and leaves the others as they are, so that each can be measured by itself. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, '../docs/benchmarks.md')

/** `text` is sections, each with its `## heading`; what stands above the first becomes the head of the file when there is any. */
export function writeReport(text: string): void {
  const [newHead, ...changed] = split(text)
  const [head, ...sections] = split(readFileSync(file, 'utf8'))
  for (const section of changed) {
    const at = sections.findIndex((other) => headingOf(other) === headingOf(section))
    if (at < 0) sections.push(section)
    else sections[at] = section
  }
  writeFileSync(file, `${[newHead || head, ...sections].join('\n\n')}\n`)
  console.log(text)
}

const split = (text: string) => text.split(/^(?=## )/m).map((section) => section.trim())
const headingOf = (section: string) => section.split('\n', 1)[0]
