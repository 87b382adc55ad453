/**
 * What «no message lost, doubled or reordered» means, as a check of what happened: what people wrote, what was
 * acknowledged, what the log holds in the end and what each screen showed. It compares words, not numbers.
 */
import type { LogEntry } from '@houvast/protocol/conversation-frames'
import { readStartHeader } from '@houvast/sealed/conversation-start'
import { readEnvelopeHeader } from '@houvast/sealed/envelope'
import { readCommitHeader } from '@houvast/sealed/epoch-commit'
import type { Fault, Heard } from '@houvast/sealed/heard'
import type { Result } from '@houvast/sealed/result'

/** One writer of one conversation, over all their tabs and reloads. */
export type Writer = {
  readonly kid: string
  /** Ids in the order in which they were put on the disk, and their words. */
  readonly put: string[]
  readonly words: Map<string, string>
  readonly acknowledged: Set<string>
  /** Said on the screen to be refused: these, and only these, may be missing from the log. */
  readonly refused: Set<string>
}

/** What one screen had heard when it was looked at. `isFinal`: nothing was under way any more. */
export type Screen = { readonly who: string; readonly isFinal: boolean; readonly heard: readonly Heard[] }

export type History = {
  readonly writers: readonly Writer[]
  readonly screens: readonly Screen[]
  readonly log: readonly LogEntry[]
  /** The same log, heard by somebody who comes in fresh and was a member all along. */
  readonly reading: readonly Result<Heard, Fault>[]
}

export function checkHistory({ writers, screens, log, reading }: History): readonly string[] {
  const wrong: string[] = []
  log.forEach(({ seq }, i) => {
    if (seq !== i + 1) wrong.push(`hole: place ${i + 1} of the log says ${seq}`)
  })
  reading.forEach((heard, i) => {
    if (!heard.ok) wrong.push(`unheard: place ${i + 1}: ${heard.why.reason}${numbersAround(log, i)}`)
  })
  const messages = reading.flatMap((heard) =>
    heard.ok && heard.value.kind === 'message' && heard.value.type === 'say' ? [heard.value] : [],
  )
  wrong.push(...checkWriters(writers, messages))
  const before = log.flatMap((_, i) => {
    const heard = reading[i]
    return heard?.ok ? [heard.value] : []
  })
  for (const screen of screens) wrong.push(...checkScreen(screen, before, log.length))
  return [...wrong, ...checkMembers(log)]
}

/** For whoever looks into it: whose it is, and how their numbers go around it. */
function numbersAround(log: readonly LogEntry[], at: number): string {
  const headers = log.map(({ kind, body }) => (kind === 'envelope' ? readEnvelopeHeader(body) : undefined))
  const one = headers[at]
  if (!one?.ok) return ''
  const { kid } = one.value
  const near = headers.flatMap((header, i) =>
    header?.ok && header.value.kid === kid && Math.abs(i - at) < 12
      ? [
          `${i + 1}: n ${header.value.n} epoch ${header.value.epoch} seen ${header.value.seen.seq} prev ${header.value.prev.slice(0, 6)}`,
        ]
      : [],
  )
  return ` (${kid}: ${near.join(', ')})`
}

type Message = {
  readonly seq: number
  readonly id: string
  readonly text: string
  readonly from: { readonly kid: string }
}

function checkWriters(writers: readonly Writer[], messages: readonly Message[]): readonly string[] {
  const wrong: string[] = []
  const times = Map.groupBy(messages, ({ text }) => text)
  for (const [text, same] of times) if (same.length > 1) wrong.push(`doubled: «${text}» stands ${same.length} times`)
  for (const { kid, put, words, acknowledged, refused } of writers) {
    const mine = messages.filter(({ from }) => from.kid === kid)
    const inLog = new Map(mine.map(({ id, text }) => [id, text]))
    for (const id of acknowledged)
      if (inLog.get(id) !== words.get(id)) wrong.push(`lost after acknowledgement: «${words.get(id)}»`)
    for (const id of put)
      if (!inLog.has(id) && !refused.has(id) && !acknowledged.has(id)) wrong.push(`lost: «${words.get(id)}»`)
    for (const { id, text } of mine) if (words.get(id) !== text) wrong.push(`foreign: «${text}» was never written`)
    const written = put.filter((id) => inLog.has(id))
    const stands = mine.map(({ id }) => id)
    if (written.join() !== [...new Set(stands)].join())
      wrong.push(`reordered: ${kid} wrote «${written.map((id) => words.get(id)).join(' ')}»`)
  }
  return wrong
}

/** A screen is a beginning of the log: the same places with the same words; the whole of it when all has come. */
function checkScreen({ who, isFinal, heard }: Screen, log: readonly Heard[], end: number): readonly string[] {
  const wrong: string[] = []
  heard.forEach((one, i) => {
    const there = log[i]
    if (one.seq !== there?.seq) wrong.push(`screen: ${who} has ${one.seq} where the log has ${there?.seq}`)
    else if (one.kind === 'message' && there.kind === 'message' && one.text !== there.text)
      wrong.push(`screen: ${who} shows «${one.text}» for «${there.text}»`)
  })
  if (isFinal && heard.length !== end) wrong.push(`screen: ${who} shows ${heard.length} of ${end} when all has come`)
  return wrong
}

/** Nothing of anybody after they left, by the public headers alone. */
function checkMembers(log: readonly LogEntry[]): readonly string[] {
  const wrong: string[] = []
  let members: readonly string[] = []
  let oldest = 0
  for (const { seq, kind, body } of log) {
    if (kind === 'envelope') {
      const header = readEnvelopeHeader(body)
      if (!header.ok) wrong.push(`malformed: place ${seq}`)
      else if (!members.includes(header.value.kid)) wrong.push(`after leaving: place ${seq} is of ${header.value.kid}`)
      else if (header.value.epoch < oldest) wrong.push(`old key: place ${seq} is of epoch ${header.value.epoch}`)
      continue
    }
    const header = kind === 'start' ? readStartHeader(body) : readCommitHeader(body)
    if (!header.ok) wrong.push(`malformed: place ${seq}`)
    else {
      members = header.value.members.map(({ kid }) => kid)
      if ('history' in header.value && header.value.history === 'without') oldest = header.value.epoch
    }
  }
  return wrong
}
