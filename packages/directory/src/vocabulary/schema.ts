/** What a well-formed vocabulary looks like: for whoever edits it, and for the check on it. The engine does not carry it along. */
import * as v from 'valibot'
import { lines } from '../lines.ts'
import { otherServices } from '../other-services.ts'
import { themes } from '../themes.ts'

const ids = lines.map(({ id }) => id)
const Line = v.picklist(ids)
const Lines = v.pipe(
  v.array(Line),
  v.minLength(3),
  v.check((all) => new Set(all).size === all.length, 'names a line twice'),
)

/** A row of phrases that belong together, between commas: `te veel drinken, @partner @drink, alcohol*`. */
const Row = v.pipe(
  v.string(),
  v.regex(/^[^\sA-Z][^A-Z]*[^\s,]$/u, 'is written in small letters and ends with a word'),
  v.check(
    (row) => row.split(',').every((phrase) => phrase.trim().split(/\s+/).length <= 8),
    'has a phrase of more than eight words',
  ),
  v.check((row) => row.split(',').every((phrase) => phrase.trim() !== ''), 'has a comma too many'),
)
const Rows = v.array(Row)

export const SubjectsFile = v.record(
  v.string(),
  v.strictObject({
    theme: v.picklist(Object.keys(themes) as (keyof typeof themes)[]),
    lines: v.strictObject({ child: Lines, young: Lines, adult: Lines, forChild: Lines }),
    sounds: v.optional(v.picklist(['child', 'adult'])),
    surely: v.optional(Rows),
    says: v.optional(Rows),
    hints: v.optional(Rows),
  }),
)

const urgent = ['1813-phone', 'zsg', ...otherServices.map(({ id }) => id)]
export const DangerFile = v.record(
  v.string(),
  v.strictObject({
    urgent: v.pipe(v.array(v.picklist(urgent)), v.minLength(1)),
    surely: Rows,
    says: Rows,
    unless: v.optional(Rows),
  }),
)

export const GroupsFile = v.record(v.pipe(v.string(), v.regex(/^[a-z-]+$/)), v.pipe(Rows, v.minLength(1)))
