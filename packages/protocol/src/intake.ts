/** What a seeker may write before the conversation: sealed, so only devices read it. */
import * as v from 'valibot'

export const NICKNAME_MAX = 40
export const INTAKE_TEXT_MAX = 2_000

const Intake = v.object({
  nickname: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(NICKNAME_MAX))),
  text: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(INTAKE_TEXT_MAX))),
})
export type Intake = v.InferOutput<typeof Intake>

export function writeIntake({ nickname, text }: { nickname: string; text: string }): string {
  return JSON.stringify({ ...(nickname.trim() ? { nickname } : {}), ...(text.trim() ? { text } : {}) })
}

/** An intake that cannot be read is an empty one: the conversation matters more. */
export function readIntake(opened: string): Intake {
  try {
    const read = v.safeParse(Intake, JSON.parse(opened))
    return read.success ? read.output : {}
  } catch {
    return {}
  }
}
