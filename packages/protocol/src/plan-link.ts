/**
 * A plan that is edited together, opened from a conversation: its address stands in a sealed message. Only an address of this very site
 * becomes a button; any other stays the text it is.
 */
const PLAN = /^(https?:\/\/[^\s/]+)(\/houvast\/samen\/plan\?gesprek#[A-Za-z0-9_-]{22})$/

export const planLink = (origin: string, secret: string) => `${origin}/houvast/samen/plan?gesprek#${secret}`

export function planLinkIn(text: string, origin: string): string | undefined {
  const [, from, path] = PLAN.exec(text.trim()) ?? []
  return from === origin && path ? from + path : undefined
}
