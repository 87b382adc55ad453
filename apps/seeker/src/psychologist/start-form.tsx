/** The last screen before somebody is looked for: nothing has to be filled in. */
import { INTAKE_TEXT_MAX, NICKNAME_MAX } from '@houvast/protocol/intake'
import type { TalkLanguage } from '@houvast/rules/matching/professional'
import { useSignal } from '@preact/signals'
import { spokenLanguage } from '../messages.ts'
import { Problem } from '../talk/problem.tsx'
import { type Answers, talkLanguages, wishesFrom } from './answers.ts'
import { ChoiceCards } from './choice-cards.tsx'
import { p } from './messages.ts'
import type { PsychologistTalk } from './psychologist-talk.ts'
import { ScreenHeading } from './screen-heading.tsx'

export function StartForm({ model, answers }: { model: PsychologistTalk; answers: Answers }) {
  const language = useSignal<TalkLanguage>(spokenLanguage())
  const isMust = useSignal(false)
  const nickname = useSignal('')
  const { draft, problem, step, prepare } = model.talk
  const isStarting = step.value === 'starting'
  const wishes = wishesFrom(answers, { language: language.value, isMust: isMust.value })
  if (!wishes) return null
  const begin = (only?: string) => {
    if (isStarting) return
    const words = [about(answers), draft.value.trim()].filter(Boolean).join('\n')
    void model.begin({ wishes, words, nickname: nickname.value, ...(only === undefined ? {} : { only }) })
  }

  return (
    <section class="section" aria-labelledby="klaar">
      <ScreenHeading id="klaar">{p('start.title')}</ScreenHeading>
      <form
        class="before-talk"
        onFocusCapture={prepare}
        onPointerEnter={prepare}
        onSubmit={(event) => {
          event.preventDefault()
          begin()
        }}
      >
        <div class="field">
          <label class="field__label" for="taal">
            {p('start.language')}
          </label>
          <select
            class="field__input"
            id="taal"
            value={language.value}
            onChange={(event) => {
              language.value = event.currentTarget.value as TalkLanguage
            }}
          >
            {talkLanguages.map((one) => (
              <option key={one} value={one}>
                {p(`language.${one}`)}
              </option>
            ))}
          </select>
        </div>
        {answers.gender !== 'any' && (
          <label class="call__rung">
            <input
              type="checkbox"
              checked={isMust.value}
              onChange={(event) => {
                isMust.value = event.currentTarget.checked
              }}
            />
            {p('start.must')}
          </label>
        )}
        <div class="field">
          <label class="field__label" for="naam">
            {p('start.nickname')}
          </label>
          <input
            class="field__input"
            id="naam"
            autocomplete="off"
            maxLength={NICKNAME_MAX}
            value={nickname.value}
            onInput={(event) => {
              nickname.value = event.currentTarget.value
            }}
          />
        </div>
        <div class="field">
          <label class="field__label" for="woorden">
            {p('start.words')}
          </label>
          <span class="field__hint" id="woorden-hint">
            {p('start.words-hint')}
          </span>
          <textarea
            class="field__input"
            id="woorden"
            rows={3}
            maxLength={INTAKE_TEXT_MAX - 200}
            aria-describedby="woorden-hint"
            value={draft.value}
            onInput={(event) => {
              draft.value = event.currentTarget.value
            }}
          />
        </div>
        <StartProblem reason={problem.value} onBook={() => void model.choose(wishes)} />
        <button type="submit" class="button button--primary button--large button--wide" aria-disabled={isStarting}>
          {p(isStarting ? 'start.starting' : 'start.now')}
        </button>
        <button type="button" class="button button--wide" onClick={() => void model.choose(wishes)}>
          {p('start.choose')}
        </button>
      </form>
      {model.choices.value && <ChoiceCards line={model.line} choices={model.choices.value} onChoose={begin} />}
    </section>
  )
}

function StartProblem({ reason, onBook }: { reason: string | undefined; onBook: () => void }) {
  if (reason !== 'line-closed' && reason !== 'duty-key-outdated') return <Problem reason={reason} />
  return (
    <div role="alert" class="notice notice--warm">
      <div>
        <p>{p('start.closed')}</p>
        <p class="actions">
          <button type="button" class="button" onClick={onBook}>
            {p('choose.book')}
          </button>
          <a href="/hulplijnen">{p('to-lines')}</a>
        </p>
      </div>
    </div>
  )
}

/** What was answered, for whoever answers the call; sealed, as the rest. */
function about({ feel, theme, age }: Answers): string {
  if (!feel || !theme || !age) return ''
  return [
    p('about.feel', { feel: p(`feel.${feel}`).toLowerCase() }),
    p('about.theme', { theme: p(`theme.${theme}`).toLowerCase() }),
    p('about.age', { age: p(`age.${age}`).toLowerCase() }),
  ].join(' ')
}
