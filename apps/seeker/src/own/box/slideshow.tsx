/** The box as a calm row of things, one at a time. It moves on when one taps, never by itself. */
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { o } from '../messages.ts'
import type { BoxEntry } from './box-model.ts'
import { MediaView } from './media-view.tsx'
import { SafeLink } from './safe-link.tsx'

export function Slideshow({ entries, onEnd }: { entries: readonly BoxEntry[]; onEnd: () => void }) {
  const at = useSignal(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const entry = entries[at.value]
  useLayoutEffect(() => heading.current?.focus(), [at.value])
  if (!entry) return null
  const isLast = at.value === entries.length - 1

  return (
    <article class="page page--narrow slideshow">
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {entry.title || o(`box.${entry.type}`)}
      </h1>
      <MediaView key={entry.id} entry={entry} />
      {entry.text && (
        <p class="slideshow__text" dir="auto">
          {entry.text}
        </p>
      )}
      {entry.type === 'link' && <SafeLink address={entry.link ?? ''} />}
      <p class="actions">
        {at.value > 0 && (
          <button type="button" class="button button--large" onClick={() => at.value--}>
            {o('box.before')}
          </button>
        )}
        <button
          type="button"
          class="button button--primary button--large"
          onClick={() => (isLast ? onEnd() : at.value++)}
        >
          {o(isLast ? 'box.enough' : 'box.next')}
        </button>
        {!isLast && (
          <button type="button" class="button button--quiet" onClick={onEnd}>
            {o('box.enough')}
          </button>
        )}
      </p>
    </article>
  )
}
