/**
 * Passkeys (WebAuthn): as a way to sign in, and through their PRF extension as what opens the keys on the device. The
 * server keeps the public key and the identity wrapped under the passkey's secret, which it never sees.
 */
import { AddPasskey, PasskeySignIn } from '@houvast/protocol/desk-requests'
import type { Instant } from '@houvast/rules/time'
import type { Lines } from '@houvast/server-store/lines/lines'
import type { Passkey, Staff } from '@houvast/server-store/staff/staff'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Context, Hono } from 'hono'
import type { Tickets } from '../../tickets.ts'
import { readBody } from '../read-body.ts'
import { me } from './sign-in-routes.ts'
import { needs, type StaffVariables, startSession } from './staff-session.ts'

type Deps = {
  readonly staff: Staff
  readonly lines: Lines
  readonly tickets: Tickets
  readonly now: () => Instant
}

export function passkeyRoutes({ staff, lines, tickets, now }: Deps) {
  return new Hono<StaffVariables>()
    .post('/passkeys/options', needs('passkey.add', staff, now), async (c) => {
      const { line, kid, name } = c.get('member')
      const options = await generateRegistrationOptions({
        rpName: 'Houvast',
        rpID: siteOf(c).host,
        userID: new TextEncoder().encode(handleOf(line, kid)),
        userName: `${name} (${line})`,
        attestationType: 'none',
        excludeCredentials: (await staff.passkeys(line, kid)).map(({ id }) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      const proof = tickets.issue({ role: 'passkey-adding', line, kid, challenge: options.challenge })
      return c.json({ options, proof })
    })

    .post('/passkeys', needs('passkey.add', staff, now), async (c) => {
      const body = await readBody(c, AddPasskey)
      if (!body.ok) return body.response
      const { line, kid } = c.get('member')
      const pass = tickets.redeem(body.value.proof, 'passkey-adding')
      if (!pass || pass.line !== line || pass.kid !== kid) return c.json({ reason: 'passkey-refused' }, 403)
      const { origin, host } = siteOf(c)
      const result = await verified(() =>
        verifyRegistrationResponse({
          response: body.value.credential as unknown as Parameters<typeof verifyRegistrationResponse>[0]['response'],
          expectedChallenge: pass.challenge,
          expectedOrigin: origin,
          expectedRPID: host,
        }),
      )
      if (!result?.verified) return c.json({ reason: 'passkey-refused' }, 403)
      const { id, publicKey, counter, transports = [] } = result.registrationInfo.credential
      const passkey: Passkey = {
        ...{ id, kid, counter, transports, identity: body.value.identity },
        publicKey: Buffer.from(publicKey).toString('base64url'),
      }
      const isNew = await staff.addPasskey(line, passkey)
      return isNew ? c.json({}, 201) : c.json({ reason: 'passkey-refused' }, 403)
    })

    .post('/passkey/options', async (c) => {
      const options = await generateAuthenticationOptions({ rpID: siteOf(c).host, userVerification: 'required' })
      return c.json({ options, proof: tickets.issue({ role: 'passkey-sign-in', challenge: options.challenge }) })
    })

    .post('/passkey', async (c) => {
      const body = await readBody(c, PasskeySignIn)
      if (!body.ok) return body.response
      const { proof, credential } = body.value
      const pass = tickets.redeem(proof, 'passkey-sign-in')
      const found = pass && (await findPasskey(staff, credential))
      if (!pass || !found) return c.json({ reason: 'sign-in-refused' }, 403)
      const { origin, host } = siteOf(c)
      const { member, passkey } = found
      const result = await verified(() =>
        verifyAuthenticationResponse({
          response: credential as unknown as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
          expectedChallenge: pass.challenge,
          expectedOrigin: origin,
          expectedRPID: host,
          requireUserVerification: true,
          credential: {
            id: passkey.id,
            publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
            counter: passkey.counter,
          },
        }),
      )
      if (!result?.verified) return c.json({ reason: 'sign-in-refused' }, 403)
      await staff.setPasskeyCounter(member.line, passkey.id, result.authenticationInfo.newCounter)
      await startSession(c, staff, member, now())
      return c.json(await me({ staff, lines }, member, passkey.identity))
    })
}

/** The site a passkey is bound to: that of the page, whose origin was checked before. */
function siteOf(c: Context) {
  const origin = c.req.header('origin') ?? ''
  return { origin, host: new URL(origin).hostname }
}

const handleOf = (line: string, kid: string) => `${line}/${kid}`

/** The library throws when it says no; here that is a no like any other. */
async function verified<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify()
  } catch {
    return undefined
  }
}

/** Whose passkey this says to be: line and person stand in the handle that the authenticator keeps. */
async function findPasskey(staff: Staff, credential: { readonly id: string; readonly response?: unknown }) {
  const handle = (credential.response as { userHandle?: unknown } | undefined)?.userHandle
  if (typeof handle !== 'string' || handle.length > 200) return undefined
  const [line, kid] = Buffer.from(handle, 'base64url').toString().split('/')
  if (!line || !kid || !/^[a-z0-9-]{1,40}$/.test(line) || !/^[A-Za-z0-9_-]{11}$/.test(kid)) return undefined
  const member = await staff.find(line, kid)
  const passkey = (await staff.passkeys(line, kid)).find(({ id }) => id === credential.id)
  return member && passkey && { member, passkey }
}
