import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Replaces a file in one step that survives a power cut: whole and new, or as it was. */
export function writeDurably(path: string, content: string | Uint8Array) {
  renameSync(writeBeside(path, content), path)
  flushFolder(dirname(path))
}

/** Makes a file, whole, when there is none; whoever comes second leaves it as it is. */
export function writeOnce(path: string, content: string | Uint8Array) {
  const temporary = writeBeside(path, content)
  try {
    linkSync(temporary, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(temporary, { force: true })
  }
  flushFolder(dirname(path))
}

function writeBeside(path: string, content: string | Uint8Array): string {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.new`
  const file = openSync(temporary, 'wx', 0o600)
  try {
    if (typeof content === 'string') writeSync(file, content)
    else writeSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return temporary
}

function flushFolder(path: string) {
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
