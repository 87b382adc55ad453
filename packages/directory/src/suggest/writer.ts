/** Who seems to write, and about whom: from the ages that stand in the text, else from how it sounds. */
import type { About, Stage, Writer } from './audience.ts'
import { ADULT, JAC_TO } from './audience.ts'
import { readAges } from './said-age.ts'

export type Voice = 'child' | 'young' | 'adult' | 'parent' | 'professional'

/** How likely a voice must be before it counts. */
const ENOUGH = 0.8

const abouts: Readonly<Record<Voice, About>> = {
  child: 'self',
  young: 'self',
  adult: 'self',
  parent: 'own-child',
  professional: 'pupil',
}
const stages: Readonly<Record<Voice, Stage>> = {
  child: 'child',
  young: 'young',
  adult: 'adult',
  parent: 'adult',
  professional: 'adult',
}

export function readWriter(
  text: string,
  voices: readonly (readonly [voice: Voice, share: number])[],
  given: number | undefined,
): Writer {
  const said = readAges(text)
  const age = given ?? said.writer
  const [likeliest, share] = voices[0] ?? ['adult' as const, 0]
  const voice = share >= ENOUGH ? likeliest : undefined
  const stage = age === undefined ? voice && stages[voice] : stageOf(age)
  return {
    about: voice && stage !== 'child' ? abouts[voice] : 'self',
    ...(age !== undefined && { age }),
    ...(stage && { stage }),
    ...(said.other !== undefined && { aboutAge: said.other }),
  }
}

export function stageOf(age: number): Stage {
  if (age < ADULT) return 'child'
  return age < JAC_TO ? 'young' : 'adult'
}
