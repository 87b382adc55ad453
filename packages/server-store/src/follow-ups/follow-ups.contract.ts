import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConversation } from '@houvast/rules/conversation/open-conversation'
import { type Offer, pick } from '@houvast/rules/follow-up/book'
import { cancel } from '@houvast/rules/follow-up/cancel'
import { firstTalk } from '@houvast/rules/follow-up/follow-up'
import { beginPayment } from '@houvast/rules/follow-up/payment'
import { usualSettings } from '@houvast/rules/follow-up/settings'
import type { Side, Wish } from '@houvast/rules/follow-up/wishes'
import { ok, refused } from '@houvast/rules/result'
import { DAY_MS, HOUR_MS } from '@houvast/rules/time'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createConversations } from '../conversations/create-conversations.ts'
import { type Database, onLine } from '../database.ts'
import { type Keyring, openKeyring } from '../keyring/keyring.ts'
import { createLines } from '../lines/lines.ts'
import { createProfessionals } from '../professionals/professionals.ts'
import { createStaff } from '../staff/staff.ts'
import type { TestEngine } from '../test-engines.ts'
import { createFollowUpSettings } from './follow-up-settings.ts'
import { createFollowUps, type FollowUps } from './follow-ups.ts'
import { createTalkWishes, type TalkWishesStore } from './talk-wishes.ts'

const LINE = 'praten'
const NOW = 1_800_000_000_000
const KID = 'psychologist'
const yes: Wish = { says: 'yes', how: ['video'] }
const no: Wish = { says: 'no' }
const hour = (n: number) => ({ from: NOW + n * HOUR_MS, to: NOW + (n + 1) * HOUR_MS })
const offering = (...hours: number[]): Omit<Offer, 'taken'> => ({
  free: hours.map(hour),
  tariff: { kind: 'own', cents: 5_000 },
})

let count = 0
const next = (word: string) => `${word}-${++count}`

export function followUpsContract(engine: TestEngine) {
  describe(`follow-ups on ${engine.name}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'houvast-follow-ups-'))
    let database: Database
    let keyring: Keyring
    let followUps: FollowUps
    let wishes: TalkWishesStore

    beforeAll(async () => {
      database = await engine.open()
      keyring = openKeyring([folder], NOW)
      followUps = createFollowUps(database)
      wishes = createTalkWishes(database)
      for (const line of [LINE, 'other']) {
        await createLines(database).put(line, {
          name: line,
          hours: { kind: 'always' },
          talksMax: 1,
          retentionMs: DAY_MS,
        })
        for (const kid of [KID, 'colleague', 'volunteer'])
          await createStaff(database, keyring).enrol({
            ...{ line, kid, name: kid, role: 'helper' },
            ...{ verifierHash: 'hash', totpSecret: 'secret', identity: 'identity' },
          })
        for (const kid of [KID, 'colleague'])
          await createProfessionals(database).putProfile(line, kid, {
            ...{ title: 'clinical-psychologist', gender: 'woman', languages: ['nl'], themes: ['sleep'], about: '' },
            weekly: [],
          })
      }
    }, 60_000)
    afterAll(async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    })

    async function talkWith(kid: string, phase: 'active' | 'ended' = 'ended') {
      const id = next('talk')
      const conversations = createConversations(database, keyring)
      const state = openConversation({ seeker: 'seeker', duty: 'duty', commitHash: 'start' }, NOW)
      await conversations.open(
        {
          ...{ line: LINE, id, state, secretHash: `secret of ${id}`, placeTicket: id },
          start: { id: `start of ${id}`, kid: 'seeker', body: 'start', wraps: [] },
          intake: { id: `intake of ${id}`, kid: 'seeker', body: 'intake' },
        },
        NOW,
      )
      const members = [
        { kid: 'seeker', role: 'seeker' },
        { kid, role: 'helper' },
      ] as const
      await conversations.change(LINE, id, ({ log }) =>
        ok(
          phase === 'ended'
            ? { phase, at: NOW, by: 'seeker', log, members }
            : { phase, since: NOW, helper: kid, log, members },
        ),
      )
      return id
    }
    const says = (talk: string, side: Side, wish: Wish, kid?: string) =>
      wishes.say(LINE, talk, { side, wish, ...(kid ? { kid } : {}) }, NOW + 1)
    async function agreed(kid = KID) {
      const talk = await talkWith(kid)
      await says(talk, 'seeker', yes)
      await says(talk, 'professional', yes, kid)
      return talk
    }
    async function begun(kid = KID) {
      const one = { id: next('follow-up'), secretHash: next('hash') }
      await followUps.begin(LINE, await agreed(kid), one, NOW)
      return one
    }
    const pickIt = (one: { id: string; secretHash: string }, at: number, ...hours: number[]) =>
      followUps.change(
        LINE,
        one.id,
        one,
        (state, taken) => pick(state, hour(at).from, { ...offering(...hours), taken }, NOW),
        NOW,
      )

    test('[F1] both wishes are known to the server, each by whose it is', async () => {
      const talk = await talkWith(KID)
      await says(talk, 'seeker', yes)
      await says(talk, 'professional', no, KID)
      await says(talk, 'professional', yes, KID)

      expect((await wishes.of(LINE, talk))?.wishes).toEqual({ seeker: yes, professional: yes, endedAt: NOW })
    })

    test('[F1] of a talk that goes on, with a volunteer, with another, or that is not there, nothing is asked', async () => {
      const going = await talkWith(KID, 'active')
      const talk = await talkWith(KID)

      expect(await wishes.of(LINE, going)).toBeUndefined()
      expect(await says(going, 'seeker', yes)).toBeUndefined()
      expect(await wishes.of(LINE, await talkWith('volunteer'))).toBeUndefined()
      expect(await says(talk, 'professional', yes, 'colleague')).toBeUndefined()
      expect(await wishes.of('other', talk)).toBeUndefined()
      expect(await says('none', 'seeker', yes)).toBeUndefined()
    })

    test('[F19] a follow-up begins once, and the wishes are gone with it', async () => {
      const talk = await agreed()
      const one = { id: next('follow-up'), secretHash: 'hash' }
      const tries = await Promise.all(
        [one, one, { ...one, id: next('follow-up') }].map((each) => followUps.begin(LINE, talk, each, NOW)),
      )

      expect(tries.filter((each) => each === 'begun')).toHaveLength(1)
      expect((await wishes.of(LINE, talk))?.wishes).toEqual({ endedAt: NOW })
      expect(await followUps.begin(LINE, talk, { ...one, secretHash: 'another' }, NOW)).toBe('refused')
    })

    test('[F19] it does not begin when one said no, nothing, or the talk was erased', async () => {
      const talk = await talkWith(KID)
      const one = { id: next('follow-up'), secretHash: 'hash' }
      await says(talk, 'seeker', yes)
      expect(await followUps.begin(LINE, talk, one, NOW)).toBe('refused')
      await says(talk, 'professional', no, KID)
      expect(await followUps.begin(LINE, talk, one, NOW)).toBe('refused')

      const erased = await agreed()
      await createConversations(database, keyring).erase(LINE, erased)
      expect(await followUps.begin(LINE, erased, one, NOW)).toBe('refused')
      expect(await followUps.find(LINE, one.id, one)).toBeUndefined()
    })

    test('[F19] nothing of the talk stands in its row', async () => {
      const talk = await agreed()
      const one = { id: next('follow-up'), secretHash: 'hash' }
      await followUps.begin(LINE, talk, one, NOW)
      const rows = await onLine(database, LINE, (query) =>
        query.selectFrom('follow_up').selectAll().where('id', '=', one.id).execute(),
      )

      expect(rows).toHaveLength(1)
      expect(JSON.stringify(rows)).not.toContain(talk)
      expect(JSON.stringify(rows)).not.toContain(String(NOW))
    })

    test('[T1] «not there», «not yours» and «of another line» answer the same', async () => {
      const one = await begun()
      expect(await followUps.find(LINE, one.id, one)).toBeDefined()
      expect(await followUps.find(LINE, one.id, { kid: KID })).toBeDefined()
      for (const asker of [{ secretHash: 'guess' }, { kid: 'colleague' }, { payment: 'tr_1' }]) {
        expect(await followUps.find(LINE, one.id, asker)).toBeUndefined()
        expect(await followUps.change(LINE, one.id, asker, (state) => ok(state), NOW)).toBeUndefined()
      }
      expect(await followUps.find('other', one.id, one)).toBeUndefined()
      expect(await followUps.find(LINE, 'none', one)).toBeUndefined()
    })

    test('[F6] of ten who want the same moment exactly one gets it', async () => {
      const all = await Promise.all(Array.from({ length: 10 }, () => begun()))
      const results = await Promise.all(all.map((one) => pickIt(one, 100, 100)))

      expect(results.filter((result) => result?.ok)).toHaveLength(1)
      expect(new Set(results.map((result) => (result?.ok ? 'booked' : result?.why.reason)))).toEqual(
        new Set(['booked', 'taken']),
      )
      expect(await followUps.taken(LINE, KID)).toEqual([{ ...hour(100), kind: 'follow-up' }])
    })

    test('[F6] of moments that overlap without beginning together, one is had', async () => {
      const all = await Promise.all(Array.from({ length: 8 }, () => begun()))
      const results = await Promise.all(all.map((one, at) => pickIt(one, 150 + at / 10, 150 + at / 10)))

      expect(results.filter((result) => result?.ok)).toHaveLength(1)
    })

    test('[F6] of another professional the same moment is free, and what is cancelled is free again', async () => {
      const [mine, theirs, later] = [await begun(), await begun('colleague'), await begun()]
      expect((await pickIt(mine, 200, 200))?.ok).toBe(true)
      expect((await pickIt(theirs, 200, 200))?.ok).toBe(true)
      expect((await pickIt(later, 200, 200))?.ok).toBe(false)

      await followUps.change(LINE, mine.id, mine, (state) => cancel(state, 'seeker', NOW), NOW)

      expect((await pickIt(later, 200, 200))?.ok).toBe(true)
    })

    test('[F6] the database itself refuses a moment twice, whatever a rule says', async () => {
      const [one, other] = [await begun(), await begun()]
      const blindly = (asker: typeof one) =>
        followUps.change(
          LINE,
          asker.id,
          asker,
          (state) => pick(state, hour(300).from, { ...offering(300), taken: [] }, NOW),
          NOW,
        )

      expect((await blindly(one))?.ok).toBe(true)
      expect(await blindly(other)).toEqual({ ok: false, why: { reason: 'taken' } })
    })

    test('[F7] what a rule refuses changes nothing', async () => {
      const one = await begun()
      await pickIt(one, 400, 400)
      const before = await followUps.find(LINE, one.id, one)

      expect(await followUps.change(LINE, one.id, one, () => refused({ reason: 'no' }), NOW)).toMatchObject({
        ok: false,
      })
      expect(await followUps.find(LINE, one.id, one)).toEqual(before)
    })

    test('[F18] a first talk is booked at once, for work that is done for it', async () => {
      const one = { id: next('first'), secretHash: 'hash', kid: KID, work: next('work') }
      const book = (change: Partial<typeof one>) =>
        followUps.openFirst(
          LINE,
          { ...one, ...change },
          (taken) => pick(firstTalk, hour(500).from, { ...offering(500), taken }, NOW),
          NOW,
        )

      expect(await book({})).toMatchObject({ ok: true, value: { phase: 'booked', kind: 'first-talk' } })
      expect(await book({})).toMatchObject({ ok: true, value: { phase: 'booked' } })
      expect(await book({ secretHash: 'another' })).toBeUndefined()
      expect(await book({ id: next('first'), work: next('work') })).toEqual({ ok: false, why: { reason: 'taken' } })
      expect(
        await followUps.openFirst(
          LINE,
          { ...one, id: next('first') },
          (taken) => pick(firstTalk, hour(510).from, { ...offering(510), taken }, NOW),
          NOW,
        ),
      ).toBeUndefined()
    })

    test('[F15] is found by its payment, on its own line only', async () => {
      const one = await begun()
      await pickIt(one, 600, 600)
      const pays = await followUps.change<{ readonly reason: string }>(
        LINE,
        one.id,
        one,
        (state) => {
          if (state.phase !== 'booked') return refused({ reason: 'not-booked' } as const)
          const payment = beginPayment(state.payment, { by: 'online', reference: 'tr_600' })
          return payment.ok ? ok({ ...state, payment: payment.value }) : payment
        },
        NOW,
        { payment: 'tr_600' },
      )

      expect(pays).toMatchObject({ ok: true, value: { payment: 'tr_600' } })
      expect((await followUps.findPayment(LINE, 'tr_600'))?.id).toBe(one.id)
      expect(await followUps.findPayment('other', 'tr_600')).toBeUndefined()
      expect(await followUps.find(LINE, one.id, { payment: 'tr_600' })).toBeDefined()
      expect((await followUps.unsettled(LINE)).map(({ id }) => id)).toEqual([one.id])
      expect(await followUps.unsettled('other')).toEqual([])
    })

    test('[F7] the professional’s own calendar is told of each change once', async () => {
      const one = await begun('colleague')
      expect((await followUps.unwritten(LINE, 'colleague')).map(({ id }) => id)).not.toContain(one.id)
      await pickIt(one, 700, 700)
      expect((await followUps.unwritten(LINE, 'colleague')).map(({ id }) => id)).toContain(one.id)
      await followUps.written(LINE, one.id, 0, '"etag"')
      expect((await followUps.unwritten(LINE, 'colleague')).map(({ id }) => id)).not.toContain(one.id)
      expect((await followUps.find(LINE, one.id, one))?.etag).toBe('"etag"')
      await pickIt(one, 710, 710)
      expect((await followUps.unwritten(LINE, 'colleague')).map(({ id }) => id)).toContain(one.id)
    })

    test('[F17] what is over long enough is gone, and nothing else', async () => {
      const [early, late] = [await begun(), await begun()]
      await pickIt(early, 800, 800)
      await pickIt(late, 8_000, 8_000)
      await followUps.clearOld(LINE, hour(801).to + 31 * DAY_MS)

      expect(await followUps.find(LINE, early.id, early)).toBeUndefined()
      expect(await followUps.find(LINE, late.id, late)).toBeDefined()
    })

    test('[A7] settings are the usual ones until the professional says so', async () => {
      const settings = createFollowUpSettings(database, keyring)
      expect(await settings.find(LINE, KID)).toEqual(usualSettings)
      await settings.put(LINE, KID, { ...usualSettings, tariff: { kind: 'own', cents: 6_000 } })

      expect(await settings.find(LINE, KID)).toMatchObject({ tariff: { cents: 6_000 } })
      expect(await settings.find(LINE, 'colleague')).toEqual(usualSettings)
      expect(await settings.find('other', KID)).toEqual(usualSettings)
    })

    test('[F21] the password of a calendar lies sealed, and is forgotten when it is taken away', async () => {
      const settings = createFollowUpSettings(database, keyring)
      const access = { url: 'https://cal.example/me/', username: 'canary-name', password: 'canary-password' }
      await settings.putCalendar(LINE, KID, access)
      const raw = await onLine(database, LINE, (query) => sql`select * from follow_up_settings`.execute(query))

      expect(await settings.calendar(LINE, KID)).toEqual(access)
      expect(await settings.calendar(LINE, 'colleague')).toBeUndefined()
      expect(await settings.withCalendar(LINE)).toEqual([KID])
      expect(JSON.stringify(raw.rows)).not.toContain('canary')
      expect(await settings.find(LINE, KID)).toMatchObject({ tariff: { cents: 6_000 } })

      await settings.noteProblem(LINE, KID, 'unreachable')
      expect(await settings.calendarState(LINE, KID)).toEqual({ isConnected: true, problem: 'unreachable' })
      await settings.putCalendar(LINE, KID, undefined)
      expect(await settings.calendarState(LINE, KID)).toEqual({ isConnected: false, problem: undefined })
    })
  })
}
