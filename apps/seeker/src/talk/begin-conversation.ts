/**
 * From the first words to a place in the queue: check the line's keys, seal, do the little work, keep everything on this
 * device, and only then ask. A retry, also after a reload, is the same request, and the server takes it once.
 */
import { type Answer, refused } from '@houvast/connection/ask-json'
import { solveWork } from '@houvast/connection/solve-work'
import { uuidV7 } from '@houvast/connection/uuid-v7'
import type { KeptConversation } from '@houvast/device-store/device-database'
import type { KeptConversations } from '@houvast/device-store/kept-conversations'
import type { StartConversation } from '@houvast/protocol/seeker-requests'
import { toBase64Url } from '@houvast/sealed/bytes'
import { createSeekerKeys, startConversation } from '@houvast/sealed/conversation-start'
import { readDutyKey } from '@houvast/sealed/duty-key'
import { readKeyBook } from '@houvast/sealed/key-book'
import { seekerApi } from './seeker-api.ts'

export async function beginConversation(
  line: string,
  intake: string,
  kept: KeptConversations,
): Promise<Answer<KeptConversation>> {
  const keys = await lineKeys(line, kept)
  if (!keys.ok) return keys
  const { book, duty } = keys.value
  const mine = await createSeekerKeys()
  const id = uuidV7(Date.now())
  const sealed = await startConversation({
    ...{ conversation: id, book, duty, keys: mine, intake },
    id: uuidV7(Date.now()),
  })
  if (!sealed.ok) return refused(sealed.why.reason)
  const work = await seekerApi.challenge(line)
  if (!work.ok) return work
  const { challenge, bits } = work.value

  const secret = toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
  const start: StartConversation = {
    ...{ line, conversation: id, secret, challenge },
    solution: await solveWork(challenge, bits),
    start: sealed.value.start,
    wraps: [...sealed.value.wraps],
    intake: sealed.value.intake.envelope,
  }
  const conversation = { id, line, secret, keys: mine, start, keyBookHead: book.head, startedAt: Date.now() }
  await kept.keep(conversation)
  return askForPlace(conversation, kept)
}

/** Sends the start that this device kept; what the server refuses for good is forgotten here too. */
export async function askForPlace(
  conversation: KeptConversation,
  kept: KeptConversations,
): Promise<Answer<KeptConversation>> {
  const { start, ...started } = conversation
  const answer = await seekerApi.start(start as StartConversation)
  if (answer.ok) {
    await kept.keep(started)
    return { ok: true, value: started }
  }
  if (answer.why.reason !== 'unreachable') await kept.forget(conversation.id)
  return answer
}

/** The line's keys, checked: the book leads on from the one seen before, and the duty key is of now and genuine. */
export async function lineKeys(line: string, kept: KeptConversations) {
  const answer = await seekerApi.keys(line)
  if (!answer.ok) return answer
  const book = await readKeyBook(line, answer.value.keyBook, await kept.pinOf(line))
  if (!book.ok) return refused(book.why.reason === 'key-book-empty' ? 'line-closed' : 'keys-not-trusted')
  if (!answer.value.duty) return refused('line-closed')
  const duty = await readDutyKey(answer.value.duty, book.value, Date.now())
  if (!duty.ok) return refused(duty.why.reason === 'duty-key-outdated' ? 'line-closed' : 'keys-not-trusted')
  await kept.pin(line, book.value.head)
  return { ok: true, value: { book: book.value, duty: duty.value } } as const
}
