/**
 * The guide: is there danger, for whom, how old, what about, how. One question a screen, at most five taps, and the same
 * suggestions as the search. The answers live in this page only: not in the address, not in the history, not in storage.
 */

import type { Way } from '@houvast/directory/suggest/choose-lines'
import type { DangerId } from '@houvast/directory/suggest/dangers'
import {
  type ForWhom,
  type GuideAge,
  type GuideThemeId,
  guideAges,
  guideTo,
  themesFor,
  writerOf,
} from '@houvast/directory/suggest/guide'
import { ArrowLeftIcon, InfoIcon, SproutIcon, VideoIcon } from '@houvast/ui/icon.tsx'
import { useSignal } from '@preact/signals'
import './search.css'
import { isOpenHere, liveLines, psychologistLine } from '../lines/live-lines.ts'
import { Page } from '../shell/page.tsx'
import { Answer, Question } from '../shell/question.tsx'
import { DangerPanel } from './danger-panel.tsx'
import { type SearchKey, s } from './messages.ts'
import { Results } from './results.tsx'

const ADULT = 18

type GuideWay = Way | 'video' | 'own'
type Answers = {
  readonly danger?: DangerId | 'no'
  /** Someone saw whom to call, and goes on. */
  readonly goesOn?: true
  readonly forWhom?: ForWhom
  readonly age?: GuideAge
  readonly theme?: GuideThemeId
  readonly way?: GuideWay
}

const dangerAnswers: readonly (readonly [SearchKey, DangerId])[] = [
  ['guide.danger.die', 'wants-to-die-now'],
  ['guide.danger.violence', 'violence-now'],
  ['guide.danger.poison', 'poisoned'],
  ['guide.danger.life', 'life-at-risk'],
  ['guide.danger.assault', 'assaulted-lately'],
  ['guide.danger.child', 'child-missing'],
]
const forWhom: readonly ForWhom[] = ['me', 'my-child', 'someone', 'my-pupil']
const ages = Object.keys(guideAges) as GuideAge[]
const ways: readonly GuideWay[] = ['any', 'chat', 'phone', 'mail', 'video', 'own']

export function GuidePage() {
  const given = useSignal<readonly Answers[]>([{}])
  const answers = given.value.at(-1) ?? {}
  const answer = (more: Answers) => {
    given.value = [...given.value, { ...answers, ...more }]
  }

  return (
    <Page title={s('guide.title')} lead={s('guide.lead')}>
      <Step answers={answers} answer={answer} step={given.value.length} />
      {given.value.length > 1 && (
        <p class="actions">
          <button
            type="button"
            class="button button--quiet"
            onClick={() => {
              given.value = given.value.slice(0, -1)
            }}
          >
            <ArrowLeftIcon />
            {s('guide.back')}
          </button>
          <button
            type="button"
            class="button button--quiet"
            onClick={() => {
              given.value = [{}]
            }}
          >
            {s('guide.again')}
          </button>
        </p>
      )}
    </Page>
  )
}

type StepProps = { readonly answers: Answers; readonly answer: (more: Answers) => void; readonly step: number }

function Step({ answers, answer, step }: StepProps) {
  const { danger, goesOn, age, theme, way } = answers
  if (!danger) {
    return (
      <Question asks={s('guide.danger')} isFirst={step === 1}>
        <Answer says={s('guide.danger.no')} onChoose={() => answer({ danger: 'no' })} />
        {dangerAnswers.map(([key, kind]) => (
          <Answer key={kind} says={s(key)} onChoose={() => answer({ danger: kind })} />
        ))}
      </Question>
    )
  }
  if (danger !== 'no' && !goesOn) {
    return (
      <>
        <DangerPanel kinds={[danger]} />
        <p>
          <button type="button" class="button" onClick={() => answer({ goesOn: true })}>
            {s('guide.go-on')}
          </button>
        </p>
      </>
    )
  }
  if (!answers.forWhom) {
    return (
      <Question asks={s('guide.who')} isFirst={step === 1}>
        {forWhom.map((whom) => (
          <Answer key={whom} says={s(`guide.who.${whom}`)} onChoose={() => answer({ forWhom: whom })} />
        ))}
      </Question>
    )
  }
  if (!age) {
    return (
      <Question asks={s('guide.age')} isFirst={step === 1}>
        {ages.map((band) => (
          <Answer key={band} says={s(`guide.age.${band}`)} onChoose={() => answer({ age: band })} />
        ))}
      </Question>
    )
  }
  if (!theme) {
    return (
      <Question asks={s('guide.theme')} isFirst={step === 1}>
        {themesFor(answers.forWhom, age).map((id) => (
          <Answer key={id} says={s(`guide.theme.${id}`)} onChoose={() => answer({ theme: id })} />
        ))}
      </Question>
    )
  }
  if (!way) {
    return (
      <Question asks={s('guide.way')} isFirst={step === 1}>
        {ways.map((chosen) => (
          <Answer key={chosen} says={s(`guide.way.${chosen}`)} onChoose={() => answer({ way: chosen })} />
        ))}
      </Question>
    )
  }
  return <Outcome forWhom={answers.forWhom} age={age} theme={theme} way={way} danger={danger} />
}

type OutcomeProps = Required<Pick<Answers, 'forWhom' | 'age' | 'theme' | 'way' | 'danger'>>

function Outcome({ way, danger, ...rest }: OutcomeProps) {
  const state = liveLines.state.value
  const { about } = writerOf(rest.forWhom, rest.age)
  // Psychologists here talk with adults about themselves.
  const hasPsychologists =
    rest.forWhom === 'me' && guideAges[rest.age] >= ADULT && psychologistLine(state) !== undefined
  const choice = guideTo({ ...rest, way: way === 'video' || way === 'own' ? 'any' : way }, (line) =>
    isOpenHere(state, line),
  )
  return (
    <>
      {way === 'video' && hasPsychologists && (
        <p>
          <a class="button button--primary button--large" href="/psycholoog">
            <VideoIcon />
            {s('guide.video-here')}
          </a>
        </p>
      )}
      {way === 'video' && !hasPsychologists && (
        <div class="notice">
          <InfoIcon />
          <p>{s('guide.video-not-here')}</p>
        </div>
      )}
      {way === 'own' && (
        <p>
          <a class="button button--primary button--large" href="/houvast">
            <SproutIcon />
            {s('guide.own')}
          </a>
        </p>
      )}
      <Results found={{ ...choice, writer: { about }, dangers: danger === 'no' ? [] : [danger] }} />
    </>
  )
}
