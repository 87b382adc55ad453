import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConversation } from '@houvast/rules/conversation/open-conversation'
import type { Profile } from '@houvast/rules/matching/professional'
import { ok } from '@houvast/rules/result'
import { MINUTE_MS } from '@houvast/rules/time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Conversations } from '../conversations/conversations.ts'
import { createConversations } from '../conversations/create-conversations.ts'
import type { Database } from '../database.ts'
import { openKeyring } from '../keyring/keyring.ts'
import { createLines } from '../lines/lines.ts'
import { createStaff } from '../staff/staff.ts'
import type { TestEngine } from '../test-engines.ts'
import { createProfessionals, type Professionals } from './professionals.ts'
import { createRings, type Rings } from './rings.ts'
import { createTalkFigures, type TalkFigures } from './talk-figures.ts'

const LINE = 'psycholoog'
const NOW = Date.UTC(2026, 10, 26, 19)
const UNTIL = NOW + 25_000
const RACES = 1_000
const profile: Profile = {
  ...{ title: 'clinical-psychologist', gender: 'woman', about: 'Ik luister.' },
  ...{ languages: ['nl'], themes: ['worry'], weekly: [] },
}
const numbers = { commissionNumber: '000000000', checkedBy: 'Noor', checkedAt: NOW, validUntil: NOW + MINUTE_MS }

let count = 0

export function professionalsContract(engine: TestEngine) {
  describe(`professionals and their rings, on ${engine.name}`, () => {
    let database: Database
    let folder: string
    let conversations: Conversations
    let professionals: Professionals
    let rings: Rings
    let figures: TalkFigures

    beforeAll(async () => {
      database = await engine.open()
      folder = mkdtempSync(join(tmpdir(), 'houvast-keyring-'))
      const keyring = openKeyring([folder], 0)
      conversations = createConversations(database, keyring)
      professionals = createProfessionals(database)
      rings = createRings(database)
      figures = createTalkFigures(database)
      await createLines(database).put(LINE, {
        ...{ name: 'Psychologen', hours: { kind: 'always' }, talksMax: 1, retentionMs: MINUTE_MS, rings: true },
      })
      const staff = createStaff(database, keyring)
      for (const kid of ['lotte', 'karim', 'veerle', 'an'])
        await staff.enrol({
          line: LINE,
          kid,
          name: kid,
          role: 'helper',
          verifierHash: '',
          totpSecret: 'x',
          identity: '',
        })
    }, 60_000)
    afterAll(async () => {
      await database.close()
      rmSync(folder, { recursive: true })
    })

    async function waiting(): Promise<string> {
      const id = `person-${++count}`
      await conversations.open(
        {
          ...{ line: LINE, id, secretHash: id, placeTicket: id },
          state: openConversation({ seeker: 'seeker', duty: 'duty', commitHash: 'start' }, NOW),
          start: { id: `start of ${id}`, kid: 'seeker', body: 'start', wraps: [] },
          intake: { id: `intake of ${id}`, kid: 'seeker', body: 'intake' },
        },
        NOW,
      )
      return id
    }
    const taken = (id: string, helper: string) =>
      conversations.change(LINE, id, ({ log }) =>
        ok({ phase: 'active', since: NOW, helper, log, members: [{ kid: helper, role: 'helper' }] }),
      )
    const claim = (id: string, kid: string, now = NOW) => rings.claim(LINE, id, kid, { now, until: now + 25_000 })

    test('[G8] somebody of the staff is a professional once they say who they are, and recognised once somebody checked it', async () => {
      expect(await professionals.recognise(LINE, 'lotte', numbers)).toBe(false)
      await professionals.putProfile(LINE, 'lotte', profile)
      expect(await professionals.find(LINE, 'lotte')).toMatchObject({ name: 'lotte', recognition: undefined })
      expect(await professionals.recognise(LINE, 'lotte', numbers)).toBe(true)
      await professionals.putProfile(LINE, 'lotte', { ...profile, about: 'Ik luister eerst.' })
      expect(await professionals.find(LINE, 'lotte')).toMatchObject({
        recognition: numbers,
        profile: { about: 'Ik luister eerst.' },
      })
      expect(await professionals.all('another-line')).toEqual([])
    })

    test(`[G9] of two people who want the same professional in the same moment, exactly one gets them, ${RACES} times over`, async () => {
      const one = await waiting()
      const other = await waiting()
      for (let race = 0; race < RACES; race++) {
        const now = NOW + race * 60_000
        const won = await Promise.all([claim(one, 'karim', now), claim(other, 'karim', now)])
        expect(won.filter(Boolean)).toHaveLength(1)
      }
    }, 120_000)

    test('[G9] a person has one ring going, and a professional who says yes has nobody else’s', async () => {
      const [one, other] = [await waiting(), await waiting()]
      expect(await claim(one, 'veerle')).toBe(true)
      expect(await claim(one, 'an')).toBe(false)
      expect(await rings.accept(LINE, one, 'veerle', UNTIL)).toBe(true)
      expect(await claim(other, 'veerle', NOW + 99 * MINUTE_MS)).toBe(false)
      expect(await rings.of(LINE, 'veerle', NOW + 99 * MINUTE_MS)).toMatchObject({
        conversation: one,
        isAccepted: true,
      })
      expect(await rings.decline(LINE, one, 'veerle', 'silent', UNTIL)).toBe(false)
      expect(await rings.withdraw(LINE, one)).toBeUndefined()
      await rings.release(LINE, one, UNTIL)
      expect(await claim(other, 'veerle')).toBe(true)
      await rings.withdraw(LINE, other)
    })

    test('[G9] a ring that ran out can be had by another, and no longer be accepted', async () => {
      const [one, other] = [await waiting(), await waiting()]
      await claim(one, 'an')
      expect(await rings.accept(LINE, one, 'an', UNTIL + 1)).toBe(false)
      expect(await claim(other, 'an', UNTIL + 1)).toBe(true)
      expect(await rings.for(LINE, one)).toBeUndefined()
      await rings.withdraw(LINE, other)
    })

    test('[G9] a yes that led to no talk is let go of, and one that did is kept', async () => {
      const [one, other] = [await waiting(), await waiting()]
      for (const [id, kid] of [[one, 'an'] as const, [other, 'lotte'] as const]) {
        await claim(id, kid)
        await rings.accept(LINE, id, kid, NOW)
      }
      await taken(other, 'lotte')
      expect(await rings.letGo(LINE, { acceptedBefore: NOW })).toEqual([])
      expect(await rings.letGo(LINE, { acceptedBefore: NOW + 1 })).toEqual([{ kid: 'an', conversation: one }])
      expect(await rings.letGo(LINE, { kid: 'lotte', conversation: other })).toEqual([])
      expect(await rings.of(LINE, 'an', NOW)).toBeUndefined()
      expect(await claim(one, 'an')).toBe(true)
      expect(await rings.letGo(LINE, { kid: 'an', conversation: one })).toEqual([])
      await rings.withdraw(LINE, one)
      await conversations.erase(LINE, other)
    })

    test('[G9] nobody is rung for who was taken, has left or is erased', async () => {
      const [one, other] = [await waiting(), await waiting()]
      await taken(one, 'karim')
      await conversations.erase(LINE, other)
      expect(await claim(one, 'an')).toBe(false)
      expect(await claim(other, 'an')).toBe(false)
      await conversations.erase(LINE, one)
    })

    test('[G1] who was handed a talk is not free, though nothing rang', async () => {
      await professionals.putProfile(LINE, 'veerle', profile)
      const isFree = async () => (await professionals.free(LINE, ['veerle'], NOW + 99 * MINUTE_MS)).length === 1
      expect(await isFree()).toBe(true)
      const one = await waiting()
      await taken(one, 'veerle')
      expect(await isFree()).toBe(false)
      await conversations.erase(LINE, one)
    })

    test('[G4] minutes of talks are counted by week, and who is rung or in a talk is not free', async () => {
      await professionals.putProfile(LINE, 'an', profile)
      const free = async () => (await professionals.free(LINE, ['an', 'lotte'], NOW)).map(({ kid }) => kid).toSorted()
      expect(await free()).toEqual(['an', 'lotte'])
      const one = await waiting()
      await claim(one, 'an')
      await rings.accept(LINE, one, 'an', NOW)
      expect(await free()).toEqual(['lotte'])
      expect(await rings.release(LINE, one, NOW + 12 * MINUTE_MS)).toEqual({ kid: 'an', minutes: 12 })
      expect((await professionals.free(LINE, ['an'], NOW))[0]?.load).toEqual({
        minutes: 12,
        lastTalkAt: NOW + 12 * MINUTE_MS,
      })
      expect((await professionals.weeks(LINE, 'an'))[0]).toMatchObject({ week: '2026-W48', minutes: 12, talks: 1 })
    })

    test('[G7] why somebody was chosen is known as long as it rings', async () => {
      const one = await waiting()
      await rings.claim(LINE, one, 'lotte', { now: NOW, until: UNTIL, reasons: ['language', 'theme'] })
      expect(await rings.of(LINE, 'lotte', NOW)).toMatchObject({ reasons: ['language', 'theme'] })
      expect(await rings.for(LINE, one)).toMatchObject({ kid: 'lotte', reasons: ['language', 'theme'] })
      await rings.withdraw(LINE, one)
    })

    test('[G6] who was asked before is known, and how often, until the conversation is erased', async () => {
      const one = await waiting()
      await claim(one, 'lotte')
      expect(await rings.decline(LINE, one, 'lotte', 'declined', NOW)).toBe(true)
      await claim(one, 'lotte')
      await rings.withdraw(LINE, one)
      expect(await rings.asked(LINE, one)).toEqual(['lotte', 'lotte'])
      await conversations.erase(LINE, one)
      expect(await rings.asked(LINE, one)).toEqual([])
    })

    test('[G10] figures are sums by day, and choices are kept without anybody in them', async () => {
      await figures.count(LINE, 'rings', 'declined', NOW)
      await figures.count(LINE, 'rings', 'declined', NOW)
      expect(await figures.totals(LINE)).toEqual([{ figure: 'rings', bucket: 'declined', count: 2 }])
      const decision = { rule: 1, excluded: {}, tier: 0, inTier: 1, finalists: [], chosenIndex: 0 } as const
      await figures.decided(LINE, { language: 'nl', theme: 'worry' }, decision, NOW)
      expect(await figures.decisions(LINE)).toEqual([
        { day: '2026-11-26', wishes: { language: 'nl', theme: 'worry' }, decision },
      ])
      await figures.forgetBefore(LINE, NOW + 48 * 60 * MINUTE_MS)
      expect(await figures.decisions(LINE)).toEqual([])
    })
  })
}
