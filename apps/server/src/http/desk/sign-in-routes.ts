/** Signing in with a passphrase (never sent: a verifier that Argon2id made of it) and a one-time code. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { type Me, SignIn } from '@houvast/protocol/desk-requests'
import type { Instant } from '@houvast/rules/time'
import type { Lines } from '@houvast/server-store/lines/lines'
import type { Staff, StaffMember } from '@houvast/server-store/staff/staff'
import { Hono } from 'hono'
import { Secret, TOTP } from 'otpauth'
import { readBody } from '../read-body.ts'
import { endSession, needs, type StaffVariables, startSession } from './staff-session.ts'
import { Tries } from './tries.ts'

const STEP_S = 30

type Deps = { readonly staff: Staff; readonly lines: Lines; readonly now: () => Instant }

export function signInRoutes({ staff, lines, now }: Deps) {
  const tries = new Tries(now)

  return new Hono<StaffVariables>()
    .post('/sign-in', async (c) => {
      const body = await readBody(c, SignIn)
      if (!body.ok) return body.response
      const { line, name, verifier, code } = body.value
      const key = `${line}/${name}`
      if (!tries.mayTry(key)) return c.json({ reason: 'too-many-tries' }, 429)
      const member = await staff.findByName(line, name)
      const step = member && isVerifier(member, verifier) ? stepOfCode(member, code, now()) : undefined
      // Name, passphrase and code answer the same: which of them was wrong is nobody's business.
      if (!member || step === undefined || !(await staff.useCode(line, member.kid, step)))
        return c.json({ reason: 'sign-in-refused' }, 403)
      tries.forget(key)
      await startSession(c, staff, member, now())
      return c.json(await me({ staff, lines }, member))
    })
    .post('/sign-out', async (c) => {
      await endSession(c, staff)
      return c.json({})
    })
    .get('/me', needs('desk.enter', staff, now), async (c) => c.json(await me({ staff, lines }, c.get('member'))))
}

export async function me(
  { staff, lines }: Pick<Deps, 'staff' | 'lines'>,
  member: StaffMember,
  identity = member.identity,
): Promise<Me> {
  const { line, name, role, kid } = member
  const settings = await lines.find(line)
  const of = { line, lineName: settings?.name ?? line, ...(settings?.rings ? { rings: true as const } : {}) }
  return { ...of, name, role, kid, identity, passkeys: (await staff.passkeys(line, kid)).length }
}

export const hashOfVerifier = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')

function isVerifier(member: StaffMember, verifier: string): boolean {
  return timingSafeEqual(Buffer.from(hashOfVerifier(verifier)), Buffer.from(member.verifierHash))
}

/** RFC 6238: the step whose code this is, one step of clock drift either way; `undefined` for a wrong code. */
function stepOfCode(member: StaffMember, code: string, now: Instant): number | undefined {
  const totp = new TOTP({ secret: Secret.fromBase32(member.totpSecret), period: STEP_S })
  const delta = totp.validate({ token: code, timestamp: now, window: 1 })
  return delta === null ? undefined : Math.floor(now / 1_000 / STEP_S) + delta
}
