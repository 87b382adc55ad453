/**
 * PGlite keeps its files through Emscripten's NODEFS, which has no fsync: a commit would be in the page cache
 * only. This gives it a real one, and starts PostgreSQL without the `-F` (fsync off) of PGlite's defaults.
 */
import { fdatasyncSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Init = NodeFS['init']
type Module = { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } }

export class DurableFolder extends NodeFS {
  override async init(...[pg, options]: Parameters<Init>): ReturnType<Init> {
    const made = await super.init(pg, options)
    const addFsync = (module: unknown) => {
      const streams = (module as Module).NODEFS.stream_ops
      streams.fsync = (stream) => {
        fdatasyncSync(stream.nfd)
        return 0
      }
    }
    return { emscriptenOpts: { ...made.emscriptenOpts, preRun: [addFsync, ...(made.emscriptenOpts.preRun ?? [])] } }
  }
}

export const durableStartParams = () => [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
]
