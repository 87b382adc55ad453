/**
 * What a well-formed entry looks like. Used by the check on the data and by whoever edits it; the pages people see do not
 * carry it along.
 */
import * as v from 'valibot'
import { sources } from './sources.ts'
import { themes } from './themes.ts'

const sentence = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(240))
const Text = v.strictObject({ nl: sentence, en: sentence, fr: sentence })

const SourceId = v.picklist(Object.keys(sources) as (keyof typeof sources)[])
const ThemeId = v.picklist(Object.keys(themes) as (keyof typeof themes)[])

const SeenOn = v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/))
const WholeDate = v.pipe(v.string(), v.isoDate())

/** Confirmed needs a day; common knowledge can never be confirmed. */
function stated<Value extends v.GenericSchema>(value: Value) {
  return v.variant('status', [
    v.strictObject({
      status: v.literal('confirmed'),
      value,
      source: v.picklist(['sam', 'public-page']),
      verifiedOn: WholeDate,
    }),
    v.strictObject({
      status: v.picklist(['stale', 'unverified']),
      value,
      source: SourceId,
      verifiedOn: v.optional(SeenOn),
    }),
  ])
}

const TimeOfDay = v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/))
const Slot = v.strictObject({ day: v.picklist([1, 2, 3, 4, 5, 6, 7]), from: TimeOfDay, to: TimeOfDay })

const Schedule = v.variant('kind', [
  v.strictObject({ kind: v.literal('unknown') }),
  v.strictObject({ kind: v.literal('always') }),
  v.strictObject({
    kind: v.literal('weekly'),
    slots: v.pipe(v.array(Slot), v.minLength(1)),
    publicHolidays: v.picklist(['as-usual', 'closed', 'unknown']),
    onlyIn: v.optional(v.literal('unknown')),
  }),
])

/** A telephone number as people write it; `tel:` takes it without the spaces. */
const PhoneNumber = v.pipe(v.string(), v.regex(/^\d[\d ]*\d$/))
const Site = v.pipe(v.string(), v.regex(/^https:\/\/[a-z0-9.-]+\/$/))

const Channel = v.strictObject({
  by: v.picklist(['phone', 'chat', 'mail', 'forum', 'on-site']),
  number: v.optional(stated(PhoneNumber)),
  free: v.optional(stated(v.boolean())),
  hours: v.optional(stated(v.strictObject({ schedule: Schedule, words: v.optional(Text) }))),
  minutesMax: v.optional(stated(v.pipe(v.number(), v.integer(), v.minValue(5)))),
  note: v.optional(stated(Text)),
})

const Age = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120))

export const ServiceSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  name: v.pipe(v.string(), v.minLength(2), v.maxLength(60)),
  profile: stated(
    v.strictObject({
      forWhom: Text,
      themes: v.pipe(v.array(ThemeId), v.minLength(1)),
      ages: v.optional(v.strictObject({ from: v.optional(Age), to: v.optional(Age) })),
      speaks: v.optional(v.array(v.picklist(['fr', 'en']))),
    }),
  ),
  channels: v.pipe(v.array(Channel), v.minLength(1)),
  site: v.optional(stated(Site)),
  answeredBy: v.optional(stated(Text)),
  kept: v.optional(stated(Text)),
  confidentialityEnds: v.optional(stated(Text)),
  note: v.optional(stated(Text)),
})
