/** What is asked over HTTP around a talk with a professional: relays, whom one may choose, and the professional's own side. */
import {
  type Gender,
  type TalkLanguage,
  type Theme,
  type Title,
  talkLanguages,
  themes,
} from '@houvast/rules/matching/professional'
import * as v from 'valibot'
import { Kid, LineId, sealedText } from './primitives.ts'
import { Wishes } from './ring-frames.ts'

const Relay = v.strictObject({ urls: v.array(v.string()), username: v.string(), credential: v.string() })
/** POST /api/seeker/relays and POST /api/desk/relays: for a party of a talk that rings or goes on; ten minutes. */
export const Relays = v.strictObject({ relays: v.array(Relay) })
export type Relays = v.InferOutput<typeof Relays>

const Time = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/))
const Weekday = v.picklist([1, 2, 3, 4, 5, 6, 7])

export const ProfileOf = v.strictObject({
  title: v.picklist(['clinical-psychologist', 'clinical-orthopedagogue', 'psychologist'] as readonly Title[]),
  gender: v.picklist(['man', 'woman', 'other'] as readonly Gender[]),
  languages: v.pipe(v.array(v.picklist(talkLanguages as readonly TalkLanguage[])), v.minLength(1), v.maxLength(10)),
  themes: v.pipe(v.array(v.picklist(themes as readonly Theme[])), v.maxLength(themes.length)),
  about: v.pipe(v.string(), v.trim(), v.maxLength(600)),
  weekly: v.pipe(v.array(v.strictObject({ day: Weekday, from: Time, to: Time })), v.maxLength(28)),
})

/** POST /api/seeker/choices → up to three: who is free now first, then with whom a moment can be booked. */
export const AskChoices = v.strictObject({ line: LineId, wishes: Wishes })
export const Choices = v.strictObject({
  choices: v.array(
    v.strictObject({
      kid: Kid,
      name: v.string(),
      profile: ProfileOf,
      reasons: v.array(v.string()),
      isFree: v.boolean(),
    }),
  ),
})
export type Choice = v.InferOutput<typeof Choices>['choices'][number]

/** POST /api/seeker/feedback: two answers after a talk, counted by day and joined to nothing. */
export const Feedback = v.strictObject({
  line: LineId,
  helped: v.picklist(['yes', 'somewhat', 'no']),
  easy: v.picklist(['yes', 'somewhat', 'no']),
  challenge: sealedText(200),
  solution: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})

const RecognitionOf = v.strictObject({
  commissionNumber: v.string(),
  visum: v.optional(v.string()),
  erkenning: v.optional(v.string()),
  checkedBy: v.string(),
  checkedAt: v.number(),
  validUntil: v.number(),
})
const Week = v.strictObject({
  week: v.string(),
  minutes: v.number(),
  talks: v.number(),
  rings: v.number(),
  declined: v.number(),
  silent: v.number(),
})

/** GET /api/desk/profile */
export const OwnProfile = v.strictObject({
  profile: v.optional(ProfileOf),
  recognition: v.optional(RecognitionOf),
  weeks: v.array(Week),
})
export type OwnProfile = v.InferOutput<typeof OwnProfile>
/** POST /api/desk/profile */
export const PutProfile = v.strictObject({ profile: ProfileOf })

/** GET /api/desk/professionals, for a coordinator. */
export const ProfessionalsOfLine = v.strictObject({
  professionals: v.array(
    v.strictObject({ kid: Kid, name: v.string(), profile: ProfileOf, recognition: v.optional(RecognitionOf) }),
  ),
})
export type ProfessionalOfLine = v.InferOutput<typeof ProfessionalsOfLine>['professionals'][number]

const Number_ = v.pipe(v.string(), v.trim(), v.maxLength(30))
/** POST /api/desk/recognition: what a coordinator compared with the public registers; without numbers it is taken back. */
export const Recognise = v.strictObject({
  kid: Kid,
  numbers: v.optional(
    v.strictObject({ commissionNumber: Number_, visum: v.optional(Number_), erkenning: v.optional(Number_) }),
  ),
})

/** GET /api/desk/figures, for a coordinator: counts that name nobody; relays and whether they carry; choices and what decided. */
export const TalkFigures = v.object({
  figures: v.array(v.object({ figure: v.string(), bucket: v.string(), count: v.number() })),
  relays: v.array(
    v.object({ url: v.string(), ok: v.boolean(), ms: v.optional(v.number()), why: v.optional(v.string()) }),
  ),
  decisions: v.array(v.object({ day: v.string(), tier: v.number(), inTier: v.number(), isSameAgain: v.boolean() })),
})
export type TalkFigures = v.InferOutput<typeof TalkFigures>
