/**
 * One conversation between a seeker and a helper, with real seals and the real rules on the server's side, and a
 * server that does nothing by itself: the test decides which frame arrives when.
 */
import type { ConversationFrame, ConversationNewsFrame } from '@houvast/protocol/conversation-frames'
import { append } from '@houvast/rules/conversation/append'
import type { Active } from '@houvast/rules/conversation/conversation'
import { readEnvelopeHeader } from '@houvast/sealed/envelope'
import { createTalk, newId, type Talk as TalkOfTwo, value } from '@houvast/sealed/testing/helpline'
import type { Outbox, OutboxItem } from '../outbox.ts'
import { Talk, type TalkPorts } from '../talk.ts'

export function outboxInMemory(): Outbox & { items: readonly OutboxItem[] } {
  return {
    items: [],
    async all() {
      return this.items
    },
    async put(item) {
      this.items = [...this.items, item]
    },
    async replace(items) {
      this.items = items
    },
    async remove(ids) {
      this.items = this.items.filter((item) => !ids.includes(item.id))
    },
  }
}

export async function oneConversation() {
  const pair = await createTalk()
  const conversation = pair.log.conversation
  let state = stateAfterPickUp(pair)

  const server = {
    rows: pair.log.rows,
    /** Takes what was said, and answers. What others would be told is the test's to read with `entries`. */
    async say(frame: object): Promise<readonly ConversationNewsFrame[]> {
      const { type, envelopes } = frame as Extract<ConversationFrame, { type: 'say' }>
      if (type !== 'say' || envelopes.length === 0) throw new Error(`The server closes the link on ${type}.`)
      const answers: ConversationNewsFrame[] = []
      for (const body of envelopes) {
        const { id, kid, n, epoch } = value(readEnvelopeHeader(body))
        const result = append(state, { kid, n, epoch })
        const repeated = pair.log.rows.find((row) => row.kind === 'envelope' && header(row.body).id === id)
        if (result.ok) {
          state = result.value
          const { seq } = pair.log.add('envelope', body)
          answers.push({ type: 'stored', conversation, items: [{ id, seq }] })
        } else if (repeated)
          answers.push({ type: 'stored', conversation, items: [{ id, seq: repeated.seq, repeated: true }] })
        else answers.push({ type: 'refused', conversation, id, reason: result.why.reason })
      }
      return answers
    },
    entries(since: number): ConversationNewsFrame {
      const entries = pair.log.rows.slice(since).map(({ seq, kind, body, wraps }) => ({
        ...{ seq, kind, body },
        ...(wraps ? { wraps: [...wraps] } : {}),
      }))
      return { type: 'entries', conversation, entries, last: pair.log.rows.length }
    },
    /** A lead reads along from here on: what was sealed before is refused. */
    async letReadAlong() {
      await pair.helper.catchUp()
      const { commit, wraps } = value(await pair.helper.letReadAlong(pair.lead.member))
      pair.log.add('commit', commit, wraps)
      await pair.helper.catchUp()
      const { lastSeq, epoch, ...log } = state.log
      state = {
        ...state,
        members: [...state.members, { kid: pair.lead.identity.kid, role: 'reader' }],
        log: { ...log, lastSeq: lastSeq + 1, epoch: epoch + 1, oldestEpoch: epoch + 1 },
      }
    },
  }

  /** The seeker's tab, with nothing heard yet. */
  function tab(outbox: Outbox, ports: Partial<TalkPorts> = {}) {
    const sent: object[] = []
    const talk = new Talk({
      ...{ conversation, outbox, newId },
      log: pair.seekerReader(),
      myKid: pair.keys.kid,
      lock: (work) => work(),
      send(frame) {
        sent.push(frame)
        return true
      },
      onChange() {},
      ...ports,
    })
    const said = () => sent.filter((frame) => (frame as { type: string }).type === 'say')
    return { talk, sent, said }
  }

  return { ...pair, conversation, server, tab }
}

const header = (envelope: string) => value(readEnvelopeHeader(envelope))

function stateAfterPickUp({ keys, hanne, log, helper }: TalkOfTwo): Active {
  return {
    phase: 'active',
    since: 0,
    helper: hanne.identity.kid,
    members: [
      { kid: keys.kid, role: 'seeker' },
      { kid: hanne.identity.kid, role: 'helper' },
    ],
    log: {
      lastSeq: log.rows.length,
      epoch: helper.epoch,
      oldestEpoch: 0,
      commitHash: helper.commitHash,
      lastNumber: { [keys.kid]: 1 },
    },
  }
}
