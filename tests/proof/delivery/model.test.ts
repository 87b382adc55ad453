import { createTalk, newId, value } from '@houvast/sealed/testing/helpline'
import { describe, expect, test, vi } from 'vitest'
import { checkHistory } from './check-history.ts'
import { newWriter } from './devices.ts'
import {
  acknowledgesBeforeCommit,
  losesWhatWasNotFlushed,
  neverCatchesUp,
  storesOutOfOrder,
  storesRetriesTwice,
} from './faulty-servers.ts'
import { runCourse, type Variant } from './model.ts'

/** `MODEL_SEED=<seed> MODEL_COURSES=1` runs one course again. */
const FIRST = Number(process.env.MODEL_SEED ?? 1)
const COURSES = Number(process.env.MODEL_COURSES ?? 60)

describe('in a world where everything goes wrong', () => {
  test('[R2, R3, R4, R5, R8, R9] no message is lost, doubled or reordered', async () => {
    let messages = 0
    let faults = 0
    for (let seed = FIRST; seed < FIRST + COURSES; seed++) {
      const course = await runCourse(vi, seed)
      expect({ seed, wrong: course.wrong }).toEqual({ seed, wrong: [] })
      messages += course.messages
      faults += course.faults
    }
    console.info(`${COURSES} courses from seed ${FIRST}: ${messages} messages, ${faults} faults, none wrong`)
    expect(messages).toBeGreaterThan(COURSES * 20)
  })

  test('a course that failed can be had again: the same seed goes the same way', async () => {
    const once = await runCourse(vi, 7)
    expect((await runCourse(vi, 7)).trace).toBe(once.trace)
    expect((await runCourse(vi, 8)).trace).not.toBe(once.trace)
  })
})

describe('the check finds a server that', () => {
  test.each<[string, () => Variant, RegExp]>([
    ['acknowledges before it commits', acknowledgesBeforeCommit, /^lost after acknowledgement/],
    ['acknowledges what is not flushed', losesWhatWasNotFlushed, /^lost after acknowledgement|^hole|^screen|^broken/],
    ['does not catch anybody up', neverCatchesUp, /^screen: .* when all has come/],
    ['stores a retry as another message', storesRetriesTwice, /^unheard: .* replayed|^doubled/],
    ['stores out of order', storesOutOfOrder, /^unheard|^reordered/],
  ])('%s', async (_, variant, sign) => {
    for (let seed = 1; seed <= 25; seed++) {
      const { wrong } = await runCourse(vi, seed, variant())
      if (wrong.some((one) => sign.test(one))) return
    }
    expect.fail('Twenty-five courses went well with a faulty server.')
  })

  test('takes something of a helper after they left', async () => {
    const { seeker, helper, colleague, hanne, keys, log, seekerReader } = await createTalk()
    const late = value(await helper.seal({ ...helper.position(), type: 'say', text: 'te laat', id: newId() }))
    const handOver = value(await helper.handOverTo(colleague.member, 'with'))
    log.add('commit', handOver.commit, handOver.wraps)
    await seeker.catchUp()
    const check = async () => {
      const reading = await seekerReader().catchUp()
      const writers = [newWriter(keys.kid), newWriter(hanne.identity.kid)]
      const rows = log.rows.map(({ seq, kind, body }) => ({ seq, kind, body }))
      return checkHistory({ writers, screens: [], log: rows, reading })
    }
    expect(await check()).toEqual([])
    log.add('envelope', late.envelope)
    expect(await check()).toContain(`after leaving: place 5 is of ${hanne.identity.kid}`)
  })
})
