/**
 * Tells the service worker which files this build consists of, each with its hash: replaces `__OFFLINE_FILES__` and `__BUILD__` in
 * it once all of them are known. What does not have its hash is not kept.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Served from `public/`, so the bundle does not know them. */
const publicFiles = {
  '/crisis': 'public/crisis.html',
  '/icon.svg': 'public/icon.svg',
  '/icon-192.png': 'public/icon-192.png',
  '/icon-512.png': 'public/icon-512.png',
  '/apple-touch-icon.png': 'public/apple-touch-icon.png',
  '/manifest.webmanifest': 'public/manifest.webmanifest',
}

/** Pages are asked for by their address. */
const addresses: Readonly<Record<string, string>> = { 'index.html': '/', 'mijn-crisis.html': '/mijn-crisis' }

const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('base64')

export function offlineList(): Plugin {
  return {
    name: 'houvast-offline-list',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle['service-worker.js']
        if (worker?.type !== 'chunk') this.error('there is no service worker to give the list to')
        const built = Object.entries(bundle)
          .filter(([name]) => name !== 'service-worker.js')
          .map(([name, file]) => {
            const content = file.type === 'chunk' ? file.code : file.source
            return [addresses[name] ?? `/${name}`, hashOf(content)] as const
          })
        const kept = Object.entries(publicFiles).map(
          ([address, path]) => [address, hashOf(readFileSync(join(import.meta.dirname, path)))] as const,
        )
        const list = [...built, ...kept].map(([address, hash]) => `${address}=${hash}`).join(' ')
        worker.code = worker.code
          .replace('__OFFLINE_FILES__', list)
          .replace('__BUILD__', createHash('sha256').update(list).digest('hex').slice(0, 16))
      },
    },
  }
}
