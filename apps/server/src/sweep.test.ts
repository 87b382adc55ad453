import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConversation } from '@houvast/rules/conversation/open-conversation'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@houvast/rules/time'
import { createConversations } from '@houvast/server-store/conversations/create-conversations'
import type { Database } from '@houvast/server-store/database'
import { createDeposits } from '@houvast/server-store/deposits/deposits'
import { openEmbedded } from '@houvast/server-store/embedded/open-embedded'
import { openKeyring } from '@houvast/server-store/keyring/keyring'
import { createLineKeys } from '@houvast/server-store/lines/line-keys'
import { createLines } from '@houvast/server-store/lines/lines'
import { createLivePlans } from '@houvast/server-store/live-plans/live-plans'
import { createTalkFigures } from '@houvast/server-store/professionals/talk-figures'
import { createStaff } from '@houvast/server-store/staff/staff'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aloneBus } from './bus/bus.ts'
import { Presence, seekerKey } from './presence.ts'
import { type SweepDeps, sweep } from './sweep.ts'

const settings = { name: 'x', hours: { kind: 'always' }, talksMax: 3, retentionMs: DAY_MS } as const
const SEEKER = 'AAAAAAAAAAA'
const HELPER = 'BBBBBBBBBBB'
const DUTY = 'CCCCCCCCCCC'

describe('what happens though nobody asks', () => {
  let folder: string
  let database: Database
  let deps: SweepDeps
  let now = 1_750_000_000_000
  let line = ''
  let lines = 0
  let ids = 0
  const ended: string[] = []
  const erased: string[] = []
  const letGoOf: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'houvast-sweep-'))
    database = await openEmbedded(undefined)
    const keyring = openKeyring([join(folder, 'a'), join(folder, 'b')], now)
    const conversations = createConversations(database, keyring)
    deps = {
      ...{ conversations, keyring, now: () => now },
      lines: createLines(database),
      lineKeys: createLineKeys(database),
      staff: createStaff(database, keyring),
      deposits: createDeposits(database),
      livePlans: createLivePlans(database),
      figures: createTalkFigures(database),
      presence: new Presence(aloneBus(), () => now),
      ringing: { letGoOfOld: async (of: string) => void letGoOf.push(of) },
      actions: {
        async end(of: string, id: string) {
          ended.push(id)
          const result = await conversations.change(of, id, (state) => ({
            ok: true,
            value: { phase: 'ended', at: now, by: 'silence', log: state.log, members: state.members },
          }))
          return result !== undefined
        },
        async erase(of: string, id: string) {
          erased.push(id)
          await conversations.erase(of, id)
          return undefined
        },
      } as unknown as SweepDeps['actions'],
    }
  }, 60_000)
  afterAll(async () => {
    deps.presence.close()
    await database.close()
    rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    line = `line-${++lines}`
    await deps.lines.put(line, settings)
    ended.length = 0
    erased.length = 0
  })

  /** A conversation whose seeker was last there now. */
  async function conversation(phase: 'waiting' | 'active' = 'waiting'): Promise<string> {
    const id = `01890000-0000-7000-8000-${String(++ids).padStart(12, '0')}`
    const start = { id: `hash ${id}`, kid: SEEKER, body: 'start', wraps: [] }
    const intake = { id: `intake ${id}`, kid: SEEKER, body: 'intake' }
    const state = openConversation({ seeker: SEEKER, duty: DUTY, commitHash: 'x' }, now)
    const opening = { ...{ line, id, state, start, intake }, secretHash: id, placeTicket: id }
    await deps.conversations.open(opening, now)
    if (phase === 'active')
      await deps.conversations.change(line, id, ({ log }) => ({
        ok: true,
        value: {
          ...{ phase: 'active', since: now, helper: HELPER, log },
          members: [
            { kid: SEEKER, role: 'seeker' },
            { kid: HELPER, role: 'helper' },
          ],
        },
      }))
    return id
  }
  const phaseOf = async (id: string) => (await deps.conversations.find(line, id))?.state.phase

  test('[C4] a place in the queue is kept for five minutes after the seeker was last there', async () => {
    const id = await conversation()
    now += 5 * MINUTE_MS
    await sweep(deps)
    expect(await phaseOf(id)).toBe('waiting')
    now += 1
    await sweep(deps)

    expect(await phaseOf(id)).toBe('ended')
    expect(ended).toEqual([id])
  })

  test('[G9] where professionals are rung, a yes that led to no talk is let go of', async () => {
    await sweep(deps)
    expect(letGoOf).not.toContain(line)
    await deps.lines.put(line, { ...settings, rings: true })
    await sweep(deps)

    expect(letGoOf).toContain(line)
  })

  test('[C4] a running talk is kept for an hour', async () => {
    const id = await conversation('active')
    now += HOUR_MS
    await sweep(deps)
    expect(await phaseOf(id)).toBe('active')
    now += 1
    await sweep(deps)

    expect(await phaseOf(id)).toBe('ended')
  })

  test('[C4] who is still there loses nothing, however long they wait', async () => {
    const id = await conversation()
    const leave = deps.presence.enter(seekerKey(line, id))
    now += 3 * HOUR_MS
    await sweep(deps)
    leave()

    expect(await phaseOf(id)).toBe('waiting')
  })

  test('[C9] what ended is erased when the line’s own time for it is over, and nothing before', async () => {
    const id = await conversation()
    now += 6 * MINUTE_MS
    await sweep(deps)
    now += DAY_MS
    await sweep(deps)
    expect(await phaseOf(id)).toBe('ended')
    now += 1
    await sweep(deps)

    expect(erased).toContain(id)
    expect(await deps.conversations.find(line, id)).toBeUndefined()
  })

  test('[T1] each line’s conversations are kept as long as that line chose', async () => {
    const short = line
    await deps.lines.put(short, { ...settings, retentionMs: 0 })
    const gone = await conversation()
    line = `line-${++lines}`
    await deps.lines.put(line, settings)
    const kept = await conversation()
    now += 6 * MINUTE_MS
    await sweep(deps)
    now += 1
    await sweep(deps)

    expect(erased).toContain(gone)
    expect(erased).not.toContain(kept)
    expect(await phaseOf(kept)).toBe('ended')
  })

  test('[T1] trouble at one line keeps no other from its due', async () => {
    const id = await conversation()
    await deps.lines.put('a-line-in-trouble', settings)
    const { quietSince } = deps.conversations
    const conversations = {
      ...deps.conversations,
      quietSince: (of: string, before: number) =>
        of === 'a-line-in-trouble' ? Promise.reject(new Error('trouble')) : quietSince(of, before),
    }
    now += 6 * MINUTE_MS

    await expect(sweep({ ...deps, conversations })).rejects.toThrow('trouble')
    expect(await phaseOf(id)).toBe('ended')
  })

  test('sessions that are over are forgotten, and others are not', async () => {
    const { staff, keyring } = deps
    keyring.create(`staff/${line}`)
    await staff.enrol({
      ...{ line, kid: HELPER, name: 'Mila', role: 'helper', identity: 'sealed' },
      ...{ verifierHash: 'x', totpSecret: 'AAAA' },
    })
    await staff.startSession(line, HELPER, 'old', now + 1_000)
    await staff.startSession(line, HELPER, 'new', now + HOUR_MS)
    now += 2_000
    await sweep(deps)

    // Asked as if it were earlier: only what is not there any more is not found.
    expect(await staff.sessionOf(line, 'old', now - 1_500)).toBeUndefined()
    expect(await staff.sessionOf(line, 'new', now)).toMatchObject({ name: 'Mila' })
  })

  test('a duty key’s private parts go a day after it ended', async () => {
    const { lineKeys } = deps
    const wraps = [{ for: HELPER, sealed: 'sealed' }]
    await lineKeys.putDuty(line, { epoch: 0, kid: DUTY, record: 'record', validUntil: now }, wraps)
    now += DAY_MS
    await sweep(deps)
    expect(await lineKeys.dutyWrap(line, 0, HELPER)).toMatchObject({ sealed: 'sealed' })
    now += 1
    await sweep(deps)

    expect(await lineKeys.dutyWrap(line, 0, HELPER)).toBeUndefined()
    expect(await lineKeys.lastDuty(line)).toMatchObject({ epoch: 0 })
  })
})
