import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { openKeyring } from './keyring.ts'

const opens = fileURLToPath(new URL('./testing/opens-at-once.ts', import.meta.url))
const HOW_MANY = 4
const ROUNDS = 8

type Made = { derived: string; sealed: string }

test('[R12] processes that make a keyring at the same moment all have the same one', async () => {
  const problems: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const parent = mkdtempSync(join(tmpdir(), 'houvast-keyring-'))
    const folders = [join(parent, 'a'), join(parent, 'b')]
    const start = new SharedArrayBuffer(4)
    const workers = Array.from(
      { length: HOW_MANY },
      () => new Worker(opens, { workerData: { folders, start, now: 1 } }),
    )
    await Promise.all(workers.map((worker) => once(worker, 'message')))
    const answers = workers.map((worker) => once(worker, 'message'))
    Atomics.store(new Int32Array(start), 0, 1)
    Atomics.notify(new Int32Array(start), 0)
    const made = (await Promise.all(answers)).map(([one]) => one as Made)
    const later = openKeyring(folders, 2)
    const derived = new Set([...made.map((one) => one.derived), later.derive('tickets').toString('hex')])
    if (derived.size > 1) problems.push(`${derived.size} keyrings`)
    for (const { sealed } of made)
      if (later.open('conversation', sealed, 'here') !== 'words') problems.push('what one sealed opens at no other')
    await Promise.all(workers.map((worker) => worker.terminate()))
    rmSync(parent, { recursive: true })
  }

  expect(problems).toEqual([])
}, 60_000)
