/** Who seems to write, and about whom: from the ages that stand in the text, else from words like «mijn kotgenoot» or «onze kleinzoon». */
import { type About, ADULT, JAC_TO, type Stage, type Writer } from './audience.ts'
import type { Features } from './reading.ts'
import { readAges } from './said-age.ts'

/** By how much the likeliest must lead. */
const LEAD = 1.2

/** `features` holds how strongly the vocabulary's cues `%child`, `%young`, `%adult`, `%own-child` and `%pupil` are there. */
export function readWriter(text: string, features: Features, given: number | undefined): Writer {
  const said = readAges(text)
  const age = given ?? said.writer
  const cues = new Map(features.filter(([name]) => name.startsWith('%')))
  const about = aboutWhom(cues, age)
  const stage = age === undefined ? guessStage(cues, about) : stageOf(age)
  return {
    about,
    ...(age !== undefined && { age }),
    ...(stage && { stage }),
    ...(said.other !== undefined && { aboutAge: said.other }),
  }
}

export function stageOf(age: number): Stage {
  if (age < ADULT) return 'child'
  return age < JAC_TO ? 'young' : 'adult'
}

/** A child that writes «mijn kind» does not write about a child of its own. */
function aboutWhom(cues: ReadonlyMap<string, number>, age: number | undefined): About {
  if (age !== undefined && age < ADULT) return 'self'
  return (['pupil', 'own-child'] as const).find((about) => cues.has(`%${about}`)) ?? 'self'
}

function guessStage(cues: ReadonlyMap<string, number>, about: About): Stage | undefined {
  if (about !== 'self') return 'adult'
  const [most, next] = (['child', 'young', 'adult'] as const)
    .map((stage) => [stage, cues.get(`%${stage}`) ?? 0] as const)
    .sort((a, b) => b[1] - a[1])
  return most && most[1] > 0 && most[1] >= LEAD * (next?.[1] ?? 0) ? most[0] : undefined
}
