/**
 * The guide: after the question about danger at most four taps (for whom, age, theme, how) lead to the same lines by the same
 * rules as the search. Nothing that is tapped is kept.
 */
import type { About, Stage, Writer } from './audience.ts'
import { type Choice, chooseLines, type Way } from './choose-lines.ts'
import type { SubjectId } from './subjects.ts'
import { stageOf } from './writer.ts'

export type ForWhom = 'me' | 'my-child' | 'someone' | 'my-pupil'
/** An age in the middle of each answer. */
export const guideAges = { 'under-12': 10, '12-17': 15, '18-24': 21, '25-and-over': 45 } as const
export type GuideAge = keyof typeof guideAges

export type GuideTheme = {
  readonly id: string
  /** For everyone when left out. */
  readonly stages?: readonly Stage[]
  readonly notFor?: readonly ForWhom[]
  readonly subject: (answers: { readonly forWhom: ForWhom; readonly stage: Stage }) => SubjectId
}

const always = (subject: SubjectId) => () => subject

export const guideThemes = [
  { id: 'feeling', subject: always('feeling-down') },
  { id: 'alone', subject: always('loneliness') },
  { id: 'death', subject: ({ forWhom }) => (forWhom === 'me' ? 'suicide-thoughts' : 'worried-about-suicide') },
  { id: 'loss', subject: always('grief') },
  { id: 'home', stages: ['child', 'young'], subject: always('parents-and-home') },
  { id: 'upbringing', stages: ['adult'], notFor: ['me', 'my-pupil'], subject: always('parenting') },
  { id: 'relation', stages: ['young', 'adult'], subject: always('partner-trouble') },
  {
    id: 'love',
    stages: ['child', 'young'],
    subject: ({ stage }) => (stage === 'child' ? 'love' : 'sex-and-body-questions'),
  },
  {
    id: 'bullying',
    subject: ({ stage, forWhom }) => (stage === 'adult' && forWhom === 'me' ? 'work' : 'bullying'),
  },
  {
    id: 'school',
    stages: ['child', 'young'],
    subject: ({ stage }) => (stage === 'child' ? 'school-wellbeing' : 'study-choice'),
  },
  { id: 'school-of-child', stages: ['adult'], notFor: ['me', 'someone'], subject: always('school-wellbeing') },
  { id: 'exams', stages: ['child', 'young'], subject: always('exams') },
  { id: 'violence', subject: ({ stage, forWhom }) => violence(stage, forWhom) },
  {
    id: 'my-violence',
    stages: ['young', 'adult'],
    notFor: ['my-child', 'someone', 'my-pupil'],
    subject: always('using-violence'),
  },
  {
    id: 'sexual-violence',
    subject: ({ stage, forWhom }) => (stage === 'child' && forWhom === 'me' ? 'abused-as-minor' : 'sexual-violence'),
  },
  { id: 'own-feelings', stages: ['young', 'adult'], notFor: ['my-pupil'], subject: always('own-sexual-feelings') },
  { id: 'substances', subject: always('drugs') },
  { id: 'gambling', subject: always('gambling') },
  { id: 'money', subject: always('money') },
  { id: 'housing', subject: always('housing') },
  { id: 'gender', subject: always('gender-and-orientation') },
  { id: 'autism', subject: always('autism') },
  { id: 'adoption', subject: always('adoption') },
  { id: 'pregnancy', subject: always('pregnant-and-unsure') },
  { id: 'giving-up', stages: ['young', 'adult'], subject: always('giving-up-a-child') },
  { id: 'other', subject: always('listening-ear') },
] as const satisfies readonly GuideTheme[]

export type GuideThemeId = (typeof guideThemes)[number]['id']

export type GuideAnswers = {
  readonly forWhom: ForWhom
  readonly age: GuideAge
  readonly theme: GuideThemeId
  readonly way: Way
}

/** Themes to choose from, for this age and for whom it is. */
export function themesFor(forWhom: ForWhom, age: GuideAge): readonly GuideThemeId[] {
  const stage = stageOf(guideAges[age])
  return (guideThemes as readonly GuideTheme[])
    .filter(({ stages, notFor }) => (!stages || stages.includes(stage)) && !notFor?.includes(forWhom))
    .map(({ id }) => id as GuideThemeId)
}

export function guideTo({ forWhom, age, theme, way }: GuideAnswers, runs?: (line: string) => boolean): Choice {
  const writer = writerOf(forWhom, age)
  const { subject } = (guideThemes as readonly GuideTheme[]).find(({ id }) => id === theme) as GuideTheme
  const likely = [[subject({ forWhom, stage: stageOf(guideAges[age]) }), 1] as const]
  return chooseLines(likely, writer, { way, ...(runs && { runs }) })
}

export function writerOf(forWhom: ForWhom, age: GuideAge): Writer {
  const about: Readonly<Record<ForWhom, About>> = {
    me: 'self',
    'my-child': 'own-child',
    someone: 'someone',
    'my-pupil': 'pupil',
  }
  return { age: guideAges[age], stage: stageOf(guideAges[age]), about: about[forWhom] }
}

function violence(stage: Stage, forWhom: ForWhom): SubjectId {
  if (forWhom === 'my-child' || forWhom === 'my-pupil') return 'child-abuse-seen'
  if (forWhom === 'someone') return 'violence-elsewhere'
  return stage === 'child' ? 'child-hurt-at-home' : 'partner-violence'
}
