import { type MessageKey, t } from '../messages.ts'

const problems: Readonly<Record<string, MessageKey>> = {
  'sign-in-refused': 'sign-in.problem.refused',
  'too-many-tries': 'sign-in.problem.too-many-tries',
  malformed: 'sign-in.problem.malformed',
  'passkey-refused': 'passkey.problem.refused',
  'passkey-cancelled': 'passkey.problem.cancelled',
  'passkey-without-secret': 'passkey.problem.without-secret',
  unreachable: 'problem.unreachable',
  'wrong-passphrase': 'sign-in.problem.wrong-passphrase',
  'identity-not-opened': 'sign-in.problem.identity-not-opened',
}

/** Why it did not go, and what to do. */
export const Problem = ({ reason }: { reason: string | undefined }) => (
  <p role="alert">{reason && t(problems[reason] ?? 'problem.unreachable')}</p>
)
