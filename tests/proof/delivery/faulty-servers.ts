/** Servers that are wrong in one way each, to see that the check finds it. The right parts stay as they are. */
import { append } from '@houvast/rules/conversation/append'
import { ok } from '@houvast/rules/result'
import type { KeptRows } from '@houvast/server/talk/testing/memory-conversations'
import type { ToAppend } from '@houvast/server-store/conversations/conversations'
import type { Variant } from './model.ts'

/** Says «stored» first and stores a moment later: what is killed in between is gone. */
export function acknowledgesBeforeCommit(): Variant {
  let life = 0
  let waiting = 0
  return {
    appends: (conversations) => ({
      async add(entry) {
        const born = life
        const last = (await conversations.find(entry.line, entry.conversation))?.state.log.lastSeq ?? 0
        const seq = last + ++waiting
        setTimeout(() => {
          waiting = Math.max(0, waiting - 1)
          if (born === life) void conversations.append([entry])
        }, 200)
        return ok({ seq, repeated: false })
      },
    }),
    killed() {
      life++
      waiting = 0
    },
  }
}

/** `synchronous_commit = off`: committed and acknowledged, and not on the disk when the machine stops. */
export function losesWhatWasNotFlushed(): Variant {
  const before: { at: number; id: string; state: KeptRows['state']; rows: KeptRows['rows'] }[] = []
  return {
    conversations: (right) => ({
      ...right,
      async append(entries) {
        const now = right.all.get(entries[0]?.conversation ?? '')
        if (now) before.push({ at: Date.now(), id: now.id, state: now.state, rows: now.rows })
        return right.append(entries)
      },
    }),
    killed(all) {
      const unflushed = before.find(({ at }) => Date.now() - at < 600)
      const kept = unflushed && all.get(unflushed.id)
      if (kept && kept.state.log.epoch === unflushed.state.log.epoch)
        Object.assign(kept, { state: unflushed.state, rows: unflushed.rows })
      before.length = 0
    },
  }
}

/** Whoever missed something is never told. */
export const neverCatchesUp = (): Variant => ({
  conversations: (right) => ({
    ...right,
    read: async (line, id, since, kids) => (since > 2 ? [] : right.read(line, id, since, kids)),
  }),
})

/** The same message again is another message. */
export const storesRetriesTwice = (): Variant => ({
  conversations: (right) => ({
    ...right,
    async append(entries) {
      const answers = await right.append(entries)
      return answers.map((answer, i) => {
        const entry = entries[i] as ToAppend
        const kept = right.all.get(entry.conversation)
        return kept && answer.ok && answer.value.repeated
          ? ok({ seq: storeAnyway(kept, entry), repeated: false })
          : answer
      })
    },
  }),
})

/** What comes together is stored in the order of nobody. */
export const storesOutOfOrder = (): Variant => ({
  conversations: (right) => ({
    ...right,
    async append(entries) {
      const [first, second] = entries
      const kept = right.all.get(first?.conversation ?? '')
      const areNext =
        kept && first && second && first.kid === second.kid && append(kept.state, first).ok && second.n === first.n + 1
      if (!areNext) return right.append(entries)
      const swapped = [storeAnyway(kept, second), storeAnyway(kept, first)]
      const { log } = kept.state
      kept.state = { ...kept.state, log: { ...log, lastNumber: { ...log.lastNumber, [first.kid]: second.n } } }
      const rest = await right.append(entries.slice(2))
      return [
        ok({ seq: swapped[1] as number, repeated: false }),
        ok({ seq: swapped[0] as number, repeated: false }),
        ...rest,
      ]
    },
  }),
})

function storeAnyway(kept: KeptRows, { id, kid, n, body }: ToAppend): number {
  const { log } = kept.state
  const seq = log.lastSeq + 1
  kept.state = { ...kept.state, log: { ...log, lastSeq: seq } }
  kept.rows = [...kept.rows, { seq, kind: 'envelope', id, kid, n, body }]
  return seq
}
