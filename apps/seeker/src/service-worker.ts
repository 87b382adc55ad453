/**
 * Lets the front page, the lines and the crisis page open without a network. Keeps the files of one build and nothing else:
 * never `/api`, never `/desk`, nothing anyone typed.
 *
 * Pages: the network first, what is kept when that takes long. Files with a hash in their name: what is kept first. A new
 * version takes over once nobody has the old one open any more, so nobody's page changes under their hands.
 */
/// <reference lib="webworker" />
export {}

declare const self: ServiceWorkerGlobalScope

/** The hash of each file of this build, by its address: what a server sends under one of these names and is not that file is not kept. */
const hashes = new Map(
  '__OFFLINE_FILES__'.split(' ').map((entry) => {
    const at = entry.indexOf('=')
    return [entry.slice(0, at), entry.slice(at + 1)] as const
  }),
)
const KEPT = 'houvast-__BUILD__'
/** Pages of their own, from what is kept; every other address is the app. */
const PAGES = ['/crisis', '/mijn-crisis']
const PATIENCE_MS = 3_000

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll())
})

/** All of the build or none: with half of it nothing would open. */
async function keepAll(): Promise<void> {
  const kept = await caches.open(KEPT)
  await Promise.all(
    [...hashes].map(async ([address, hash]) => {
      const response = await fetch(new Request(address, { cache: 'reload' }))
      const bytes = await response.clone().arrayBuffer()
      const found = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      if (!response.ok || btoa(String.fromCharCode(...found)) !== hash)
        throw new Error(`${address} is not of this build`)
      await kept.put(address, response)
    }),
  )
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)))),
  )
})

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== location.origin || /^\/(api|desk)(\/|$)/.test(pathname)) return
  if (event.request.mode === 'navigate') event.respondWith(page(pathname, event.request))
  else if (hashes.has(pathname)) event.respondWith(file(event.request))
})

async function page(pathname: string, request: Request): Promise<Response> {
  // In a crisis nobody waits for a network that may not be there.
  if (PAGES.includes(pathname)) return (await keptFile(pathname)) ?? fetch(request)
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch {
    return (await keptFile('/')) ?? Response.error()
  }
}

async function file(request: Request): Promise<Response> {
  return (await keptFile(new URL(request.url).pathname)) ?? fetch(request)
}

async function keptFile(path: string): Promise<Response | undefined> {
  return (await caches.open(KEPT)).match(path)
}
