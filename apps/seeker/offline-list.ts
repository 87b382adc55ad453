/**
 * Tells the service worker which files this build consists of: replaces `__OFFLINE_FILES__` and `__BUILD__` in it once
 * all file names are known.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Served from `public/`, so the bundle does not know them. */
const publicFiles = { '/crisis': 'public/crisis.html', '/icon.svg': 'public/icon.svg' }

/** The worker itself, and pages, which are asked for by their address. */
const notByName = new Set(['service-worker.js', 'index.html', 'mijn-crisis.html'])

export function offlineList(): Plugin {
  return {
    name: 'houvast-offline-list',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle['service-worker.js']
        if (worker?.type !== 'chunk') this.error('there is no service worker to give the list to')
        const names = Object.keys(bundle).filter((name) => !notByName.has(name))
        const files = ['/', '/mijn-crisis', ...names.map((name) => `/${name}`), ...Object.keys(publicFiles)]
        const build = createHash('sha256').update(JSON.stringify(files))
        for (const path of Object.values(publicFiles)) build.update(readFileSync(join(import.meta.dirname, path)))
        worker.code = worker.code
          .replace('__OFFLINE_FILES__', files.join(' '))
          .replace('__BUILD__', build.digest('hex').slice(0, 16))
      },
    },
  }
}
