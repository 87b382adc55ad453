/** The address under which the helper of a conversation opens the own plan; makes the shared plan when there is none. */
import { planLink } from '@houvast/protocol/plan-link'
import { openOwnData, ownData } from '../own-data.ts'
import { beginLivePlan, myLivePlan } from './live-plans-model.ts'

export async function addressForTalk(): Promise<string> {
  await openOwnData()
  if (ownData.value.state === 'locked') return 'locked'
  const plan = myLivePlan() ?? (await beginLivePlan(''))
  return plan === 'unreachable' ? plan : planLink(location.origin, plan.secret)
}
