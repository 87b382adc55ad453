/** The check of any-request.test.ts must see a route that fails, one that tells, and one that is open to frames. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServerHere, serverHere } from '../../wire/server-here.ts'
import { bugsIn, whyNotCalm } from './must-be-calm.ts'
import { routesOf } from './requests.ts'

describe('the check of what is asked', () => {
  let here: ServerHere
  beforeAll(async () => {
    here = await serverHere()
    here.server.app.post('/throws', () => {
      throw new Error('broken')
    })
    here.server.app.post('/tells', (c) => c.json({ reason: new Error('broken').stack }, 400))
    here.server.app.post('/framed', (c) => c.json({}, 200, { 'Content-Security-Policy': "script-src 'self'" }))
  })
  afterAll(() => here?.close())

  const problem = async (path: string) => whyNotCalm(await here.ask(path, { body: {} }))

  test('asks every route there is', () => {
    expect(routesOf(here.server.app)).toEqual(
      expect.arrayContaining(['/throws', '/api/desk/keys', '/api/health', '/crisis']),
    )
  })

  test('sees a route that fails, and hears of it in the log', async () => {
    expect(await problem('/throws')).toBe('status 500')
    expect(bugsIn(here.logged)).toHaveLength(1)
  })

  test('sees a route that tells of our inside', async () => {
    expect(await problem('/tells')).toMatch(/^tells of our inside/)
  })

  test('sees a route without the headers', async () => {
    expect(await problem('/framed')).toBe('no Content-Security-Policy')
  })

  test('lets a calm answer pass', async () => {
    expect(await problem('/api/seeker/ticket')).toBeUndefined()
  })
})
