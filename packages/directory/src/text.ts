/** Something to read, in Dutch first. */
export type Text = { readonly nl: string; readonly en: string; readonly fr: string }
