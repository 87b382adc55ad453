import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLineKeys } from '../lines/line-keys.ts'
import { lockFolder } from './folder-lock.ts'
import { openEmbedded } from './open-embedded.ts'

const writer = fileURLToPath(new URL('./testing/write-until-killed.ts', import.meta.url))

describe('the embedded database', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'houvast-embedded-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('[R1, R11] what it acknowledged is there after kill -9, twice over', async () => {
    let acknowledged = 0
    for (let round = 0; round < 2; round++) {
      const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
      const lines = createInterface({ input: child.stdout })
      let written = 0
      for await (const line of lines) {
        acknowledged = Number(line)
        if (++written === 60) break
      }
      child.kill('SIGKILL')
      await once(child, 'exit')
    }

    const database = await openEmbedded(folder)
    const entries = await createLineKeys(database).keyBook('awel')
    await database.close()

    expect(acknowledged).toBeGreaterThan(100)
    expect(entries.slice(0, acknowledged)).toEqual(Array.from({ length: acknowledged }, (_, i) => `entry ${i + 1}`))
  }, 60_000)

  test('a second process on the same folder is refused, with the number of the first', () => {
    const { release } = lockFolder(folder)
    writeFileSync(join(folder, 'in-use'), String(process.ppid))

    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.ppid}`)
    release()
  })

  test('the lock of a process that is no more is taken over', async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    writeFileSync(join(folder, 'in-use'), String(child.pid))

    expect(() => lockFolder(folder)).not.toThrow()
  })

  test('a failed statement leaves the next one its own answer', async () => {
    const database = await openEmbedded(undefined)
    const bad = database.queries
      .selectFrom('line')
      .select('nothing' as never)
      .execute()
    const good = database.queries.selectFrom('line').selectAll().execute()

    await expect(bad).rejects.toMatchObject({ code: '42703' })
    expect(await good).toEqual([])
    await database.close()
  }, 30_000)
})
