import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mountPages } from './pages.ts'

describe('the pages', () => {
  let folder: string
  let app: Hono
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'houvast-pages-'))
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
    for (const place of ['seeker/assets', 'desk/assets']) mkdirSync(join(folder, place), { recursive: true })
    write('secret.txt', 'of the server')
    write('seeker/index.html', '<title>seeker</title>')
    write('seeker/crisis.html', '<style>p{}</style><title>crisis</title>')
    write('seeker/assets/app-abc.js', 'seek()')
    write('seeker/notes.md', 'not a page')
    write('desk/index.html', '<title>desk</title>')
    write('desk/assets/desk-abc.js', 'help()')
    app = new Hono()
    mountPages(app, { seekerDist: join(folder, 'seeker'), deskDist: join(folder, 'desk'), deskHost: undefined })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  const textOf = async (path: string) => (await get(path)).text()

  test.each([
    ['/', 'seeker'],
    ['/praten/awel', 'seeker'],
    ['/desk/', 'desk'],
    ['/desk/gesprekken', 'desk'],
    ['/crisis', 'crisis'],
  ])('%s is the %s page', async (path, title) => {
    expect(await textOf(path)).toContain(`<title>${title}</title>`)
  })

  test.each([
    '/secret.txt',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/desk/..%2f..%2fsecret.txt',
    '/desk/../../secret.txt',
    '/....//secret.txt',
    '/notes.md',
    '/unknown.js',
    '/desk/unknown.js',
    '/desk/assets/app-abc.js',
    '/.env',
    '/__proto__.x',
  ])('%s is not there', async (path) => {
    const response = await get(path)

    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('of the server')
  })

  test('are never sent twice to who has them', async () => {
    const etag = (await get('/assets/app-abc.js')).headers.get('etag') ?? ''
    const again = await get('/assets/app-abc.js', { 'if-none-match': etag })

    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await get('/assets/app-abc.js', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('come compressed to who can take it', async () => {
    const response = await get('/assets/app-abc.js', { 'accept-encoding': 'br, gzip' })

    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe('seek()')
    expect((await get('/assets/app-abc.js')).headers.get('content-encoding')).toBeNull()
  })

  test('are kept for ever when their name says what is in them, else asked for again', async () => {
    expect((await get('/assets/app-abc.js')).headers.get('cache-control')).toContain('immutable')
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache')
  })

  test('may run WebAssembly at the desk only, and inline styles on the crisis page only by their hash', async () => {
    const policyOf = async (path: string) => (await get(path)).headers.get('content-security-policy') ?? ''

    expect(await policyOf('/desk/')).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(await policyOf('/')).toContain("script-src 'self'; style-src 'self';")
    expect(await policyOf('/crisis')).toMatch(/style-src 'sha256-[A-Za-z0-9+/=]+';/)
    for (const path of ['/', '/desk/', '/crisis']) expect(await policyOf(path)).not.toContain('unsafe-inline')
  })

  test('of seekers and of the desk stay apart when each has its own host', async () => {
    const apart = new Hono()
    const options = { seekerDist: join(folder, 'seeker'), deskDist: join(folder, 'desk'), deskHost: 'desk.example' }
    mountPages(apart, options)
    const at = async (host: string, path: string) => {
      const response = await apart.request(path, { headers: { host } })
      return response.status === 200 ? await response.text() : response.status
    }

    expect(await at('desk.example', '/desk/')).toContain('desk')
    expect(await at('desk.example', '/')).toBe(302)
    expect(await at('praten.example', '/')).toContain('seeker')
    expect(await at('praten.example', '/desk/')).not.toContain('<title>desk</title>')
    expect(await at('praten.example', '/desk/assets/desk-abc.js')).toBe(404)
  })

  test('that were never built stop the server from starting', () => {
    const options = { seekerDist: join(folder, 'nowhere'), deskDist: join(folder, 'desk'), deskHost: undefined }

    expect(() => mountPages(new Hono(), options)).toThrow()
  })
})
