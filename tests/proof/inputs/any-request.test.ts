/** 100,000 odd requests, straight at the router of a real server: none of them may trouble it. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { makeDutyKey } from '@houvast/sealed/duty-key'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askOf } from '../../wire/ask.ts'
import { goOnDuty, type Helper, helperHello, openDuty, signInHelper } from '../../wire/helper.ts'
import { openPolled } from '../../wire/link.ts'
import { startSeeker, value } from '../../wire/seeker.ts'
import { type ServerHere, serverHere } from '../../wire/server-here.ts'
import { talkOfTwo, WORDS } from '../../wire/talk.ts'
import { chanceFrom } from './chance.ts'
import { bugsIn, whyNotCalm } from './must-be-calm.ts'
import { type Known, oddRequest, routesOf } from './requests.ts'

const HOW_MANY = 100_000
const AT_ONCE = 40
const MEGABYTE = 1024 * 1024

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heapInUse = () => {
  collect()
  return process.memoryUsage().heapUsed / MEGABYTE
}

describe('whatever is asked', () => {
  let here: ServerHere
  let known: Known
  let mila: Helper
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

  beforeAll(async () => {
    here = await serverHere()
    const { ask } = here
    mila = await signInHelper(ask, 'awel', 'Mila')
    const noor = await signInHelper(ask, 'tele-onthaal', 'Noor')
    const joris = await signInHelper(ask, 'tele-onthaal', 'Joris')
    const link = await openPolled(ask, 'desk')
    await helperHello(ask, link, joris)
    const { book, duty } = await goOnDuty(ask, link, joris)
    const seeker = await startSeeker(ask, 'tele-onthaal')
    const at = Date.now()
    const made = await makeDutyKey({ book, maker: noor.identity, at, validUntil: at + 60_000, previous: duty })
    const published = (await ask('/api/lines/tele-onthaal/keys')).json() as { keyBook: string[] }
    known = {
      seeker,
      cookies: [noor.cookie, joris.cookie],
      dutyKey: value(made),
      keyBookEntry: published.keyBook.at(-1) ?? '',
    }
    await openDuty(ask, mila)
    link.close()
  })
  afterAll(() => here?.close())

  async function tryMany(howMany: number, chance = chanceFrom(seed)) {
    const routes = routesOf(here.server.app)
    const statuses = new Map<number, number>()
    const problems = new Map<string, string>()
    for (let done = 0; done < howMany; done += AT_ONCE) {
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          const { path, asking } = oddRequest(routes, known, chance)
          const answer = await here.ask(path, asking)
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
          const why = whyNotCalm(answer)
          if (why) problems.set(`${asking.method} ${path.slice(0, 30)}: ${why}`, JSON.stringify(asking).slice(0, 300))
        }),
      )
    }
    return { problems, statuses }
  }

  test(`${HOW_MANY} odd requests get a calm answer (seed ${seed})`, async () => {
    const before = await tryMany(HOW_MANY / 8)
    const heapBefore = heapInUse()
    const after = await tryMany((HOW_MANY * 7) / 8, chanceFrom(seed + 1))

    expect([...before.problems, ...after.problems].slice(0, 20)).toEqual([])
    expect(bugsIn(here.logged)).toEqual([])
    // All the answers there are to be had were had, so the requests did get in.
    expect([...after.statuses.keys()].toSorted()).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 413]))
    expect(heapInUse() - heapBefore).toBeLessThan(60)
  })

  test('and after it two people talk as ever', async () => {
    const origin = await here.listen()
    const { ofSeeker, ofHelper } = await talkOfTwo({ origin, ask: askOf(origin) }, mila)

    expect(ofSeeker).toEqual(WORDS)
    expect(ofHelper).toEqual(WORDS)
  })
})
