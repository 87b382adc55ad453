/** The questions, one to a screen; the last one begins. */
import { findService } from '@houvast/directory/find-service'
import { useSignal } from '@preact/signals'
import { crisisAddress } from '../crisis-address.ts'
import { ServiceCard } from '../lines/service-card.tsx'
import { spokenLanguage } from '../messages.ts'
import { Page } from '../shell/page.tsx'
import { Answer, Question } from '../shell/question.tsx'
import { type Answers, ages, feelings, genders, screenFor, themes } from './answers.ts'
import { p } from './messages.ts'
import type { PsychologistTalk } from './psychologist-talk.ts'
import { ScreenHeading } from './screen-heading.tsx'
import { StartForm } from './start-form.tsx'

export function Questions({ model }: { model: PsychologistTalk }) {
  const given = useSignal<readonly Answers[]>([{}])
  const answers = given.value.at(-1) ?? {}
  const hasMoved = useSignal(false)
  const answer = (more: Answers) => {
    hasMoved.value = true
    given.value = [...given.value, { ...answers, ...more }]
  }
  const goBack = () => {
    given.value = given.value.slice(0, -1)
  }
  const isFirst = given.value.length === 1

  return (
    <Page title={p('title')} lead={isFirst ? p('lead') : undefined}>
      <Screen model={model} answers={answers} answer={answer} goBack={goBack} isUntouched={!hasMoved.value} />
      {isFirst ? (
        <details class="card">
          <summary>{p('enough.title')}</summary>
          <p>{p('enough.text')}</p>
        </details>
      ) : (
        screenFor(answers) !== 'danger' && (
          <p class="actions">
            <button type="button" class="button button--quiet" onClick={goBack}>
              {p('back')}
            </button>
          </p>
        )
      )}
    </Page>
  )
}

function Screen(props: {
  readonly model: PsychologistTalk
  readonly answers: Answers
  readonly answer: (more: Answers) => void
  readonly goBack: () => void
  /** The very first screen leaves the focus where it is. */
  readonly isUntouched: boolean
}) {
  const { model, answers, answer, goBack, isUntouched } = props
  switch (screenFor(answers)) {
    case 'age':
      return (
        <Question asks={p('age.title')} isFirst={isUntouched}>
          {ages.map((age) => (
            <Answer key={age} says={p(`age.${age}`)} onChoose={() => answer({ age })} />
          ))}
        </Question>
      )
    case 'young':
      return <Young />
    case 'feel':
      return (
        <Question asks={p('feel.title')} isFirst={false}>
          {feelings.map((feel) => (
            <Answer key={feel} says={p(`feel.${feel}`)} onChoose={() => answer({ feel })} />
          ))}
        </Question>
      )
    case 'danger':
      return <Danger goBack={goBack} />
    case 'theme':
      return (
        <Question asks={p('theme.title')} isFirst={false}>
          {themes.map((theme) => (
            <Answer key={theme} says={p(`theme.${theme}`)} onChoose={() => answer({ theme })} />
          ))}
        </Question>
      )
    case 'gender':
      return (
        <Question asks={p('gender.title')} isFirst={false}>
          {genders.map((gender) => (
            <Answer key={gender} says={p(`gender.${gender}`)} onChoose={() => answer({ gender })} />
          ))}
        </Question>
      )
    case 'start':
      return <StartForm model={model} answers={answers} />
  }
}

/** Under 18: who is there for them, before anything was written anywhere. */
function Young() {
  const services = ['awel', 'tejo'].flatMap((id) => findService(id) ?? [])
  return (
    <section class="section" aria-labelledby="jong">
      <ScreenHeading id="jong">{p('young.title')}</ScreenHeading>
      <p>{p('young.text')}</p>
      <ul class="answers plain-list">
        {services.map((service) => (
          <li key={service.id}>
            <ServiceCard service={service} />
          </li>
        ))}
      </ul>
      <Urgent />
    </section>
  )
}

function Danger({ goBack }: { goBack: () => void }) {
  return (
    <section class="section" aria-labelledby="gevaar">
      <ScreenHeading id="gevaar">{p('danger.title')}</ScreenHeading>
      <p>{p('danger.text')}</p>
      <Urgent />
      <p class="actions">
        <a class="button button--large" href={crisisAddress[spokenLanguage()]}>
          {p('danger.crisis')}
        </a>
        <button type="button" class="button button--quiet" onClick={goBack}>
          {p('danger.back')}
        </button>
      </p>
    </section>
  )
}

function Urgent() {
  return (
    <p class="actions">
      <a class="button button--primary button--large" href="tel:112">
        {p('danger.112')}
      </a>
      <a class="button button--primary button--large" href="tel:1813">
        {p('danger.1813')}
      </a>
    </p>
  )
}
