import type { ComponentChildren } from 'preact'
import './reading.css'
import { type ReadingKey, r } from './messages.ts'

type SectionProps = {
  readonly title: ReadingKey
  readonly text?: ReadingKey
  readonly points?: readonly ReadingKey[]
  /** When the order of the points matters. */
  readonly numbered?: boolean
  readonly children?: ComponentChildren
}

/** A heading with a sentence, a few points, or both. */
export function ReadingSection({ title, text, points = [], numbered = false, children }: SectionProps) {
  const List = numbered ? 'ol' : 'ul'
  return (
    <section class="reading" aria-labelledby={title}>
      <h2 id={title}>{r(title)}</h2>
      {text && <p>{r(text)}</p>}
      {points.length > 0 && (
        <List class="reading__points">
          {points.map((point) => (
            <li key={point}>{r(point)}</li>
          ))}
        </List>
      )}
      {children}
    </section>
  )
}
