/**
 * Conversations in memory, by the real rules: for tests of what stands above the database. The contract that both
 * engines are held to stays with them; what is here is only as much as a talk needs.
 */
import { append } from '@houvast/rules/conversation/append'
import { type Conversation, isMember } from '@houvast/rules/conversation/conversation'
import { LOG_PAGE } from '@houvast/rules/limits/limits'
import { ok, refused } from '@houvast/rules/result'
import type {
  Conversations,
  Entry,
  Kept,
  NewConversation,
  ToAppend,
  Wrap,
} from '@houvast/server-store/conversations/conversations'

export type Row = Entry & { readonly id: string; readonly kid: string; readonly n: number }

export type KeptRows = {
  readonly line: string
  readonly id: string
  state: Conversation
  rows: readonly Row[]
  wraps: readonly (Wrap & { readonly seq: number })[]
  seen: Map<string, { kid: string; delivered: number; read: number }>
  seekerSeenAt: number
  takenAt: number | undefined
}

/** `pause` is what the disk takes; whatever was changed before it is committed. */
export function memoryConversations(
  pause: () => Promise<void> = async () => {},
): Conversations & { readonly all: Map<string, KeptRows> } {
  const all = new Map<string, KeptRows>()
  const find = (line: string, id: string) => {
    const found = all.get(id)
    return found?.line === line ? found : undefined
  }
  const kept = ({ id, state, seekerSeenAt }: KeptRows): Kept => ({ id, state, seekerSeenAt })
  const some = (line: string, is: (one: KeptRows) => boolean) =>
    [...all.values()].filter((one) => one.line === line && is(one))

  return {
    all,
    async open(conversation: NewConversation, now) {
      const { line, id, state, start, intake } = conversation
      if (all.has(id)) return 'repeated'
      all.set(id, {
        ...{ line, id, state },
        rows: [
          { seq: 1, kind: 'start', id: start.id, kid: start.kid, n: 0, body: start.body },
          { seq: 2, kind: 'envelope', id: intake.id, kid: intake.kid, n: 1, body: intake.body },
        ],
        wraps: start.wraps.map((wrap) => ({ ...wrap, seq: 1 })),
        seen: new Map(),
        seekerSeenAt: now,
        takenAt: undefined,
      })
      return 'opened'
    },
    async find(line, id) {
      await pause()
      const found = find(line, id)
      return found && kept(found)
    },
    isSecret: async () => true,
    async append(entries) {
      const run = { isBroken: false }
      const answers = entries.map((entry) => appendOne(find(entry.line, entry.conversation), entry, run))
      await pause()
      return answers
    },
    async change(line, id, rule, commit) {
      const found = find(line, id)
      if (!found) return undefined
      const result = rule(found.state)
      if (result.ok && result.value !== found.state) {
        const next = result.value
        if (found.state.phase === 'waiting' && next.phase === 'active') found.takenAt = next.since
        found.state = next
        if (commit) {
          const { lastSeq: seq, epoch: n } = next.log
          found.rows = [...found.rows, { seq, kind: 'commit', id: commit.id, kid: commit.kid, n, body: commit.body }]
          found.wraps = [...found.wraps, ...commit.wraps.map((wrap) => ({ ...wrap, seq }))]
        }
      }
      await pause()
      return result
    },
    async read(line, id, since, kids) {
      const found = find(line, id)
      const page = (found?.rows ?? []).filter(({ seq }) => seq > since).slice(0, LOG_PAGE)
      const entries = page.map(({ seq, kind, body }): Entry => {
        if (kind === 'envelope') return { seq, kind, body }
        const wraps = (found?.wraps ?? []).filter((wrap) => wrap.seq === seq && kids.includes(wrap.for))
        return { seq, kind, body, wraps: wraps.map(({ seq: _, ...wrap }) => wrap) }
      })
      await pause()
      return entries
    },
    async waiting(line) {
      const waiting = some(line, ({ state }) => state.phase === 'waiting')
      const since = ({ state }: KeptRows) => (state.phase === 'waiting' ? state.since : 0)
      return waiting.sort((a, b) => since(a) - since(b)).map(kept)
    },
    ofHelper: async (line, kid) =>
      some(line, ({ state }) => state.phase === 'active' && state.helper === kid).map(kept),
    ofMember: async (line, kid) =>
      some(line, ({ state }) => state.phase === 'active' && isMember(state, kid)).map(kept),
    pickUpsSince: async (line, since) =>
      some(line, ({ takenAt = -1 }) => takenAt >= since)
        .map(({ takenAt = 0 }) => takenAt)
        .sort((a, b) => a - b),
    async seekerSeen(line, id, at) {
      const found = find(line, id)
      if (found) found.seekerSeenAt = at
    },
    quietSince: async () => [],
    endedBefore: async () => [],
    async erase(line, id) {
      return find(line, id) !== undefined && all.delete(id)
    },
    async setSeen(line, id, kid, { delivered, read }) {
      const old = find(line, id)?.seen.get(kid)
      find(line, id)?.seen.set(kid, {
        kid,
        delivered: Math.max(old?.delivered ?? 0, delivered),
        read: Math.max(old?.read ?? 0, read),
      })
    },
    seen: async (line, id) => [...(find(line, id)?.seen.values() ?? [])],
  }
}

function appendOne(found: KeptRows | undefined, entry: ToAppend, run: { isBroken: boolean }) {
  if (!found) return refused({ reason: 'not-found' } as const)
  if (!entry.follows) run.isBroken = false
  const { id, kid, n, body } = entry
  const result = append(found.state, entry)
  const before = found.rows.find((row) => row.kind === 'envelope' && row.kid === kid && row.n === n)
  if (!result.ok && result.why.reason === 'number-taken' && before?.id === id) {
    run.isBroken ||= before.body !== body
    return ok({ seq: before.seq, repeated: true })
  }
  if (!result.ok) {
    run.isBroken = true
    return result
  }
  if (run.isBroken) return refused({ reason: 'out-of-order', expected: n } as const)
  if (found.rows.some((row) => row.id === id)) return refused({ reason: 'id-taken' } as const)
  const { lastSeq: seq } = result.value.log
  found.state = result.value
  found.rows = [...found.rows, { seq, kind: 'envelope', id, kid, n, body }]
  return ok({ seq, repeated: false })
}
