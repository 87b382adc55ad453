/** Plans that are edited together: one's own, and those of others, which stay apart from one's own. */
import { fromBase64Url, randomBytes, toBase64Url } from '@houvast/sealed/bytes'
import { createCollection } from '../collection.ts'
import { closeRoom, openRoom } from './live-link.ts'

export type LivePlan = {
  readonly id: string
  readonly secret: string
  /** How this person is called there. */
  readonly name: string
  /** What this device knows of it, so that it opens without a network. */
  readonly state: string
  readonly isMine: boolean
}

export const livePlans = createCollection<LivePlan>('live-plan')

export const addressOfLive = ({ secret }: { secret: string }) => `${location.origin}/houvast/samen/plan#${secret}`

export const myLivePlan = () => livePlans.items.value.find(({ isMine }) => isMine)

export async function beginLivePlan(name: string): Promise<LivePlan | 'unreachable'> {
  const secret = randomBytes(16)
  if ((await openRoom(secret)) === 'unreachable') return 'unreachable'
  const plan = { id: crypto.randomUUID(), secret: toBase64Url(secret), name, state: '', isMine: true }
  livePlans.put(plan)
  return plan
}

/**
 * The plan that a link leads to; the first time it is noted, as somebody else's. From a conversation (`isPassing`) nothing is noted: a
 * helper's device keeps no plans of the people it talked to.
 */
export function livePlanOf(secret: string, isPassing: boolean): LivePlan | undefined {
  const known = livePlans.items.value.find((plan) => plan.secret === secret)
  if (known) return known
  if (fromBase64Url(secret)?.length !== 16) return undefined
  const plan = { id: crypto.randomUUID(), secret, name: '', state: '', isMine: false }
  if (!isPassing) livePlans.put(plan)
  return plan
}

export async function endLivePlan(plan: LivePlan): Promise<boolean> {
  const secret = fromBase64Url(plan.secret)
  const isClosed = !plan.isMine || !secret || (await closeRoom(secret))
  if (isClosed) livePlans.remove(plan.id)
  return isClosed
}
