/** What must happen though nobody asks: places lapse, retention ends, keys are renewed. */
import { isLapsed, WAITING_GRACE_MS } from '@houvast/rules/conversation/end'
import { DAY_MS, type Instant, SECOND_MS } from '@houvast/rules/time'
import type { Conversations } from '@houvast/server-store/conversations/conversations'
import type { Deposits } from '@houvast/server-store/deposits/deposits'
import type { Keyring } from '@houvast/server-store/keyring/keyring'
import type { LineKeys } from '@houvast/server-store/lines/line-keys'
import type { Lines } from '@houvast/server-store/lines/lines'
import type { LivePlans } from '@houvast/server-store/live-plans/live-plans'
import type { TalkFigures } from '@houvast/server-store/professionals/talk-figures'
import type { LineSettings } from '@houvast/server-store/schema'
import type { Staff } from '@houvast/server-store/staff/staff'
import { type Presence, seekerKey } from './presence.ts'
import type { ConversationActions } from './talk/conversation-actions.ts'
import type { Ringing } from './talk/ringing.ts'

const EVERY_MS = 15 * SECOND_MS
/** How long a choice of matching can be done again (G7). */
const DECISIONS_KEPT_MS = 30 * DAY_MS

export type SweepDeps = {
  readonly conversations: Conversations
  readonly lines: Lines
  readonly lineKeys: LineKeys
  readonly staff: Staff
  readonly deposits: Deposits
  readonly livePlans: LivePlans
  readonly figures: TalkFigures
  readonly keyring: Keyring
  readonly presence: Presence
  readonly actions: ConversationActions
  readonly ringing: Pick<Ringing, 'letGoOfOld'>
  readonly now: () => Instant
}

export async function sweep(deps: SweepDeps): Promise<{ ended: number; erased: number }> {
  const now = deps.now()
  deps.keyring.rotate(now)
  await deps.deposits.clearExpired(now)
  await deps.livePlans.clearExpired(now)
  let ended = 0
  let erased = 0
  const troubles: unknown[] = []
  for (const { id, settings } of await deps.lines.all()) {
    try {
      const ofLine = await sweepLine(deps, id, settings, now)
      ended += ofLine.ended
      erased += ofLine.erased
    } catch (error) {
      // What is due at the other lines is due.
      troubles.push(error)
    }
  }
  if (troubles.length > 0) throw troubles[0]
  return { ended, erased }
}

async function sweepLine(deps: SweepDeps, line: string, settings: LineSettings, now: Instant) {
  const { conversations, lineKeys, staff, figures, presence, actions, ringing } = deps
  let ended = 0
  let erased = 0
  for (const { id, state, seekerSeenAt } of await conversations.quietSince(line, now - WAITING_GRACE_MS)) {
    if (presence.isHere(seekerKey(line, id)) || !isLapsed(state, seekerSeenAt, now)) continue
    await actions.end(line, id, 'silence')
    ended++
  }
  for (const id of await conversations.endedBefore(line, now - settings.retentionMs)) {
    await actions.erase(line, id)
    erased++
  }
  await staff.forgetSessionsBefore(line, now)
  await lineKeys.forgetDutyBefore(line, now - DAY_MS)
  if (settings.rings) {
    await figures.forgetBefore(line, now - DECISIONS_KEPT_MS)
    await ringing.letGoOfOld(line)
  }
  return { ended, erased }
}

/** Sweeps now and then, one at a time; the answer stops it. */
export function sweepRegularly(deps: SweepDeps, onBug: (error: unknown) => void): () => void {
  let isSweeping = false
  const timer = setInterval(() => {
    if (isSweeping) return
    isSweeping = true
    sweep(deps)
      .catch(onBug)
      .finally(() => {
        isSweeping = false
      })
  }, EVERY_MS).unref()
  return () => clearInterval(timer)
}
