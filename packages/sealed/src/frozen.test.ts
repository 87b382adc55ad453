/** What was sealed once stays readable: a conversation frozen in ../vectors/hc-1.json is opened with today’s code. */
import { describe, expect, test } from 'vitest'
import frozen from '../vectors/hc-1.json' with { type: 'json' }
import { readDutyKey } from './duty-key.ts'
import type { LogEntry } from './heard.ts'
import { readKeyBook } from './key-book.ts'
import { identityFromSecret } from './staff-identity.ts'
import { deriveFromPasskey, deriveFromPassphrase, deriveFromRecoveryCode, unwrapIdentity } from './staff-unlock.ts'
import { seekerFromSecret, thaw } from './testing/frozen-conversation.ts'
import { createReader, createServerLog, dutyPairOf, value } from './testing/helpline.ts'
import type { Wrap } from './wrap.ts'

const book = async () => value(await readKeyBook(frozen.line, frozen.keyBook))

function frozenLog() {
  const log = createServerLog(frozen.line, frozen.conversation)
  for (const row of frozen.log as unknown as LogEntry[]) log.add(row.kind, row.body, row.wraps)
  return log
}

const words = [
  'Ik weet niet waar te beginnen.',
  'Dag, ik ben Hanne. Ik lees wat je schrijft. 🌱',
  'Dank je.',
  'Dag Bram.',
]

describe('a conversation from long ago', () => {
  test('is read by the seeker', async () => {
    const me = { role: 'seeker', keys: await seekerFromSecret(thaw(frozen.secrets.seeker)) } as const
    const seeker = createReader(frozenLog(), me, book)

    const heard = await seeker.catchUp()

    expect(heard.flatMap((one) => (one.ok && one.value.kind === 'message' ? one.value.text : []))).toEqual(words)
    expect(heard.every(({ ok }) => ok)).toBe(true)
  })

  test('is read back by the helper it was handed to, and no further by the one before', async () => {
    const bram = value(await identityFromSecret(thaw(frozen.secrets.bram)))
    const hanne = value(await identityFromSecret(thaw(frozen.secrets.hanne)))
    const asBram = createReader(frozenLog(), { role: 'staff', identity: bram }, book)
    const asHanne = createReader(frozenLog(), { role: 'staff', identity: hanne }, book)

    const back = (await asBram.catchUp()).flatMap((one) =>
      one.ok && one.value.kind === 'members' ? one.value.nowReadable.map(({ text }) => text) : [],
    )

    expect(back).toEqual(words.slice(0, 3))
    expect((await asHanne.catchUp()).at(-1)).toMatchObject({ ok: true, value: { kind: 'unreadable' } })
  })

  test('the first words are read with the duty key of that day', async () => {
    const hanne = value(await identityFromSecret(thaw(frozen.secrets.hanne)))
    const duty = value(await readDutyKey(frozen.duty.record, await book(), frozen.now))
    const pair = await dutyPairOf(duty, frozen.duty.wraps as unknown as Wrap[], hanne)
    const asHanne = createReader(frozenLog(), { role: 'staff', identity: hanne, duty: pair }, book)

    expect((await asHanne.catchUp())[1]).toMatchObject({ ok: true, value: { kind: 'message', text: words[0] } })
  })

  test('«is typing» is understood in the epoch it was sent in', async () => {
    const me = { role: 'seeker', keys: await seekerFromSecret(thaw(frozen.secrets.seeker)) } as const
    const log = frozenLog()
    log.rows.length = 5
    const seeker = createReader(log, me, book)
    await seeker.catchUp()

    expect(await seeker.openSignal(frozen.signal.text)).toMatchObject({ ok: true, value: { typing: true } })
  })
})

test('staff keys locked long ago open with the passphrase, the code and the passkey of then', async () => {
  const { account, passphrase, code, prf, blobs, passphraseVerifier, codeVerifier } = frozen.unlock
  const { kid } = value(await identityFromSecret(thaw(frozen.secrets.hanne)))

  const byPassphrase = await deriveFromPassphrase({ passphrase, ...account })
  const byCode = value(await deriveFromRecoveryCode({ code, ...account }))
  const byPasskey = await deriveFromPasskey(thaw(prf))

  expect([byPassphrase.verifier, byCode.verifier]).toEqual([passphraseVerifier, codeVerifier])
  expect(value(await unwrapIdentity(blobs.passphrase, byPassphrase.wrapKey, account)).kid).toBe(kid)
  expect(value(await unwrapIdentity(blobs.code, byCode.wrapKey, account)).kid).toBe(kid)
  expect(value(await unwrapIdentity(blobs.passkey, byPasskey.wrapKey, account)).kid).toBe(kid)
})
