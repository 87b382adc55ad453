import { FRAME_MAX } from '@houvast/rules/limits/limits'
import type { Context } from 'hono'
import * as v from 'valibot'

const BODY_MAX = 4 * FRAME_MAX

/** A request's JSON in the shape it must have, or the answer that says what is wrong with it. */
export async function readBody<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
  most = BODY_MAX,
): Promise<{ ok: true; value: v.InferOutput<Schema> } | { ok: false; response: Response }> {
  const text = await readText(c, most)
  if (text === undefined) return { ok: false, response: c.json({ reason: 'too-long' }, 413) }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, response: c.json({ reason: 'malformed' }, 400) }
  }
  const read = v.safeParse(schema, json, { abortEarly: true })
  if (read.success) return { ok: true, value: read.output }
  const field = read.issues[0] && v.getDotPath(read.issues[0])
  return { ok: false, response: c.json({ reason: 'malformed', ...(field ? { field } : {}) }, 400) }
}

/** `undefined`: too long, and read no further. Who sends in pieces does not say beforehand how much it will be. */
async function readText(c: Context, most: number): Promise<string | undefined> {
  if (Number(c.req.header('content-length') ?? 0) > most) return undefined
  const reader = c.req.raw.body?.getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const piece = await reader?.read().catch(() => undefined)
    if (!piece?.value) return Buffer.concat(pieces, length).toString()
    length += piece.value.length
    if (length > most) {
      void reader?.cancel().catch(() => {})
      return undefined
    }
    pieces.push(piece.value)
  }
}
