/** Links to a plan that only show it (K7). Each has a secret of its own; withdrawing erases what it leads to. */

import type { StepId } from '@houvast/rules/plan/template'
import { DAY_MS } from '@houvast/rules/time'
import { fromBase64Url, randomBytes, toBase64Url, utf8 } from '@houvast/sealed/bytes'
import { depositKeys } from '@houvast/sealed/deposit-keys'
import * as v from 'valibot'
import { createCollection } from '../collection.ts'
import { eraseDeposit, getDeposit, putDeposit } from '../deposits.ts'
import { SharedPlan } from './shared-plan.ts'

export type SharedLink = {
  readonly id: string
  readonly secret: string
  readonly name: string
  readonly steps: readonly StepId[]
  readonly expiresAt: number
}

export const sharedLinks = createCollection<SharedLink>('shared-link')

export const linkDays = [1, 7, 30] as const

export const addressOfLink = ({ secret }: { secret: string }) => `${location.origin}/gedeeld#${secret}`

export async function shareByLink(plan: SharedPlan, days: number): Promise<'done' | 'too-long' | 'unreachable'> {
  const secret = randomBytes(16)
  const bytes = utf8(JSON.stringify(plan))
  const put = await putDeposit(await depositKeys(secret, 'link'), 'link', bytes, days * DAY_MS)
  if (!put.ok) return put.why.reason === 'too-long' ? 'too-long' : 'unreachable'
  sharedLinks.put({
    ...{ id: crypto.randomUUID(), secret: toBase64Url(secret), name: plan.name },
    ...{ steps: plan.steps.map(({ step }) => step), expiresAt: put.value.expiresAt },
  })
  return 'done'
}

/** `false`: the server could not be asked; the link lives on and stays in the list. */
export async function withdraw(link: SharedLink): Promise<boolean> {
  const secret = fromBase64Url(link.secret)
  const erased = secret && (await eraseDeposit(await depositKeys(secret, 'link')))
  const isGone = !erased || erased.ok || erased.why.reason === 'not-found'
  if (isGone) sharedLinks.remove(link.id)
  return isGone
}

export async function openLink(secret: string): Promise<SharedPlan | 'gone' | 'unreachable'> {
  const bytes = fromBase64Url(secret)
  if (!bytes?.length) return 'gone'
  const found = await getDeposit(await depositKeys(bytes, 'link'))
  if (!found.ok) return found.why.reason === 'unreachable' ? 'unreachable' : 'gone'
  const plan = v.safeParse(SharedPlan, JSON.parse(new TextDecoder().decode(found.value.bytes)))
  return plan.success ? plan.output : 'gone'
}
