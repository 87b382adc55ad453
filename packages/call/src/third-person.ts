/**
 * Whether somebody may join a talk of two: the helper asks, the seeker says, and may take it back at any time (Z9). It is
 * read out of the sealed log, so that it is the same on every device and after a reload.
 */
import type { Heard, MemberView } from '@houvast/sealed/heard'
import type { ThirdSignal } from './call-signal.ts'

export type Third = {
  readonly kid: string
  readonly name: string
  readonly is: 'asked' | 'welcome' | 'refused'
  /** Place in the log where this was said. */
  readonly since: number
}

/** Whatever else is said, by whoever else, changes nothing. */
export function nextThird(
  now: Third | undefined,
  said: ThirdSignal,
  by: { readonly role: MemberView['role']; readonly seq: number },
): Third | undefined {
  const since = by.seq
  if (said.kind === 'ask-third')
    return by.role === 'helper' ? { kid: said.third, name: said.name, is: 'asked', since } : now
  if (by.role !== 'seeker' || now?.kid !== said.third) return now
  return { ...now, is: said.isWelcome ? 'welcome' : 'refused', since }
}

/** What the helper's device does about it, since only the helper can let in. Who went is not let in again unasked. */
export function whatToDo(third: Third | undefined, heard: readonly Heard[]): 'let-in' | 'let-go' | undefined {
  if (!third) return undefined
  const changes = heard.filter((one) => one.kind === 'members')
  const holds = (members: readonly MemberView[] = []) =>
    members.some(({ kid, role }) => role === 'reader' && kid === third.kid)
  const isIn = holds(changes.at(-1)?.members)
  if (third.is !== 'welcome') return isIn ? 'let-go' : undefined
  const wasIn = changes.some(({ seq, members }) => seq > third.since && holds(members))
  return isIn || wasIn ? undefined : 'let-in'
}
