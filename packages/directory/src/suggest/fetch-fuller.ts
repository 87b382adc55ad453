/** The fuller weights, a file of their own: fetched when the first answer stands, so that nobody waits for them. */
import { sharpen } from './suggest.ts'

let fetched: Promise<boolean> | undefined

/** `false`: they cannot be had now; the first ones go on answering. */
export function fetchFuller(): Promise<boolean> {
  fetched ??= import('../../generated/fuller.json', { with: { type: 'json' } }).then(
    ({ default: fuller }) => {
      sharpen(fuller)
      return true
    },
    () => {
      fetched = undefined
      return false
    },
  )
  return fetched
}
