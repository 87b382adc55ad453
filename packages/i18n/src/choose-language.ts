/**
 * Which language someone reads. Kept in this browser only, never in a cookie; where nothing can be kept, the choice
 * holds until the page is closed.
 */
import { isLanguage, type Language } from './languages.ts'

/** The part of `localStorage` this needs. Browsers may refuse it altogether. */
export type Keep = Pick<Storage, 'getItem' | 'setItem'>

const KEY = 'houvast.language'

export function chosenLanguage(keep: Keep | undefined): Language {
  try {
    const kept = keep?.getItem(KEY)
    return isLanguage(kept) ? kept : 'nl'
  } catch {
    return 'nl'
  }
}

export function keepLanguage(keep: Keep | undefined, language: Language): void {
  try {
    keep?.setItem(KEY, language)
  } catch {
    // A private window may refuse to keep anything; the choice then lasts as long as the page.
  }
}

/** `localStorage` when this browser allows it. */
export function browserKeep(): Keep | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}
