import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { fromOwnPage, isOwnOrigin } from './own-origin.ts'

const praten = 'https://praten.example'

describe('a page of ours', () => {
  test.each([
    ['the same host and port', 'http://localhost:8080', 'localhost:8080', undefined, true],
    ['this machine by its number', 'http://127.0.0.1:8080', '127.0.0.1:8080', undefined, true],
    ['a name that points here, when none is configured', 'http://rebound.test', 'rebound.test', undefined, false],
    ['another port', 'http://localhost:8081', 'localhost:8080', undefined, false],
    ['another host', 'http://elsewhere.test', 'localhost:8080', undefined, false],
    ['the configured origin, whatever host a proxy asks for', praten, 'app:8080', praten, true],
    ['the configured name without its s', 'http://praten.example', 'praten.example', praten, false],
    ['a longer name', `${praten}.elsewhere.test`, 'praten.example', praten, false],
    ['a sandboxed frame', 'null', 'localhost', undefined, false],
    ['no origin', undefined, 'localhost', undefined, false],
    ['no origin and no host', undefined, undefined, undefined, false],
    ['nonsense', 'http://', '', undefined, false],
  ])('%s', (_, origin, host, configured, isOurs) => {
    expect(isOwnOrigin(origin, host, configured)).toBe(isOurs)
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('only it may ask for a change: %s', async (method) => {
    const app = new Hono().use(fromOwnPage(praten)).all('/', (c) => c.text('done'))
    const from = (origin: string) => app.request('/', { method, headers: { origin } })

    expect((await from(praten)).status).toBe(200)
    expect((await from('https://elsewhere.test')).status).toBe(403)
    expect((await app.request('/', { method })).status).toBe(403)
  })

  test('anybody may look', async () => {
    const app = new Hono().use(fromOwnPage(praten)).get('/', (c) => c.text('done'))

    expect((await app.request('/')).status).toBe(200)
  })
})
