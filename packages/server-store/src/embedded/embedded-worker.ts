/**
 * PGlite in a thread of its own, because a query blocks the thread it runs on. It answers one question at a
 * time, in order; transactions are kept apart by the side that asks.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { DurableFolder, durableStartParams } from './durable-folder.ts'
import type { Answer, Question } from './embedded-messages.ts'

const INT8 = 20

const port = parentPort
if (!port) throw new Error('embedded-worker runs as a worker thread only')

const { folder } = workerData as { folder: string | undefined }
const pg = await PGlite.create({
  ...(folder ? { fs: new DurableFolder(folder), startParams: durableStartParams() } : {}),
  parsers: { [INT8]: Number },
})

port.on('message', async ({ id, sql, params }: Question) => {
  let answer: Answer
  try {
    if (params === undefined) {
      await pg.exec(sql)
      answer = { id, rows: [], affected: 0 }
    } else {
      const { rows, affectedRows } = await pg.query(sql, [...params])
      answer = { id, rows, affected: affectedRows ?? 0 }
    }
  } catch (error) {
    const { message, code, constraint } = error as Error & { code?: string; constraint?: string }
    answer = { id, error: { message, code, constraint } }
  }
  port.postMessage(answer)
})
port.postMessage({ id: 0, rows: [], affected: 0 } satisfies Answer)
