import { openConversation } from '@houvast/sealed/conversation-log'
import type { LogEntry } from '@houvast/sealed/heard'
import type { Duty, Helper } from '../../wire/helper.ts'
import type { WireLink } from '../../wire/link.ts'
import { value } from '../../wire/seeker.ts'

const SOON_MS = 5_000

export async function soon(isSo: () => boolean | Promise<boolean>) {
  const until = Date.now() + SOON_MS
  while (Date.now() < until) {
    if (await isSo()) return true
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  return false
}

export const heard = (link: WireLink, ...types: string[]) => link.frames.filter(({ type }) => types.includes(type))

/** Hears it ring, and says yes. */
export async function answerRing(link: WireLink, helper: Helper, { book, duty, keys }: Duty, conversation: string) {
  const ring = await link.until((one) => one.type === 'ring' && one.conversation === conversation, 'the ring')
  const log = openConversation({
    ...{ line: helper.line, conversation },
    me: { role: 'staff', identity: helper.identity, duty: { kid: duty.kid, keys } },
    book: async () => book,
  })
  for (const entry of ring.entries as LogEntry[]) value(await log.receive(entry))
  const { commit, wraps } = value(await log.pickUp())
  await link.send({ type: 'change', conversation, commit, wraps })
  await link.until((one) => one.type === 'stored' && one.conversation === conversation, 'it to be mine')
}
