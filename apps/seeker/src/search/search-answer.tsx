/** The answer to what stands in the search box, anew at every key. */
import { fetchFuller } from '@houvast/directory/suggest/fetch-fuller'
import { suggest } from '@houvast/directory/suggest/suggest'
import { signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { isOpenHere, liveLines } from '../lines/live-lines.ts'
import { Results } from './results.tsx'

export { searchReady } from './messages.ts'

export type SearchAnswerProps = { readonly text: string }

const isSharp = signal(false)

export function SearchAnswer({ text }: SearchAnswerProps) {
  const state = liveLines.state.value
  const sharp = isSharp.value
  const found = useMemo(
    () => suggest({ text, isTyping: true, runs: (line) => isOpenHere(state, line) }),
    [text, state, sharp],
  )
  useEffect(() => {
    void fetchFuller().then((is) => {
      isSharp.value = is
    })
  }, [])
  return <Results found={found} />
}
