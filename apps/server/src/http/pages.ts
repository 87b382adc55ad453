/** The two apps as pages: seeker at /, desk at /desk/ (or alone on its own host name). */
import type { Context, Hono } from 'hono'
import {
  deskPageHeaders,
  seekerPageHeaders,
  selfContainedPageHeaders,
  stretchWorkerHeaders,
} from './security-headers.ts'
import { readStaticFiles, type StaticFile, styleHashes } from './static-files.ts'

type Headers = Readonly<Record<string, string>>

export function mountPages(app: Hono, options: { seekerDist: string; deskDist: string; deskHost: string | undefined }) {
  const seeker = readStaticFiles(options.seekerDist)
  const desk = readStaticFiles(options.deskDist)
  const crisis = seeker.get('crisis.html')
  const crisisHeaders = selfContainedPageHeaders(crisis ? styleHashes(Buffer.from(crisis.bytes).toString()) : [])
  const isDeskHost = (c: Context) => !options.deskHost || c.req.header('host') === options.deskHost
  const isSeekerHost = (c: Context) => !options.deskHost || c.req.header('host') !== options.deskHost

  app.get('/desk', (c) => c.redirect('/desk/', 308))
  app.get('/desk/*', (c, next) => {
    if (!isDeskHost(c)) return next()
    const name = c.req.path.slice('/desk/'.length)
    const file = desk.get(name)
    if (file && name !== 'index.html') return serve(c, file, deskPageHeaders)
    // A name with an ending is a file that is not there; anything else is a place inside the app.
    return name.includes('.') ? next() : serve(c, desk.get('index.html'), deskPageHeaders)
  })
  app.get('/crisis', (c) => serve(c, crisis, crisisHeaders))
  app.get('/crisis.html', (c) => c.redirect('/crisis', 308))
  app.get('/mijn-crisis', (c) => serve(c, seeker.get('mijn-crisis.html'), seekerPageHeaders))
  app.get('/mijn-crisis.html', (c) => c.redirect('/mijn-crisis', 308))
  app.get('/stretch-worker.js', (c) => serve(c, seeker.get('stretch-worker.js'), stretchWorkerHeaders))
  app.get('*', (c, next) => {
    if (!isSeekerHost(c)) return c.redirect('/desk/', 302)
    const name = c.req.path.slice(1)
    const file = seeker.get(name)
    if (file && name !== 'index.html') return serve(c, file, seekerPageHeaders)
    return name.includes('.') ? next() : serve(c, seeker.get('index.html'), seekerPageHeaders)
  })
}

function serve(c: Context, file: StaticFile | undefined, headers: Headers) {
  if (!file) return c.notFound()
  const all: Record<string, string> = {
    ...headers,
    'Content-Type': file.type,
    ETag: file.etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, all)
  const wantsGzip = file.gzipped && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  return wantsGzip && file.gzipped
    ? c.body(file.gzipped, 200, { ...all, 'Content-Encoding': 'gzip' })
    : c.body(file.bytes, 200, all)
}
