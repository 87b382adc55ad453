/** A seeker who begins a conversation and a helper who signs in, by what their pages ask of a running server. */
import { solveWork } from '@houvast/connection/solve-work'
import { uuidV7 } from '@houvast/connection/uuid-v7'
import { toBase64Url } from '@houvast/sealed/bytes'
import { createSeekerKeys, startConversation } from '@houvast/sealed/conversation-start'
import { makeDutyKey, openDutyWrap, readDutyKey } from '@houvast/sealed/duty-key'
import { readKeyBook } from '@houvast/sealed/key-book'
import { deriveFromPassphrase, unwrapIdentity } from '@houvast/sealed/staff-unlock'
import { value } from '@houvast/sealed/testing/helpline'
import { type Page, pageAt } from './real-network.ts'

const HOUR_MS = 3_600_000

type Answer = { status: number; json: unknown }
async function said<T>(asked: Promise<Answer>): Promise<T> {
  const { status, json } = await asked
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(json)}`)
  return json as T
}

const bookFrom = async (line: string, entries: readonly string[]) => value(await readKeyBook(line, entries))

export type SignedIn = Awaited<ReturnType<typeof signIn>>

export async function signIn(origin: string, line: string, name: string) {
  let cookie = ''
  const page = pageAt(origin, 'desk', () => cookie)
  const demo = await said<{ signIns: { line: string; name: string; passphrase: string; code: string }[] }>(
    page.ask('/api/demo'),
  )
  const who = demo.signIns.find((one) => one.line === line && one.name === name)
  if (!who) throw new Error(`The demonstration has no ${name}.`)
  const account = { line, name }
  const { wrapKey, verifier } = await deriveFromPassphrase({ ...account, passphrase: who.passphrase })
  const answer = await page.ask('/api/desk/sign-in', {
    method: 'POST',
    body: JSON.stringify({ ...account, verifier, code: who.code }),
  })
  const me = await said<{ identity: string; kid: string }>(Promise.resolve(answer))
  cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const identity = value(await unwrapIdentity(me.identity, wrapKey, account))
  const keys = () => said<{ keyBook: string[]; duty?: { record: string; wrap?: never } }>(page.ask('/api/desk/keys'))
  return {
    ...{ page, identity, name },
    cookie: () => cookie,
    book: async () => bookFrom(line, (await keys()).keyBook),
    ticket: (through: Page) => ticketFrom(through.post('/api/desk/ticket', {})),
    async makeDuty() {
      const book = await bookFrom(line, (await keys()).keyBook)
      const made = value(
        await makeDutyKey({ book, maker: identity, at: Date.now(), validUntil: Date.now() + 8 * HOUR_MS }),
      )
      await said(page.post('/api/desk/duty-key', { record: made.record, wraps: made.wraps }))
    },
    async duty() {
      const { keyBook, duty } = await keys()
      if (!duty?.wrap) throw new Error('There is no duty key.')
      const read = value(await readDutyKey(duty.record, await bookFrom(line, keyBook), Date.now()))
      return { kid: read.kid, keys: value(await openDutyWrap(read, duty.wrap, identity)), key: read }
    },
  }
}

export async function ticketFrom(asked: Promise<Answer>): Promise<string | undefined> {
  try {
    const { status, json } = await asked
    return status < 400 ? (json as { ticket: string }).ticket : undefined
  } catch {
    return undefined
  }
}

export type Begun = Awaited<ReturnType<typeof beginTalk>>

export async function beginTalk(page: Page, line: string) {
  const asked = await said<{ keyBook: string[]; duty: string }>(page.ask(`/api/lines/${line}/keys`))
  const book = await bookFrom(line, asked.keyBook)
  const duty = value(await readDutyKey(asked.duty, book, Date.now()))
  const keys = await createSeekerKeys()
  const conversation = uuidV7(Date.now())
  const started = value(
    await startConversation({ conversation, book, duty, keys, intake: '{}', id: uuidV7(Date.now()) }),
  )
  const { challenge, bits } = await said<{ challenge: string; bits: number }>(
    page.post('/api/seeker/challenge', { line }),
  )
  const secret = toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
  await said(
    page.post('/api/seeker/conversations', {
      ...{ line, conversation, secret, challenge },
      solution: await solveWork(challenge, bits),
      start: started.start,
      wraps: [...started.wraps],
      intake: started.intake.envelope,
    }),
  )
  return {
    ...{ line, conversation, keys, secret },
    ticket: (through: Page) => ticketFrom(through.post('/api/seeker/ticket', { line, conversation, secret })),
    async book() {
      const { keyBook } = await said<{ keyBook: string[] }>(page.ask(`/api/lines/${line}/keys`))
      return bookFrom(line, keyBook)
    },
  }
}
