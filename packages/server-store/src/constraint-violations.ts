/** Both engines carry PostgreSQL's own code; errors are never known by their text. */
const UNIQUE_VIOLATION = '23505'
const FOREIGN_KEY_VIOLATION = '23503'

const codeOf = (error: unknown) => (error as { code?: unknown } | undefined)?.code

export const isUniqueViolation = (error: unknown): boolean => codeOf(error) === UNIQUE_VIOLATION

/** What the new row belongs to is not there (any more). */
export const isOrphan = (error: unknown): boolean => codeOf(error) === FOREIGN_KEY_VIOLATION
