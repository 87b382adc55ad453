/** «Is typing» within a conversation: only from and to members of the present epoch, only newer than the last. */
import type { ConversationView } from './conversation-view.ts'
import { isMemberOf } from './conversation-writing.ts'
import type { MemberView } from './heard.ts'
import type { Kid } from './kid.ts'
import { ok, type Result, refused } from './result.ts'
import { openSignal, readSignal, type Signal, sealSignal } from './signal.ts'

export type HeardSignal = { readonly typing: boolean; readonly from: MemberView }

export function createSignals(view: ConversationView) {
  const lastTicks = new Map<Kid, number>()
  return {
    async sealSignal(signal: Signal): Promise<Result<string>> {
      const now = view.epochs.current
      if (!now) return refused('not-started')
      if (!isMemberOf(now, view)) return refused('not-a-member')
      const key = await view.epochs.signalKey(now.epoch, view.mine.kid)
      if (!key) return refused('no-key')
      const { line, conversation, mine } = view
      return ok(await sealSignal(signal, { line, conversation, epoch: now.epoch, kid: mine.kid }, key))
    },

    async openSignal(text: string): Promise<Result<HeardSignal>> {
      const read = readSignal(text)
      if (!read.ok) return read
      const { line, conversation, epoch, kid } = read.value.place
      if (line !== view.line || conversation !== view.conversation) return refused('wrong-conversation')
      if (epoch !== view.epochs.current?.epoch) return refused('wrong-epoch')
      const from = view.members.find((member) => member.kid === kid)
      if (!from) return refused('not-a-member')
      const key = await view.epochs.signalKey(epoch, kid)
      if (!key) return refused('no-key')
      const signal = await openSignal(read.value, key)
      if (!signal.ok) return signal
      if (signal.value.tick <= (lastTicks.get(kid) ?? -1)) return refused('replayed')
      lastTicks.set(kid, signal.value.tick)
      return ok({ typing: signal.value.typing, from })
    },
  }
}
