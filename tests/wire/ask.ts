/** Asking a server over HTTP, without a browser: over a port, or straight at the router of one in this process. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string; json(): unknown }

export type Asking = {
  readonly method?: string
  readonly body?: unknown
  readonly cookie?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
}

export type Ask = (path: string, asking?: Asking) => Promise<Answer>

type Fetch = (request: Request) => Response | Promise<Response>

/** As a page of `origin` does: JSON, and its origin named. */
export function askOf(origin: string, fetchIt: Fetch = fetch): Ask {
  return async (path, { method, body, cookie, headers = {} } = {}) => {
    const response = await fetchIt(
      new Request(origin + path, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          ...{ origin, host: new URL(origin).host, 'content-type': 'application/json' },
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    )
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
  }
}

/** For the steps of a test that must go well before it begins. */
export async function asked<T = Record<string, never>>(answer: Promise<Answer>): Promise<T> {
  const { status, text, json } = await answer
  if (status >= 300) throw new Error(`The server answered ${status}: ${text.slice(0, 200)}`)
  return json() as T
}
