/** Where a sentence lies: in a folder, in a text, in a process's memory, in a database. */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { formsOf, inflated, isIn } from './forms-of.ts'

/** `path: sentence` for each file of the folder in which one lies, in whatever form. */
export function filesWith(folder: string, sentences: readonly string[]): readonly string[] {
  const found: string[] = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    const layers = [bytes, ...inflated(bytes)]
    for (const sentence of sentences)
      if (layers.some((layer) => isIn(layer, formsOf(sentence)))) found.push(`${path}: ${sentence}`)
  }
  return found
}

export const textWith = (text: string, sentences: readonly string[]) =>
  sentences.filter((sentence) => isIn(Buffer.from(text), formsOf(sentence)))

const CHUNK = 4 * 1024 * 1024
const OVERLAP = 1024
const nothing = Buffer.alloc(CHUNK)

/** What lies in the memory of a running child process, as a core dump would have it (Linux), and how much was read. */
export function memoryWith(pid: number, sentences: readonly string[]) {
  const forms = sentences.map((sentence) => ({ sentence, forms: formsOf(sentence) }))
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const found = new Set<string>()
  let bytes = 0
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      // Readable, and not code: compiled code holds no words.
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) r.-/.exec(line) ?? []
      if (!from || !to || line.includes('[v')) continue
      const end = Number.parseInt(to, 16)
      for (let at = Number.parseInt(from, 16); at < end; at += CHUNK - OVERLAP) {
        const chunk = readChunk(memory, at, Math.min(CHUNK, end - at))
        if (chunk.equals(nothing.subarray(0, chunk.length))) continue
        bytes += chunk.length
        for (const one of forms) if (isIn(chunk, one.forms)) found.add(one.sentence)
      }
    }
  } finally {
    closeSync(memory)
  }
  return { found: [...found], bytes }
}

function readChunk(memory: number, at: number, length: number): Buffer {
  const chunk = Buffer.allocUnsafe(length)
  try {
    return chunk.subarray(0, readSync(memory, chunk, 0, length, at))
  } catch {
    return chunk.subarray(0, 0)
  }
}

/** Every row of every table, as text. */
export async function databaseText(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const tables = await client.query("select tablename from pg_tables where schemaname = 'public'")
    const texts: string[] = []
    for (const { tablename } of tables.rows)
      texts.push(JSON.stringify((await client.query(`select * from ${tablename}`)).rows))
    return texts.join('\n')
  } finally {
    await client.end()
  }
}
