/**
 * POST /api/payments/webhook: the provider says that something changed. Its word is not believed; the provider is asked
 * (F20). It comes from elsewhere, so no origin is looked at, and there is nothing to be learned from the answer.
 */
import { isPaymentId } from '@houvast/payments/payments'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Paying } from '../follow-up/paying.ts'

export function paymentWebhook({ paying }: { readonly paying: Paying }) {
  return new Hono().post(
    '/webhook',
    bodyLimit({ maxSize: 1_024, onError: (c) => c.json({ reason: 'too-long' }, 413) }),
    async (c) => {
      const id = new URLSearchParams(await c.req.text()).get('id') ?? ''
      // 503: knock again. The provider cannot be asked just now.
      if (isPaymentId(id) && !(await paying.knocked(id))) return c.json({ reason: 'try-later' }, 503)
      return c.json({})
    },
  )
}
