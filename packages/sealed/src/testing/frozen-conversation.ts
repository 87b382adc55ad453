/**
 * One whole conversation with its secrets, as text: the frozen copy in ../../vectors/hc-1.json must stay readable for
 * ever. To freeze anew after a change of version (and only then):
 *
 *   node --input-type=module -e "import { freezeConversation } from '@houvast/sealed/testing/frozen-conversation';
 *     console.log(JSON.stringify(await freezeConversation(), null, 2))" > packages/sealed/vectors/hc-1.json
 */
import { type Bytes, fromBase64Url, randomBytes, toBase64Url } from '../bytes.ts'
import { type SeekerKeys, startConversation } from '../conversation-start.ts'
import { makeDutyKey, readPastDutyKey } from '../duty-key.ts'
import { addMember, foundKeyBook, readKeyBook, type StaffRole } from '../key-book.ts'
import { createRecoveryCode } from '../recovery-code.ts'
import { createStaffIdentity, identityFromSecret } from '../staff-identity.ts'
import { deriveFromPasskey, deriveFromPassphrase, deriveFromRecoveryCode, wrapIdentity } from '../staff-unlock.ts'
import { createReader, createServerLog, dutyPairOf, HOUR, LINE, NOON, newId, value } from './helpline.ts'

export async function freezeConversation() {
  const [coen, hanne, bram, seeker] = await Promise.all(Array.from({ length: 4 }, createStaffIdentity))
  if (!coen || !hanne || !bram || !seeker) throw new Error('four people are needed')
  const entries = [await foundKeyBook({ line: LINE, coordinator: coen.identity, name: 'Coen', at: NOON })]
  const hire = async (name: string, role: StaffRole, { publicKeys }: typeof hanne) => {
    const book = value(await readKeyBook(LINE, entries))
    const adding = { book, by: coen.identity, member: { name, role, ...publicKeys }, at: NOON }
    entries.push(value(await addMember(adding)))
  }
  await hire('Hanne', 'helper', hanne)
  await hire('Bram', 'helper', bram)
  const book = value(await readKeyBook(LINE, entries))
  const making = { book, maker: hanne.identity, at: NOON, validUntil: NOON + 12 * HOUR }
  const { record, wraps } = value(await makeDutyKey(making))
  const duty = value(await readPastDutyKey(record, book))

  const keys = await seekerFromSecret(seeker.secret)
  const conversation = newId()
  const log = createServerLog(LINE, conversation)
  const starting = { conversation, book, duty, keys, intake: 'Ik weet niet waar te beginnen.', id: newId() }
  const started = value(await startConversation(starting))
  log.add('start', started.start, started.wraps)
  log.add('envelope', started.intake.envelope)
  const asSeeker = createReader(log, { role: 'seeker', keys }, async () => book)
  const asHanne = createReader(
    log,
    { role: 'staff', identity: hanne.identity, duty: await dutyPairOf(duty, wraps, hanne.identity) },
    async () => book,
  )
  const everyoneHears = async () => [await asSeeker.catchUp(), await asHanne.catchUp()]
  await everyoneHears()
  const put = async (made: Awaited<ReturnType<typeof asHanne.pickUp>>) => {
    const { commit, wraps: commitWraps } = value(made)
    log.add('commit', commit, commitWraps)
    await everyoneHears()
  }
  await put(await asHanne.pickUp())
  await asHanne.say('Dag, ik ben Hanne. Ik lees wat je schrijft. 🌱')
  await everyoneHears()
  await asSeeker.say('Dank je.')
  await everyoneHears()
  const member = book.members.get(bram.identity.kid)
  if (!member) throw new Error('Bram is not in the book')
  const signal = value(await asHanne.sealSignal({ typing: true, tick: NOON }))
  await put(await asHanne.handOverTo(member, 'with'))
  await asSeeker.say('Dag Bram.')

  const account = { line: LINE, name: 'hanne' }
  const passphrase = 'vier paarden op het dak'
  const code = createRecoveryCode()
  const prf = randomBytes(32)
  const byPassphrase = await deriveFromPassphrase({ passphrase, ...account })
  const byCode = value(await deriveFromRecoveryCode({ code, ...account }))
  const byPasskey = await deriveFromPasskey(prf)
  return {
    note: 'Made by HC-1’s own code, to notice when its wire format changes. Nobody ever used these keys.',
    line: LINE,
    conversation,
    now: NOON,
    secrets: {
      hanne: toBase64Url(hanne.secret),
      bram: toBase64Url(bram.secret),
      seeker: toBase64Url(seeker.secret),
    },
    keyBook: entries,
    duty: { record, wraps },
    log: log.rows,
    signal: { text: signal, tick: NOON },
    unlock: {
      ...{ account, passphrase, code, prf: toBase64Url(prf) },
      ...{ passphraseVerifier: byPassphrase.verifier, codeVerifier: byCode.verifier },
      blobs: {
        passphrase: await wrapIdentity(hanne.secret, byPassphrase.wrapKey, account),
        code: await wrapIdentity(hanne.secret, byCode.wrapKey, account),
        passkey: await wrapIdentity(hanne.secret, byPasskey.wrapKey, account),
      },
    },
  }
}

/** A seeker’s keys are never exported; here they come from a known secret. */
export async function seekerFromSecret(secret: Bytes): Promise<SeekerKeys> {
  const { kid, publicKeys, signing, kem } = value(await identityFromSecret(secret))
  const publicKey = await crypto.subtle.importKey('raw', publicKeys.sign, 'Ed25519', true, ['verify'])
  return { kid, publicKeys, signing: { privateKey: signing, publicKey }, kem }
}

export function thaw(text: string): Bytes {
  const bytes = fromBase64Url(text)
  if (!bytes) throw new Error('not base64url')
  return bytes
}
