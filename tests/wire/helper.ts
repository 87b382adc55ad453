/** One of the demonstration's people at the desk, without a browser. */
import { openConversation } from '@houvast/sealed/conversation-log'
import { type DutyKey, makeDutyKey, openDutyWrap, readDutyKey } from '@houvast/sealed/duty-key'
import type { LogEntry } from '@houvast/sealed/heard'
import { type KeyBook, readKeyBook } from '@houvast/sealed/key-book'
import type { StaffIdentity } from '@houvast/sealed/staff-identity'
import { deriveFromPassphrase, unwrapIdentity } from '@houvast/sealed/staff-unlock'
import type { Wrap } from '@houvast/sealed/wrap'
import { type Ask, asked } from './ask.ts'
import type { Frame, WireLink } from './link.ts'
import { value, viewOf } from './seeker.ts'

export type Helper = {
  readonly line: string
  readonly name: string
  readonly cookie: string
  readonly identity: StaffIdentity
}

type SignIn = { line: string; name: string; passphrase: string; code: string }

/** A code works once: each person signs in once per half minute and server. */
export async function signInHelper(ask: Ask, line: string, name: string): Promise<Helper> {
  const { signIns } = await asked<{ signIns: SignIn[] }>(ask('/api/demo'))
  const mine = signIns.find((one) => one.line === line && one.name === name)
  if (!mine) throw new Error(`${name} is not of ${line}.`)
  const { wrapKey, verifier } = await deriveFromPassphrase({ passphrase: mine.passphrase, line, name })
  const answer = await ask('/api/desk/sign-in', { body: { line, name, verifier, code: mine.code } })
  if (answer.status !== 200) throw new Error(`Signing in was answered ${answer.status} ${answer.text}`)
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const me = answer.json() as { identity: string }
  const identity = value(await unwrapIdentity(me.identity, wrapKey, { line, name }))
  return { line, name, cookie, identity }
}

export type Duty = { readonly book: KeyBook; readonly duty: DutyKey; readonly keys: CryptoKeyPair }

type DeskKeys = { keyBook: string[]; duty?: { record: string; wrap?: Wrap } }

/** The line's duty key, opened; made when there is none. */
export async function openDuty(ask: Ask, { line, cookie, identity }: Helper): Promise<Duty> {
  const fetchKeys = () => asked<DeskKeys>(ask('/api/desk/keys', { cookie }))
  let found = await fetchKeys()
  const book = value(await readKeyBook(line, found.keyBook))
  if (!found.duty?.wrap) {
    const at = Date.now()
    const made = value(await makeDutyKey({ book, maker: identity, at, validUntil: at + 3_600_000 }))
    await asked(ask('/api/desk/duty-key', { cookie, body: made }))
    found = await fetchKeys()
  }
  if (!found.duty?.wrap) throw new Error('The duty key is not sealed to me.')
  const duty = value(await readDutyKey(found.duty.record, book, Date.now()))
  return { book, duty, keys: value(await openDutyWrap(duty, found.duty.wrap, identity)) }
}

export async function helperTicket(ask: Ask, { cookie }: Helper): Promise<string> {
  return (await asked<{ ticket: string }>(ask('/api/desk/ticket', { cookie, body: {} }))).ticket
}

export async function helperHello(ask: Ask, link: WireLink, helper: Helper) {
  await link.send({ type: 'hello', version: 1, ticket: await helperTicket(ask, helper) })
  await link.until(({ type }) => type === 'welcome', 'the welcome')
}

/** On duty, and with the keys open: from here the line is open. */
export async function goOnDuty(ask: Ask, link: WireLink, helper: Helper): Promise<Duty> {
  const duty = await openDuty(ask, helper)
  await link.send({ type: 'go-on-duty' })
  await link.until(({ type, onDuty }) => type === 'duty' && onDuty === true, 'being on duty')
  return duty
}

type Waiting = { conversation: string; entries: LogEntry[] }

const queued = (frame: Frame) => (frame.queue as Waiting[] | undefined) ?? []

/** Sees it wait, takes it, and reads it. */
export async function take(link: WireLink, helper: Helper, { book, duty, keys }: Duty, conversation: string) {
  const { line, identity } = helper
  const frame = await link.until((one) => queued(one).some((w) => w.conversation === conversation), 'it to wait')
  const waiting = queued(frame).find((one) => one.conversation === conversation) as Waiting
  const log = openConversation({
    ...{ line, conversation },
    me: { role: 'staff', identity, duty: { kid: duty.kid, keys } },
    book: async () => book,
  })
  for (const entry of waiting.entries) value(await log.receive(entry))
  const { commit, wraps } = value(await log.pickUp())
  await link.send({ type: 'change', conversation, commit, wraps })
  await link.until((one) => one.type === 'stored' && one.conversation === conversation, 'it to be mine')
  // A log of its own for what follows, which comes again from the first entry.
  const view = viewOf(
    link,
    conversation,
    openConversation({
      ...{ line, conversation },
      me: { role: 'staff', identity, duty: { kid: duty.kid, keys } },
      book: async () => book,
    }),
  )
  return Object.assign(view, { commit, wraps })
}
