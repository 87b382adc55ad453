/** From what was heard and what is on its way to what stands on the screen, for the seeker. */
import type { TalkView } from '@houvast/connection/talk-view'
import { readIntake } from '@houvast/protocol/intake'
import { planLinkIn } from '@houvast/protocol/plan-link'
import type { Heard } from '@houvast/sealed/heard'
import type { ShownEntry } from '@houvast/ui/conversation-log.tsx'
import { t } from '../messages.ts'

export function shownEntries({ heard, pending, others }: TalkView): readonly ShownEntry[] {
  const stateOf = (seq: number) =>
    seq <= others.read
      ? t('talk.state.read')
      : seq <= others.delivered
        ? t('talk.state.delivered')
        : t('talk.state.stored')
  const lastMine = heard.findLast(
    (one) => one.kind === 'message' && one.type !== 'call' && one.from.role === 'seeker',
  )?.seq
  const inLog = heard.flatMap((one) => shown(one, one.seq === lastMine ? stateOf(one.seq) : undefined))
  const onTheWay = pending.map(
    ({ id, text, state }): ShownEntry => ({
      key: id,
      from: 'me',
      text: planLinkIn(text, location.origin) ? t('talk.plan.shared') : text,
      state: t(state === 'sending' ? 'talk.state.sending' : 'talk.state.refused'),
      isRefused: state === 'refused',
    }),
  )
  return [...inLog, ...onTheWay]
}

function shown(one: Heard, state: string | undefined): readonly ShownEntry[] {
  const key = 'id' in one ? one.id : `seq-${one.seq}`
  switch (one.kind) {
    case 'message': {
      if (one.type === 'call') return []
      const isMine = one.from.role === 'seeker'
      const text = one.type === 'intake' ? (readIntake(one.text).text ?? '') : one.text
      if (text === '') return []
      if (isMine && planLinkIn(text, location.origin)) return [{ key, from: 'me', text: t('talk.plan.shared'), state }]
      return [{ key, text, state, ...(isMine ? { from: 'me' } : { from: 'other', name: one.from.name }) }]
    }
    case 'members':
      return [{ key, note: membersNote(one) }]
    case 'unreadable':
      return [{ key, note: t('talk.note.unreadable') }]
    case 'start':
      return []
  }
}

function membersNote(one: Extract<Heard, { kind: 'members' }>): string {
  const helper = one.members.find((member) => member.role === 'helper')?.name ?? t('talk.helper')
  const readers = one.members.filter((member) => member.role === 'reader').map((member) => member.name ?? '')
  switch (one.reason) {
    case 'pick-up':
      return t('talk.note.pick-up', { name: helper })
    case 'hand-over':
      return t(one.history === 'with' ? 'talk.note.hand-over-with' : 'talk.note.hand-over-without', { name: helper })
    case 'back-to-queue':
      return t('talk.note.back-to-queue')
    case 'read-along':
      return t('talk.note.read-along', { name: readers.join(', ') })
    case 'leave':
      return readers.length > 0 ? t('talk.note.read-along', { name: readers.join(', ') }) : t('talk.note.leave')
    case 'rescue':
      return t('talk.note.rescue', { name: helper })
  }
}

/** What a screen reader says when it is new: the other side's words, and who comes and goes. */
export function newlySaid(entries: readonly ShownEntry[]): string {
  const last = entries.findLast((entry) => 'note' in entry || entry.from === 'other')
  if (!last) return ''
  return 'note' in last ? last.note : `${last.name ?? t('talk.helper')}: ${last.text}`
}
