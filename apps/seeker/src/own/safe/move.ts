/** Moving to another phone (K8): the secret travels in a code that is scanned, a second one is typed; five wrong tries end it. */
import { MINUTE_MS } from '@houvast/rules/time'
import { type Bytes, randomBytes, utf8 } from '@houvast/sealed/bytes'
import { depositKeys } from '@houvast/sealed/deposit-keys'
import { eraseDeposit, getDeposit, putDeposit } from '../deposits.ts'
import { type KnownRecord, readRecords } from '../kinds.ts'
import { openedRecords } from '../own-data.ts'

const LIVES_MS = 15 * MINUTE_MS
const DIGITS = 6

type Begun =
  | { readonly ok: true; readonly secret: Bytes; readonly code: string }
  | { readonly ok: false; readonly why: 'too-long' | 'unreachable' }

export async function beginMove(): Promise<Begun> {
  const all = await openedRecords()?.all()
  if (!all) return { ok: false, why: 'unreachable' }
  const [secret, code] = [randomBytes(16), newCode()]
  const put = await putDeposit(await depositKeys(secret, 'move', code), 'move', utf8(JSON.stringify(all)), LIVES_MS)
  if (put.ok) return { ok: true, secret, code }
  return { ok: false, why: put.why.reason === 'too-long' ? 'too-long' : 'unreachable' }
}

/** `none`: a wrong code, too late, or fetched before. */
export async function finishMove(
  secret: Bytes,
  code: string,
): Promise<readonly KnownRecord[] | 'none' | 'unreachable'> {
  const keys = await depositKeys(secret, 'move', code.replace(/\D/g, ''))
  const found = await getDeposit(keys)
  if (!found.ok) return found.why.reason === 'unreachable' ? 'unreachable' : 'none'
  const records = readRecords(JSON.parse(new TextDecoder().decode(found.value.bytes)))
  await eraseDeposit(keys)
  return records ?? 'none'
}

/** 2³² is no multiple of a million; the bias is a five-thousandth and of no use to who has five tries. */
function newCode(): string {
  const [number = 0] = new Uint32Array(randomBytes(4).buffer)
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}
