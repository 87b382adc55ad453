/** The answer to what stands in the search box, anew at every key. */
import { fetchFuller } from '@houvast/directory/suggest/fetch-fuller'
import { guideAges } from '@houvast/directory/suggest/guide'
import { suggest } from '@houvast/directory/suggest/suggest'
import { signal, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { isOpenHere, liveLines } from '../lines/live-lines.ts'
import { AskBack, type Tapped } from './ask-back.tsx'
import { Results } from './results.tsx'

export { searchReady } from './messages.ts'

export type SearchAnswerProps = { readonly text: string }

const isSharp = signal(false)

export function SearchAnswer({ text }: SearchAnswerProps) {
  const state = liveLines.state.value
  const sharp = isSharp.value
  const tapped = useSignal<Tapped>({})
  const { about, age } = tapped.value
  const found = useMemo(
    () => suggest({ text, about, age: age && guideAges[age], isTyping: true, runs: (line) => isOpenHere(state, line) }),
    [text, about, age, state, sharp],
  )
  useEffect(() => {
    // What it is about is said of these words; how old one is stays.
    tapped.value = { age: tapped.peek().age }
  }, [text])
  useEffect(() => {
    void fetchFuller().then((is) => {
      isSharp.value = is
    })
  }, [])
  return (
    <Results found={found}>
      <AskBack
        asks={found.asks}
        tapped={tapped.value}
        onTap={(next) => {
          tapped.value = next
        }}
      />
    </Results>
  )
}
