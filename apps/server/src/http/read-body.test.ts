import { Hono } from 'hono'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { readBody } from './read-body.ts'

const MEGABYTE = 1024 * 1024

const app = new Hono().post('/', async (c) => {
  const body = await readBody(c, v.strictObject({ line: v.string(), at: v.pipe(v.number(), v.integer()) }))
  return body.ok ? c.json(body.value) : body.response
})
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  app.request('/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

/** Sends for as long as somebody reads. */
function endless() {
  let sent = 0
  const chunk = new Uint8Array(64 * 1024).fill(0x20)
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += chunk.length
      if (sent > 200 * MEGABYTE) return controller.close()
      controller.enqueue(chunk)
    },
  })
  return { stream, sent: () => sent }
}

describe('a request’s body', () => {
  test('of the right shape is taken', async () => {
    expect(await (await post('{"line":"awel","at":1}')).json()).toEqual({ line: 'awel', at: 1 })
  })

  test('that comes in pieces is put together, also within a letter', async () => {
    const bytes = new TextEncoder().encode('{"line":"één","at":1}')
    const stream = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })

    expect(await (await post(stream)).json()).toEqual({ line: 'één', at: 1 })
  })

  test.each([
    ['not JSON', 'hello', undefined],
    ['nothing', '', undefined],
    ['not an object', '[]', 'line'],
    ['a text', '"line"', undefined],
    ['wrong in one place', '{"line":"awel","at":1.5}', 'at'],
    ['too much', '{"line":"awel","at":1,"more":1}', 'more'],
  ])('that is %s is refused, with the place and not the value', async (_, body, field) => {
    const response = await post(body)

    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ reason: 'malformed', ...(field ? { field } : {}) })
  })

  test('that says it is too long is not read at all', async () => {
    const body = endless()
    const response = await post(body.stream, { 'content-length': String(MEGABYTE) })

    expect(response.status).toBe(413)
    expect(body.sent()).toBeLessThan(MEGABYTE)
  })

  test('that never says how long it is, is read no further than the limit', async () => {
    const body = endless()
    const response = await post(body.stream)

    expect(response.status).toBe(413)
    expect(body.sent()).toBeLessThan(2 * MEGABYTE)
  })
})
