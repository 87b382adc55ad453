/** Both engines carry PostgreSQL's own code; errors are never known by their text. */
const UNIQUE_VIOLATION = '23505'

export const isUniqueViolation = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === UNIQUE_VIOLATION
