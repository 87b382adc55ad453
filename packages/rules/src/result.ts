/** A rule's answer: the new value, or why not. Refusals are values; only bugs are thrown. */
export type Result<Value, Why> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: Why }

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })

export const refused = <Why>(why: Why): Result<never, Why> => ({ ok: false, why })
