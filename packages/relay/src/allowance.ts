/** A bucket that fills with so many bytes a second and holds one second of them. */
export type Allowance = { left: number; at: number; readonly perSecond: number }

export const createAllowance = (perSecond: number, now: number): Allowance => ({ left: perSecond, at: now, perSecond })

export function spend(allowance: Allowance, bytes: number, now: number): boolean {
  const { perSecond } = allowance
  if (now !== allowance.at) {
    const filled = allowance.left + (Math.max(0, now - allowance.at) / 1000) * perSecond
    allowance.left = Math.min(perSecond, filled)
    allowance.at = now
  }
  if (allowance.left < bytes) return false
  allowance.left -= bytes
  return true
}
