/** The professional's own side of talks, and the coordinator's: who is recognised, the relays, the figures. */
import { PutProfile, Recognise } from '@houvast/protocol/talk-requests'
import { recompute } from '@houvast/rules/matching/match'
import type { Profile } from '@houvast/rules/matching/professional'
import { isRegisterNumber, recognisedUntil } from '@houvast/rules/matching/recognition'
import type { Instant } from '@houvast/rules/time'
import type { Conversations } from '@houvast/server-store/conversations/conversations'
import type { Professionals } from '@houvast/server-store/professionals/professionals'
import type { Rings } from '@houvast/server-store/professionals/rings'
import type { TalkFigures } from '@houvast/server-store/professionals/talk-figures'
import type { Staff } from '@houvast/server-store/staff/staff'
import { Hono } from 'hono'
import type { Relays } from '../../relays.ts'
import { readBody } from '../read-body.ts'
import { hostOf } from '../seeker/talk-routes.ts'
import { needs, type StaffVariables } from './staff-session.ts'

type Deps = {
  readonly conversations: Conversations
  readonly staff: Staff
  readonly professionals: Professionals
  readonly rings: Rings
  readonly figures: TalkFigures
  readonly relays: Relays
  readonly now: () => Instant
}

export function professionalRoutes({ conversations, staff, professionals, rings, figures, relays, now }: Deps) {
  return new Hono<StaffVariables>()
    .post('/relays', needs('desk.enter', staff, now), async (c) => {
      const { line, kid } = c.get('member')
      const isInTalk = (await conversations.ofMember(line, kid)).length > 0
      if (!isInTalk && !(await rings.of(line, kid, now()))) return c.json({ reason: 'not-rung' }, 409)
      return c.json({ relays: relays.accessFrom(hostOf(c)) })
    })

    .get('/profile', needs('desk.enter', staff, now), async (c) => {
      const { line, kid } = c.get('member')
      const own = await professionals.find(line, kid)
      return c.json({
        ...(own ? { profile: own.profile } : {}),
        ...(own?.recognition ? { recognition: own.recognition } : {}),
        weeks: await professionals.weeks(line, kid),
      })
    })

    .post('/profile', needs('desk.enter', staff, now), async (c) => {
      const body = await readBody(c, PutProfile)
      if (!body.ok) return body.response
      const { line, kid } = c.get('member')
      const before = await professionals.find(line, kid)
      await professionals.putProfile(line, kid, body.value.profile as Profile)
      // What was compared was another profession.
      if (before && before.profile.title !== body.value.profile.title)
        await professionals.recognise(line, kid, undefined)
      return c.json({})
    })

    .get('/professionals', needs('professionals.recognise', staff, now), async (c) =>
      c.json({ professionals: await professionals.all(c.get('member').line) }),
    )

    .post('/recognition', needs('professionals.recognise', staff, now), async (c) => {
      const body = await readBody(c, Recognise)
      if (!body.ok) return body.response
      const { line, name, kid: self } = c.get('member')
      const { kid, numbers } = body.value
      if (kid === self) return c.json({ reason: 'not-oneself' }, 403)
      if (numbers && !isRegisterNumber(numbers.commissionNumber)) return c.json({ reason: 'not-a-number' }, 400)
      const checkedAt = now()
      const recognition = numbers && { ...numbers, checkedBy: name, checkedAt, validUntil: recognisedUntil(checkedAt) }
      const done = await professionals.recognise(line, kid, recognition)
      return done ? c.json({}) : c.json({ reason: 'not-found' }, 404)
    })

    .get('/figures', needs('professionals.recognise', staff, now), async (c) => {
      const { line } = c.get('member')
      const checks = await relays.check()
      const decisions = await figures.decisions(line)
      return c.json({
        figures: await figures.totals(line),
        relays: checks.map(({ url, result }) => ({ url, ...result })),
        decisions: decisions.map(({ day, decision }) => ({
          ...{ day, tier: decision.tier, inTier: decision.inTier },
          isSameAgain: recompute(decision) === decision.chosenIndex,
        })),
      })
    })
}
