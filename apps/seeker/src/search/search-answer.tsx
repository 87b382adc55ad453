/** The answer to what stands in the search box, anew at every key. */
import { suggest } from '@houvast/directory/suggest/suggest'
import { useMemo } from 'preact/hooks'
import { isOpenHere, liveLines } from '../lines/live-lines.ts'
import { Results } from './results.tsx'

export { searchReady } from './messages.ts'

export type SearchAnswerProps = { readonly text: string }

export function SearchAnswer({ text }: SearchAnswerProps) {
  const state = liveLines.state.value
  const found = useMemo(() => suggest({ text, isTyping: true, runs: (line) => isOpenHere(state, line) }), [text, state])
  return <Results found={found} />
}
