/**
 * The built pages, read once at start: the whole of both apps is smaller than a photo, and nothing on disk can be
 * asked for by a path. Text is compressed once.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

export type StaticFile = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly gzipped: Uint8Array<ArrayBuffer> | undefined
  readonly type: string
  readonly etag: string
  /** Its name carries a hash of its content, so that it may be kept for ever. */
  readonly isHashed: boolean
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}
const compressible = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt'])

/** Files by their path below `folder`, with `/` between and none in front. Throws when the folder is not there. */
export function readStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const extension = extname(entry.name)
    const type = types[extension]
    if (!type) continue
    const bytes = new Uint8Array(readFileSync(path))
    const name = relative(folder, path).split(sep).join('/')
    files.set(name, {
      bytes,
      type,
      gzipped: compressible.has(extension) ? new Uint8Array(gzipSync(bytes, { level: 9 })) : undefined,
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      isHashed: name.startsWith('assets/'),
    })
  }
  return files
}

/** The hashes of the `<style>` elements of a page, as a Content-Security-Policy names them. */
export function styleHashes(html: string): readonly string[] {
  return [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style]) =>
    createHash('sha256')
      .update(style ?? '')
      .digest('base64'),
  )
}
