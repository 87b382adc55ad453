/** From what was heard and what is on its way to what stands on the screen, for the helper. */
import type { TalkView } from '@houvast/connection/talk-view'
import { readIntake } from '@houvast/protocol/intake'
import { planLinkIn } from '@houvast/protocol/plan-link'
import type { ShownEntry } from '@houvast/ui/conversation-log.tsx'
import { t } from '../messages.ts'

type Heard = TalkView['heard'][number]

export function shownEntries(
  { heard, pending, others }: TalkView,
  who: { readonly me: string; readonly seeker: string },
): readonly ShownEntry[] {
  const lastMine = heard.findLast(
    (one) => one.kind === 'message' && one.type !== 'call' && one.from.kid === who.me,
  )?.seq
  const inLog = heard.flatMap((one) => shown(one, who, one.seq === lastMine ? stateOf(one.seq, others) : undefined))
  const onTheWay = pending.map(
    ({ id, text, state }): ShownEntry => ({
      key: id,
      from: 'me',
      text,
      state: t(state === 'sending' ? 'desk.state.sending' : 'desk.state.refused'),
      isRefused: state === 'refused',
    }),
  )
  return [...inLog, ...onTheWay]
}

function membersNote({ reason, by, members }: Extract<Heard, { kind: 'members' }>): string {
  const guests = members.flatMap(({ role, name }) => (role === 'reader' && name ? [name] : [])).join(', ')
  return t(`desk.note.${reason}`, { name: by.name ?? '', guests })
}

function stateOf(seq: number, { delivered, read }: TalkView['others']): string {
  if (seq <= read) return t('desk.state.read')
  return t(seq <= delivered ? 'desk.state.delivered' : 'desk.state.stored')
}

function shown(
  one: Heard,
  { me, seeker }: { readonly me: string; readonly seeker: string },
  state: string | undefined,
): readonly ShownEntry[] {
  if (one.kind === 'unreadable' && one.type === 'call') return []
  if (one.kind === 'unreadable') return [{ key: one.id, note: t('desk.note.unreadable') }]
  if (one.kind === 'members') return [{ key: `seq-${one.seq}`, note: membersNote(one) }]
  if (one.kind === 'start' || one.type === 'call') return []
  const text = one.type === 'intake' ? (readIntake(one.text).text ?? '') : one.text
  if (text === '') return []
  if (one.from.kid === me) return [{ key: one.id, from: 'me', text, state }]
  if (one.from.role !== 'seeker') return [{ key: one.id, from: 'other', name: one.from.name, text }]
  const address = planLinkIn(text, location.origin)
  return address
    ? [
        {
          ...{ key: one.id, from: 'other' as const, name: seeker, text: t('desk.plan-shared') },
          action: { address, label: t('desk.plan-open') },
        },
      ]
    : [{ key: one.id, from: 'other', name: seeker, text }]
}
