/** The parts of what is kept that are of use in a crisis. */
import type { PlanItem } from '@houvast/rules/plan/plan-item'
import { defaultTemplate, type PlanTemplate } from '@houvast/rules/plan/template'
import type { Contact } from '@houvast/rules/reach-out/contact'

export type KeptPlan = {
  readonly items: readonly PlanItem[]
  readonly template: PlanTemplate
  readonly contacts: readonly Contact[]
  readonly doctor: { readonly name: string; readonly phone: string } | undefined
}

export const kindsOfPlan = ['plan-item', 'contact', 'choice'] as const

type Kept = { readonly kind: string; readonly id: string; readonly value: unknown }

export function planFrom(records: readonly Kept[]): KeptPlan {
  const ofKind = (kind: string) => records.filter((record) => record.kind === kind)
  const choice = (id: string) => ofKind('choice').find((record) => record.id === id)?.value
  return {
    items: ofKind('plan-item').map(({ value }) => value as PlanItem),
    template: (choice('plan-template') as PlanTemplate | undefined) ?? defaultTemplate,
    contacts: ofKind('contact')
      .map(({ value }) => value as Contact)
      .sort((a, b) => a.place - b.place),
    doctor: choice('own-doctor') as KeptPlan['doctor'],
  }
}
