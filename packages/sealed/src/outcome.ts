/** What hearing one entry comes to, and the change it makes once the entry has its place in the log. */
import type { Heard } from './heard.ts'
import type { SealedRefusal } from './result.ts'

export type Outcome =
  | { readonly ok: true; readonly value: Heard; readonly apply: () => void }
  | { readonly ok: false; readonly why: SealedRefusal; readonly apply?: () => void }
