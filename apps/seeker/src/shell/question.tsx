/** One question to a screen, with an answer to a line. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import './question.css'

/** Comes with the focus on it, so that a screen reader says each question once. */
export function Question(props: {
  readonly asks: string
  readonly isFirst: boolean
  readonly children: ComponentChildren
}) {
  const { asks, isFirst, children } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (!isFirst) heading.current?.focus()
  }, [asks])
  return (
    <section class="section" aria-labelledby="vraag">
      <h2 id="vraag" ref={heading} tabIndex={-1}>
        {asks}
      </h2>
      <ul class="answers plain-list">{children}</ul>
    </section>
  )
}

export function Answer({ says, onChoose }: { readonly says: string; readonly onChoose: () => void }) {
  return (
    <li>
      <button type="button" class="button button--large button--wide answer" onClick={onChoose}>
        {says}
      </button>
    </li>
  )
}
