import type { ConversationNewsFrame } from '@houvast/protocol/conversation-frames'
import { FRAME_MAX } from '@houvast/rules/limits/limits'
import type { Entry } from '@houvast/server-store/conversations/conversations'

/** What a frame has around its entries. */
const ROOM = FRAME_MAX - 1_024

/** Sends entries in frames that a device takes (R10): a page of the log may well be longer than one. */
export function tellEntries(
  conversation: string,
  entries: readonly Entry[],
  tell: (frame: Extract<ConversationNewsFrame, { type: 'entries' }>) => void,
) {
  let first = 0
  let room = ROOM
  const flush = (end: number) => {
    const part = entries.slice(first, end)
    const last = part.at(-1)
    if (last) tell({ type: 'entries', conversation, entries: part as never, last: last.seq })
    first = end
    room = ROOM
  }
  for (const [i, entry] of entries.entries()) {
    const length = JSON.stringify(entry).length + 1
    if (length > room) flush(i)
    room -= length
  }
  flush(entries.length)
}
