/**
 * What the server writes down about itself: one line of JSON, from a fixed list of fields. No text of anyone, no
 * address, no name, no id of a conversation can be passed here, because there is no field for them.
 */
export type LogFields = {
  readonly event:
    | 'started'
    | 'stopping'
    | 'stopped'
    | 'bug'
    | 'bus-lost'
    | 'bus-back'
    | 'swept'
    | 'relay-carries-nothing'
  readonly engine?: string
  readonly bus?: string
  readonly port?: number
  readonly error?: string
  readonly at?: string
  readonly ended?: number
  readonly erased?: number
}

export type Log = (fields: LogFields) => void

export const logToStderr: Log = (fields) => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...fields })}\n`)
}

/** An error's kind and where it was thrown. Its message stays out: a database puts values into those. */
export function bugFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { event: 'bug', error: 'unknown' }
  const { name, message, stack, code } = error as Error & { code?: unknown }
  const at = stack
    ?.replace(message, '')
    .split('\n')
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?file:\/\/.*?\/((?:apps|packages|node_modules)\/)/, '($1'))
    .join(' < ')
  return { event: 'bug', error: typeof code === 'string' ? `${name} ${code}` : name, ...(at ? { at } : {}) }
}
