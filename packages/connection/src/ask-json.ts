/**
 * Asking our own server over HTTP. Every failure is a value: the server's reason, or `unreachable` when nothing that can
 * be read came in time.
 */
import * as v from 'valibot'

export type Refusal = { readonly reason: string; readonly because?: string | undefined }
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Refusal }

export const refused = (reason: string) => ({ ok: false, why: { reason } }) as const

const Why = v.object({ reason: v.string(), because: v.optional(v.string()) })

/** A request that hangs is one that failed. */
const ANSWER_WITHIN_MS = 10_000

export async function askJson<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
  body?: unknown,
): Promise<Answer<v.InferOutput<Schema>>> {
  try {
    const response = await fetch(path, {
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const json: unknown = await response.json()
    if (response.ok) return { ok: true, value: v.parse(schema, json) }
    const why = v.safeParse(Why, json)
    return why.success ? { ok: false, why: why.output } : refused('unreachable')
  } catch {
    return refused('unreachable')
  }
}
