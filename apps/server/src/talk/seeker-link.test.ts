import { PROTOCOL_VERSION } from '@houvast/protocol/version'
import { expect, test, vi } from 'vitest'
import { aloneBus } from '../bus/bus.ts'
import { Presence } from '../presence.ts'
import { seekerLink } from './seeker-link.ts'
import type { TalkDeps } from './talk-deps.ts'

const conversation = '01890000-0000-7000-8000-000000000001'
const members = [{ kid: 'seeker', role: 'seeker' }]
const wishes = { language: 'nl', theme: 'worry' }

test('[G12] nobody is looked for on behalf of who is gone before the looking begins', async () => {
  const find = vi.fn()
  const nothing = () => () => {}
  const deps = {
    conversations: {
      find: async () => ({ state: { phase: 'waiting', members, log: { lastSeq: 0 } } }),
      seekerSeen: async () => {},
      read: async () => [],
    },
    lines: { find: async () => ({ rings: true }) },
    tickets: { redeem: () => ({ line: 'psycholoog', conversation }) },
    presence: new Presence(aloneBus(), Date.now),
    followers: { add: nothing },
    queue: { watchAsSeeker: nothing },
    news: { introduce: async () => {} },
    ringing: { find, away: () => {} },
    now: Date.now,
  } as unknown as TalkDeps
  const link = seekerLink({ send() {}, close() {} }, deps)
  const ticket = 'x'.repeat(43)
  await link.receive(JSON.stringify({ type: 'hello', version: PROTOCOL_VERSION, ticket, since: 0 }))
  await link.receive(JSON.stringify({ type: 'find', conversation, wishes }))
  const looking = link.receive(JSON.stringify({ type: 'find', conversation, wishes }))
  link.closed()
  await looking

  expect(find).toHaveBeenCalledOnce()
})
