import { createHash } from 'node:crypto'
import type { Instant } from '@houvast/rules/time'

/** Ten signs that name one erasure: of which conversation, and when. It opens nothing and leads to nobody. */
export function eraseReceipt(conversation: string, erasedAt: Instant): string {
  const hash = createHash('sha256').update(`erased/${conversation}/${erasedAt}`).digest('hex').toUpperCase()
  return `${hash.slice(0, 5)}-${hash.slice(5, 10)}`
}
