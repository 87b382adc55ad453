/** What lies sealed on the server for people without an account: POST /api/seeker/deposits/… All of it in the body, never in an address. */
import { DEPOSIT_MAX, depositUses } from '@houvast/rules/deposit/deposit'
import * as v from 'valibot'
import { Secret, sealedText } from './primitives.ts'

/** `challenge`: the little work before something new may lie here. */
export const DepositChallenge = v.strictObject({ challenge: v.string(), bits: v.number() })

export const PutDeposit = v.strictObject({
  place: Secret,
  mayRead: Secret,
  mayChange: Secret,
  use: v.picklist(depositUses),
  sealed: sealedText(Math.ceil((DEPOSIT_MAX * 4) / 3)),
  livesMs: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** Not needed to change what is there. */
  challenge: v.optional(sealedText(200)),
  solution: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
})
export type PutDeposit = v.InferOutput<typeof PutDeposit>
export const DepositPut = v.strictObject({ version: v.number(), expiresAt: v.number() })

export const GetDeposit = v.strictObject({
  place: Secret,
  mayRead: Secret,
  version: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(2 ** 31 - 1))),
})
export const DepositFound = v.strictObject({
  sealed: v.string(),
  version: v.number(),
  versions: v.array(v.strictObject({ version: v.number(), writtenOn: v.number() })),
  expiresAt: v.number(),
})
export type DepositFound = v.InferOutput<typeof DepositFound>

export const EraseDeposit = v.strictObject({ place: Secret, mayChange: Secret })
export const DepositErased = v.strictObject({ erased: v.literal(true) })
