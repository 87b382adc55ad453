/** Answers with the media type and the error bodies that Mollie documents. */
const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}

export function hal(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/hal+json', ...headers },
  })
}

export function problem(
  status: number,
  detail: string,
  { field, headers }: { field?: string; headers?: Record<string, string> } = {},
): Response {
  const documentation = { href: 'https://docs.mollie.com/overview/handling-errors', type: 'text/html' }
  const body = { status, title: titles[status], detail, ...(field ? { field } : {}), _links: { documentation } }
  return hal(body, status, headers)
}
