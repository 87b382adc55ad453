/** Up to three professionals who are free now, to choose from oneself. No stars, no order of merit. */
import type { Choice } from '@houvast/protocol/talk-requests'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { BookFirstTalk } from '../follow-up/book-first-talk.tsx'
import { p } from './messages.ts'

export function ChoiceCards(props: {
  readonly line: string
  readonly choices: readonly Choice[]
  readonly onChoose: (kid: string) => void
}) {
  const { line, choices, onChoose } = props
  const booking = useSignal<Choice | undefined>(undefined)
  const heading = useRef<HTMLHeadingElement>(null)
  // They come below what was tapped.
  useEffect(() => heading.current?.focus(), [])
  if (booking.value)
    return <BookFirstTalk line={line} professional={booking.value.kid} professionalName={booking.value.name} />
  return (
    <section class="section" aria-labelledby="keuze">
      <h2 id="keuze" ref={heading} tabIndex={-1}>
        {p('choices.title')}
      </h2>
      <p role="status">{choices.length === 0 && p('choices.none')}</p>
      <ul class="answers plain-list">
        {choices.map((choice) => {
          const { kid, name, profile, isFree } = choice
          return (
            <li key={kid} class="card choice-card">
              <h3>{name}</h3>
              <p>
                {p(`profession.${profile.title}`)} · {profile.languages.map((one) => p(`language.${one}`)).join(', ')}
              </p>
              <p>{profile.themes.map((theme) => p(`theme.${theme}`)).join(' · ')}</p>
              <p dir="auto">{profile.about}</p>
              <p class="field__hint">{p('choices.recognised')}</p>
              {isFree && (
                <button type="button" class="button button--primary" onClick={() => onChoose(kid)}>
                  {p('choices.talk', { name })}
                </button>
              )}
              {profile.weekly.length > 0 && (
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    booking.value = choice
                  }}
                >
                  {p('choices.book', { name })}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
