/** Where a payer would pay. It says in capitals that nothing is paid here. */
import { createHash } from 'node:crypto'
import type { LocalPayment } from './payment.ts'

export const outcomes = ['paid', 'pending', 'authorized', 'failed', 'canceled', 'expired', 'open'] as const
export type Outcome = (typeof outcomes)[number]

const words: Readonly<Record<Outcome, string>> = {
  paid: 'Betaald',
  pending: 'Onderweg',
  authorized: 'Gereserveerd',
  failed: 'Geweigerd',
  canceled: 'Afgebroken',
  expired: 'Verlopen',
  open: 'Later betalen',
}

const style = `
  body { max-width: 34rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.5 sans-serif; }
  strong { display: block; padding: 1rem; border: 4px dashed; text-align: center; }
  form { display: grid; gap: .75rem; }
  button { min-height: 3rem; font: inherit; }`

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

export function checkoutPage({ amount, description, redirectUrl, state }: LocalPayment): Response {
  const buttons = outcomes.map((each) => `<button name="outcome" value="${each}">${words[each]} (${each})</button>`)
  const canBePaid = state === 'open' || state === 'pending'
  const html = `<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Geen echte betaling</title>
<style>${style}</style>
<main>
<h1>Betaalpagina van de demonstratie</h1>
<p><strong>DIT IS GEEN ECHTE BETALING.<br>Demonstration: no money moves.</strong></p>
<p>${escaped(description)}: ${escaped(amount.value)} ${escaped(amount.currency)}</p>
${canBePaid ? `<form method="post">${buttons.join('\n')}</form>` : `<p>Deze betaling is al ${words[state].toLowerCase()}.</p>`}
<p><a href="${escaped(redirectUrl)}">Terug zonder te kiezen</a></p>
</main>
</html>`
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    // Also where one is sent to afterwards.
    `form-action 'self' ${new URL(redirectUrl).origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy.join('; ') },
  })
}
