/**
 * `npm run bench:suggestions`: how often the search is right, on both halves of the labelled utterances, and what it costs a phone.
 * The `work` halves are looked at while the vocabulary and the examples are written; the `held-out` halves are only measured.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lines } from '@houvast/directory/lines'
import { fetchFuller } from '@houvast/directory/suggest/fetch-fuller'
import { suggest } from '@houvast/directory/suggest/suggest'
import { measureOnPhone } from './on-phone.ts'
import { writeReport } from './report.ts'

type Utterance = {
  readonly text: string
  readonly best: readonly string[]
  readonly urgent: readonly string[]
  readonly lang: string
  readonly age?: number
}
type Judged = Utterance & {
  readonly lines: readonly string[]
  readonly alarms: readonly string[]
  /** The first line after each tap that is offered when it is not sure: what it is mostly about. */
  readonly taps: readonly string[]
}

const folder = join(import.meta.dirname, '../packages/directory/utterances')

const read = <Row>(set: string) =>
  readFileSync(join(folder, `${set}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

const judge = (set: string): readonly Judged[] =>
  read<Utterance>(set).map((utterance) => {
    const { text, age } = utterance
    const { suggestions, urgent, asks } = suggest({ text, age })
    const taps = asks.about.flatMap((about) => suggest({ text, age, about }).suggestions[0]?.line ?? [])
    return { ...utterance, lines: suggestions.map(({ line }) => line), alarms: urgent, taps }
  })

/** What somebody answered who had only the texts and the facts about the lines: their first, and others as good. */
type Read = { readonly lines: readonly string[]; readonly urgent: readonly string[] }

function judgeReader(set: string, reader: number): readonly Judged[] {
  const answers = read<Read>(`readers/${set}-${reader}`)
  return read<Utterance>(set).map((utterance, at) => {
    const { lines = [], urgent: alarms = [] } = answers[at] ?? {}
    return { ...utterance, lines, alarms, taps: [] }
  })
}

const isFirst = ({ best, lines: [first = ''] }: Judged) => best.includes(first)
const isAmong = ({ best, lines: three }: Judged) => three.some((line) => best.includes(line))
/** For who taps what fits, when something is asked. */
const isFirstAfterTap = (one: Judged) => isFirst(one) || one.taps.some((line) => one.best.includes(line))
const isAsked = ({ taps }: Judged) => taps.length > 0
const isDanger = ({ urgent }: Judged) => urgent.length > 0
const share = (part: number, all: number) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`)
const shareOf = (judged: readonly Judged[], holds: (one: Judged) => boolean) =>
  share(judged.filter(holds).length, judged.length)

function table(head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function overall(sets: readonly (readonly [string, readonly Judged[]])[]): string {
  return table(
    [
      'set',
      'utterances',
      'first is right',
      'one of three is right',
      'something is asked',
      'first is right, or after one tap',
      'danger seen',
      'and every number that belongs to it',
      'false alarms',
    ],
    sets.map(([name, judged]) => {
      const danger = judged.filter(isDanger)
      const safe = judged.filter((one) => !isDanger(one))
      return [
        name,
        judged.length,
        shareOf(judged, isFirst),
        shareOf(judged, isAmong),
        shareOf(judged, isAsked),
        shareOf(judged, isFirstAfterTap),
        shareOf(danger, ({ alarms }) => alarms.length > 0),
        shareOf(danger, ({ alarms, urgent }) => urgent.every((id) => alarms.includes(id))),
        shareOf(safe, ({ alarms }) => alarms.length > 0),
      ]
    }),
  )
}

function per(judged: readonly Judged[], name: string, groups: ReadonlyMap<string, readonly Judged[]>): string {
  return table(
    [name, 'utterances', 'first is right', 'one of three is right'],
    [...groups]
      .map(([group, some]) => [group, some.length, shareOf(some, isFirst), shareOf(some, isAmong)])
      .concat([['all', judged.length, shareOf(judged, isFirst), shareOf(judged, isAmong)]]),
  )
}

function confusions(judged: readonly Judged[]): string {
  const counts = new Map<string, number>()
  for (const {
    best,
    lines: [first],
  } of judged.filter((one) => !isFirst(one))) {
    const pair = `${best[0]} → ${first}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 12)
  return most.map(([pair, count]) => `${pair} (${count})`).join(', ')
}

function dangerKinds(judged: readonly Judged[]): string {
  const kinds = Map.groupBy(judged.filter(isDanger), ({ urgent }) => urgent.join(' and '))
  return table(
    ['whom to call', 'utterances', 'danger seen', 'and every number that belongs to it'],
    [...kinds].map(([kind, some]) => [
      kind,
      some.length,
      shareOf(some, ({ alarms }) => alarms.length > 0),
      shareOf(some, ({ alarms, urgent }) => urgent.every((id) => alarms.includes(id))),
    ]),
  )
}

const sets = ['work', 'held-out', 'plain-work', 'plain-held-out'] as const
const atFirst = sets.map((set) => [set, judge(set)] as const)
await fetchFuller()
const sharpened = sets.map((set) => [set, judge(set)] as const)
const readers = ['held-out', 'plain-held-out'].flatMap((set) =>
  [1, 2].map((reader) => [`${set}, reader ${reader}`, judgeReader(set, reader)] as const),
)
const [work, heldOut] = sharpened.map(([, judged]) => judged) as [readonly Judged[], readonly Judged[]]
const byLine = new Map(lines.map(({ id }) => [id, heldOut.filter(({ best }) => best[0] === id)] as const))
const phone = await measureOnPhone(work.slice(0, 40).map(({ text }) => text))

writeReport(`
## To whom the search sends people

Utterances imagined and labelled by people who had not seen the vocabulary, told to write what one concrete person would type on one
concrete evening, seldom naming the subject. Split once, by a hash of the text. The wording of the held-out half is looked at by nobody.
The plain ones are a set of their own, by another writer: searches of a few words that do name the subject, split in the same way.
Aims on the held-out half: first ≥ 85 %, one of three ≥ 97 %, danger seen ≥ 98 %, false alarms ≤ 3 %.

With the fuller weights, which follow the first answer:

${overall(sharpened)}

Two readers who had only these texts and the facts about the lines, apart from each other: what they would answer first, and, as «one
of three», what they called as good. So the labels are sound, and this is as near as understanding comes:

${overall(readers)}

With the first index alone, until the fuller weights are there:

${overall(atFirst)}

Held-out half, by line (the first of the labels):

${per(heldOut, 'line', byLine)}

By language:

${per(
  heldOut,
  'language',
  Map.groupBy(heldOut, ({ lang }) => lang),
)}

By kind of danger:

${dangerKinds(heldOut)}

Most common confusions (meant → suggested): ${confusions(heldOut)}.

## What the search costs a phone

${table(
  ['', 'measured', 'aim'],
  [
    ['first index and engine together, gzip', `${(phone.bytes / 1024).toFixed(1)} KB`, '≤ 60 KB'],
    ['one key stroke at a sixth of the speed, mean', `${phone.mean.toFixed(1)} ms`, '≤ 5 ms'],
    ['the same, 95 of 100', `${phone.p95.toFixed(1)} ms`, '≤ 5 ms'],
    ['fuller weights, fetched after the first answer, gzip', `${(phone.fullerBytes / 1024).toFixed(1)} KB`, ''],
    ['getting ready, once, at a sixth of the speed', `${phone.ready.toFixed(0)} ms`, ''],
  ],
)}
`)
process.exit()
