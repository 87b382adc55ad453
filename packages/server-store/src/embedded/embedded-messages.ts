/** Without `params` the text may hold several statements and answers no rows. */
export type Question = { readonly id: number; readonly sql: string; readonly params?: readonly unknown[] }

export type Answer =
  | { readonly id: number; readonly rows: unknown[]; readonly affected: number }
  | {
      readonly id: number
      readonly error: {
        readonly message: string
        readonly code: string | undefined
        readonly constraint: string | undefined
      }
    }
