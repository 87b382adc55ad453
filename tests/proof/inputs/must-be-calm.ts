/** What holds for every answer there is, whatever was asked: no fault of ours, nothing of our inside, closed headers. */
import type { LogFields } from '@houvast/server/log'

const INSIDE =
  /\bat [^\n]{1,200}:\d+:\d+|node_modules|node:internal|\/src\/|\.ts\b|\bselect .* from\b|syntax error|SQLSTATE/i

export type Seen = { readonly status: number; readonly headers: Headers; readonly text: string }

export function whyNotCalm({ status, headers, text }: Seen): string | undefined {
  if (status >= 500) return `status ${status}`
  // The pages and scripts themselves may say what they like.
  const isJson = headers.get('content-type')?.startsWith('application/json')
  const isPage = status === 200 && !isJson
  if (!isPage && INSIDE.test(text)) return `tells of our inside: ${text.slice(0, 100)}`
  if (!headers.get('content-security-policy')?.includes("default-src 'none'")) return 'no Content-Security-Policy'
  if (headers.get('x-content-type-options') !== 'nosniff') return 'no nosniff'
  if (headers.get('referrer-policy') !== 'no-referrer') return 'no Referrer-Policy'
  if (isJson && headers.get('cache-control') !== 'no-store') return 'may be stored'
  return undefined
}

export const bugsIn = (logged: readonly LogFields[]) => logged.filter(({ event }) => event === 'bug')
