/**
 * Who is signed in at the desk. The cookie holds the line and 32 random bytes; the database holds their hash. Staff
 * have the only cookie there is.
 */
import { createHash, randomBytes } from 'node:crypto'
import { LineId } from '@houvast/protocol/primitives'
import { may, type Permission } from '@houvast/rules/permission/permission'
import { HOUR_MS, type Instant } from '@houvast/rules/time'
import type { Staff, StaffMember } from '@houvast/server-store/staff/staff'
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as v from 'valibot'

/** A shift and its run-up. Nobody is signed out in the middle of a conversation: sockets outlive it. */
export const SESSION_MS = 14 * HOUR_MS
const COOKIE = '__Host-houvast-desk'
const cookieOptions = { httpOnly: true, secure: true, sameSite: 'Strict', path: '/' } as const

export type StaffVariables = { Variables: { member: StaffMember } }

export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('base64url')

export async function startSession(c: Context, staff: Staff, member: StaffMember, now: Instant) {
  const token = randomBytes(32).toString('base64url')
  await staff.startSession(member.line, member.kid, hashOfToken(token), now + SESSION_MS)
  setCookie(c, COOKIE, `${member.line}.${token}`, { ...cookieOptions, maxAge: SESSION_MS / 1_000 })
}

export async function endSession(c: Context, staff: Staff) {
  const { line, token } = readCookie(c)
  if (line && token) await staff.endSession(line, hashOfToken(token))
  deleteCookie(c, COOKIE, cookieOptions)
}

/** P1: a route of the desk names the permission it needs. «Not signed in» and «no longer» answer the same. */
export function needs(permission: Permission, staff: Staff, now: () => Instant): MiddlewareHandler<StaffVariables> {
  return async (c, next) => {
    const { line, token } = readCookie(c)
    const member = line && token ? await staff.sessionOf(line, hashOfToken(token), now()) : undefined
    if (!member) return c.json({ reason: 'not-signed-in' }, 401)
    if (!may(member.role, permission)) return c.json({ reason: 'not-allowed' }, 403)
    c.set('member', member)
    return next()
  }
}

function readCookie(c: Context) {
  const [line, token] = getCookie(c, COOKIE)?.split('.') ?? []
  return v.is(LineId, line) ? { line, token } : { line: undefined, token: undefined }
}
