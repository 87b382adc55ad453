/**
 * What somebody without an account lets lie sealed on a server: the copy of their own data, a link they share, a move to another
 * phone. Each use has its own life; the server knows no more of it than this.
 */
import { DAY_MS, MINUTE_MS } from '../time.ts'

export const depositUses = ['copy', 'link', 'move'] as const
export type DepositUse = (typeof depositUses)[number]

type Terms = {
  readonly livesAtMostMs: number
  /** Earlier states that can still be asked for. */
  readonly versionsKept: number
  /** Wrong tries to read after which it is gone; without, there is no end to trying, and the word is far too long to guess. */
  readonly tries?: number
}

export const terms: Readonly<Record<DepositUse, Terms>> = {
  copy: { livesAtMostMs: 730 * DAY_MS, versionsKept: 5 },
  link: { livesAtMostMs: 30 * DAY_MS, versionsKept: 1 },
  move: { livesAtMostMs: 15 * MINUTE_MS, versionsKept: 1, tries: 5 },
}

/** In bytes, sealed. More than a full plan with the faces of thirty BackUps. */
export const DEPOSIT_MAX = 1024 * 1024 + 64
