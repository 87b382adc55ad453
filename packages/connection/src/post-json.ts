/** A dead network says nothing at all, and never that it is dead. Who gives a signal sees to that itself. */
const ANSWERED_WITHIN_MS = 15_000

/** A POST to our own server. Rejects when nothing answers; what the server says, also no, is the answer. */
export async function postJson(path: string, body: unknown, signal?: AbortSignal) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: signal ?? AbortSignal.timeout(ANSWERED_WITHIN_MS),
  })
  return { status: response.status, json: (await response.json()) as unknown }
}
