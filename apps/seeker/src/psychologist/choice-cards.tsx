/** Up to three professionals who are free now, to choose from oneself. No stars, no order of merit. */
import type { Choice } from '@houvast/protocol/talk-requests'
import { p } from './messages.ts'

export function ChoiceCards({ choices, onChoose }: { choices: readonly Choice[]; onChoose: (kid: string) => void }) {
  return (
    <section class="section" aria-labelledby="keuze">
      <h2 id="keuze">{p('choices.title')}</h2>
      <p role="status">{choices.length === 0 && p('choices.none')}</p>
      <ul class="answers plain-list">
        {choices.map(({ kid, name, profile }) => (
          <li key={kid} class="card choice">
            <h3>{name}</h3>
            <p>
              {p(`profession.${profile.title}`)} · {profile.languages.map((one) => p(`language.${one}`)).join(', ')}
            </p>
            <p>{profile.themes.map((theme) => p(`theme.${theme}`)).join(' · ')}</p>
            <p dir="auto">{profile.about}</p>
            <p class="field__hint">{p('choices.recognised')}</p>
            <button type="button" class="button button--primary" onClick={() => onChoose(kid)}>
              {p('choices.talk', { name })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
