import type { MiddlewareHandler } from 'hono'

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a request or socket comes from a page of ours. Without a configured origin that is this machine only, by its
 * loopback names: any other name could be a stranger's that points here (DNS rebinding).
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, configured: string | undefined) {
  if (!origin || !URL.canParse(origin)) return false
  if (configured) return origin === configured
  const asked = new URL(origin)
  return asked.host === host && loopback.has(asked.hostname)
}

/** Whatever changes something is asked by our own page: browsers name the origin of every POST. */
export const fromOwnPage =
  (configured: string | undefined): MiddlewareHandler =>
  async (c, next) => {
    const isReading = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!isReading && !isOwnOrigin(c.req.header('origin'), c.req.header('host'), configured))
      return c.json({ reason: 'foreign-origin' }, 403)
    return next()
  }
