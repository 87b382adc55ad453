/** What this device lets lie sealed on the server, and gets back. Nothing goes there unless somebody asked for it. */
import { type Answer, askJson } from '@houvast/connection/ask-json'
import { solveWork } from '@houvast/connection/solve-work'
import { DepositChallenge, DepositErased, DepositFound, DepositPut } from '@houvast/protocol/deposit-requests'
import { DEPOSIT_MAX, type DepositUse } from '@houvast/rules/deposit/deposit'
import { type Bytes, fromBase64Url, toBase64Url } from '@houvast/sealed/bytes'
import { type DepositKeys, openDeposit, sealDeposit } from '@houvast/sealed/deposit-keys'

const PATH = '/api/seeker/deposits'

export async function putDeposit(
  keys: DepositKeys,
  use: DepositUse,
  bytes: Bytes,
  livesMs: number,
): Promise<Answer<{ version: number; expiresAt: number }>> {
  const sealed = await sealDeposit(bytes, keys)
  if (sealed.length > DEPOSIT_MAX) return { ok: false, why: { reason: 'too-long' } }
  const work = await askJson(`${PATH}/challenge`, DepositChallenge, {})
  if (!work.ok) return work
  const { challenge, bits } = work.value
  const { place, mayRead, mayChange } = keys
  return askJson(`${PATH}/put`, DepositPut, {
    ...{ place, mayRead, mayChange, use, livesMs, challenge },
    sealed: toBase64Url(sealed),
    solution: await solveWork(challenge, bits),
  })
}

export async function getDeposit(
  keys: DepositKeys,
  version?: number,
): Promise<Answer<{ bytes: Bytes } & DepositFound>> {
  const answer = await askJson(`${PATH}/get`, DepositFound, {
    place: keys.place,
    mayRead: keys.mayRead,
    ...(version !== undefined && { version }),
  })
  if (!answer.ok) return answer
  const sealed = fromBase64Url(answer.value.sealed)
  const bytes = sealed && (await openDeposit(sealed, keys))
  return bytes ? { ok: true, value: { ...answer.value, bytes } } : { ok: false, why: { reason: 'cannot-be-opened' } }
}

export async function eraseDeposit({ place, mayChange }: DepositKeys): Promise<Answer<unknown>> {
  return askJson(`${PATH}/erase`, DepositErased, { place, mayChange })
}
