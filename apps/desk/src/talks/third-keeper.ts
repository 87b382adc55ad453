/** Keeps who is in a talk as the seeker said it: lets in whom they welcomed, lets go whom they did not any more (Z9). */

import { type Third, whatToDo } from '@houvast/call/third-person'
import type { Talk } from '@houvast/connection/talk'
import type { ConversationLog } from '@houvast/sealed/conversation-log'
import type { StaffMember } from '@houvast/sealed/key-book'
import type { Kid } from '@houvast/sealed/kid'

export function createThirdKeeper(ports: {
  readonly talk: Pick<Talk, 'change' | 'view'>
  readonly log: Pick<ConversationLog, 'letReadAlong' | 'leave'>
  readonly myKid: string
  readonly colleague: (kid: string) => Promise<StaffMember | undefined>
}) {
  const { talk, log, myKid, colleague } = ports
  let isChanging = false

  async function keep(third: Third | undefined) {
    const { heard, members, phase } = talk.view
    const isMine = phase === 'active' && members.some(({ kid, role }) => role === 'helper' && kid === myKid)
    const todo = isMine ? whatToDo(third, heard) : undefined
    if (!third || !todo || isChanging) return
    isChanging = true
    try {
      const member = await colleague(third.kid)
      if (todo === 'let-go') await talk.change(() => log.leave(third.kid as Kid))
      else if (member) await talk.change(() => log.letReadAlong(member))
    } finally {
      isChanging = false
    }
  }

  return { keep }
}
