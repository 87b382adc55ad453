/** Rings as the database keeps them, for tests of who is rung when. */
import type { Ring, Rings } from '@houvast/server-store/professionals/rings'

type Row = Ring

export function memoryRings() {
  const rows = new Map<string, Row>()
  const asked = new Map<string, string[]>()
  const weeks: string[] = []
  /** Conversations that somebody has. */
  const talks = new Set<string>()
  const ofConversation = (conversation: string) => [...rows].find(([, row]) => row.conversation === conversation)
  const rings: Rings = {
    async claim(_, conversation, kid, { now, until, reasons = [] }) {
      const other = rows.get(kid)
      if (other && other.until >= now) return false
      rows.set(kid, { conversation, until, reasons, isAccepted: false })
      asked.set(conversation, [...(asked.get(conversation) ?? []), kid])
      return true
    },
    async of(_, kid, now) {
      const row = rows.get(kid)
      return row && row.until >= now ? row : undefined
    },
    async for(_, conversation) {
      const found = ofConversation(conversation)
      return found && { kid: found[0], ...found[1] }
    },
    async accept(_, conversation, kid, now) {
      const row = rows.get(kid)
      if (row?.conversation !== conversation || row.until < now) return false
      rows.set(kid, { ...row, until: Number.MAX_SAFE_INTEGER, isAccepted: true })
      return true
    },
    async decline(_, conversation, kid, why) {
      const row = rows.get(kid)
      if (row?.conversation !== conversation || row.isAccepted) return false
      weeks.push(`${kid} ${why}`)
      return rows.delete(kid)
    },
    async withdraw(_, conversation) {
      const found = ofConversation(conversation)
      if (!found || found[1].isAccepted) return undefined
      rows.delete(found[0])
      return found[0]
    },
    async release(_, conversation) {
      const found = ofConversation(conversation)
      if (!found?.[1].isAccepted) return undefined
      rows.delete(found[0])
      return { kid: found[0], minutes: 1 }
    },
    async letGo(_, which) {
      if (!('kid' in which) || !rows.get(which.kid)?.isAccepted || talks.has(which.conversation)) return []
      rows.delete(which.kid)
      return [which]
    },
    asked: async (_, conversation) => [...(asked.get(conversation) ?? [])],
  }
  return { rings, weeks, talks, isTaken: (kid: string) => rows.has(kid) }
}
