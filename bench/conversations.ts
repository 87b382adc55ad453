/** Opens many conversations as seekers do, and seals what they will say before the clock starts. */
import { createHash } from 'node:crypto'
import { uuidV7 } from '@houvast/connection/uuid-v7'
import { toBase64Url } from '@houvast/sealed/bytes'
import { openConversation } from '@houvast/sealed/conversation-log'
import { createSeekerKeys, startConversation } from '@houvast/sealed/conversation-start'
import { readDutyKey } from '@houvast/sealed/duty-key'
import { readKeyBook } from '@houvast/sealed/key-book'
import { asked, askOf } from '../tests/wire/ask.ts'
import { goOnDuty, helperHello, signInHelper } from '../tests/wire/helper.ts'
import { openSocket } from '../tests/wire/link.ts'

export const LINE = 'tele-onthaal'
const TEXT = 'Ik weet niet goed hoe ik het moet zeggen, maar het gaat al een tijdje niet zo goed met mij.'

export type Opened = { readonly id: string; readonly secret: string; readonly envelopes: readonly string[] }

/** One helper on duty, so that the line is open. The answer ends the shift. */
export async function openLine(origin: string): Promise<() => void> {
  const ask = askOf(origin)
  const helper = await signInHelper(ask, LINE, 'Sam')
  const link = await openSocket(origin, 'desk')
  await helperHello(ask, link, helper)
  await goOnDuty(ask, link, helper)
  return () => link.close()
}

/** `messagesOf` says how many messages to seal beforehand for the conversation with this number. */
export async function openConversations(
  origin: string,
  count: number,
  messagesOf: (number: number) => number,
): Promise<Opened[]> {
  const ask = askOf(origin)
  const keys = await asked<{ keyBook: string[]; duty: string }>(ask(`/api/lines/${LINE}/keys`))
  const book = must(await readKeyBook(LINE, keys.keyBook))
  const duty = must(await readDutyKey(keys.duty, book, Date.now()))
  const opened: Opened[] = []
  for (let i = 0; i < count; i++) {
    const mine = await createSeekerKeys()
    const id = uuidV7(Date.now())
    const secret = toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
    const started = must(
      await startConversation({ conversation: id, book, duty, keys: mine, intake: '{}', id: uuidV7(Date.now()) }),
    )
    const { challenge, bits } = await asked<{ challenge: string; bits: number }>(
      ask('/api/seeker/challenge', { body: { line: LINE } }),
    )
    const { start, wraps, intake } = started
    await asked(
      ask('/api/seeker/conversations', {
        body: {
          ...{ line: LINE, conversation: id, secret, challenge, start, wraps },
          solution: solve(challenge, bits),
          intake: intake.envelope,
        },
      }),
    )
    const log = openConversation({
      line: LINE,
      conversation: id,
      me: { role: 'seeker', keys: mine },
      book: async () => book,
    })
    must(await log.receive({ seq: 1, kind: 'start', body: start, wraps }))
    must(await log.receive({ seq: 2, kind: 'envelope', body: intake.envelope }))
    let position = log.position()
    const envelopes: string[] = []
    for (let m = 0; m < messagesOf(i); m++) {
      const sealed = must(await log.seal({ ...position, type: 'say', text: TEXT, id: uuidV7(Date.now()) }))
      envelopes.push(sealed.envelope)
      position = { ...position, n: position.n + 1, prev: sealed.hash }
    }
    opened.push({ id, secret, envelopes })
  }
  return opened
}

export const ticketFor = async (origin: string, { id, secret }: Opened) =>
  (
    await asked<{ ticket: string }>(
      askOf(origin)('/api/seeker/ticket', { body: { line: LINE, conversation: id, secret } }),
    )
  ).ticket

function must<T>(result: { ok: true; value: T } | { ok: false; why: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.why))
  return result.value
}

function solve(challenge: string, bits: number): number {
  for (let i = 0; ; i++) {
    const hash = createHash('sha256').update(`${challenge}${i}`).digest()
    if (Math.clz32(hash.readUInt32BE(0)) >= bits) return i
  }
}
