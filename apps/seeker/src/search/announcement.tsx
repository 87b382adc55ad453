/** Says something to a screen reader once it has stayed the same for a moment, and never the same thing twice in a row. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

const PAUSE_MS = 1000

export function Announcement({ children: words }: { children: string }) {
  const said = useSignal('')
  useEffect(() => {
    const timer = setTimeout(() => {
      said.value = words
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <p class="visually-hidden" role="status">
      {said.value}
    </p>
  )
}
