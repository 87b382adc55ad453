import { afterAll, beforeAll, describe, test } from 'vitest'
import { handsOn, type OtherPage, otherEngines } from '../other-engines.ts'
import { RunningServer } from '../running-server.ts'

/** Skipped where the machine has no such browser: it cannot come from npm. */
describe.each(otherEngines)('my toolkit in $name', (engine) => {
  let server: RunningServer
  let page: OtherPage
  beforeAll(async () => {
    if (!engine.isHere) return
    server = await RunningServer.start()
    page = await engine.start()
  })
  afterAll(async () => {
    await page?.close()
    await server?.stop()
  })

  const { until, sees, press, type } = handsOn(() => page)

  test.runIf(engine.isHere)('[V9] what is written in the plan is there again after a reload', async () => {
    await page.go(`${server.origin}/houvast/plan/alone`)
    await press('Schrijf iets op')
    await type('textarea', 'wandelen met Blackie')
    await sees('Bewaard op dit toestel')
    await page.go(`${server.origin}/houvast/plan`)
    await sees('wandelen met Blackie')
  })

  test.runIf(engine.isHere)('[K4, K5] twelve words are made, and a copy that only they open', async () => {
    await page.go(`${server.origin}/houvast/bewaren`)
    await press('Maak mijn twaalf woorden')
    await until(`return document.querySelectorAll('.own-words li').length === 12`)
    await press('Ik heb ze opgeschreven')
    await sees('Je hebt twaalf woorden gemaakt')
    await press('Maak een kopie')
    await sees('De kopie is bijgewerkt')
  })

  test.runIf(engine.isHere)('[K1] the lock closes and opens, with the numbers in front of it', async () => {
    await type('#pin', 'blauwe deur')
    await type('#pin-nog-eens', 'blauwe deur')
    await press('Zet het slot erop')
    await sees('Klaar. Het slot staat erop.')
    await page.go(`${server.origin}/mijn-crisis`)
    await sees('Je plan is op slot')
    await until(`return document.querySelector('a[href="tel:1813"]') !== null`)
    await page.go(`${server.origin}/houvast/plan`)
    await sees('Op slot')
    await type('#slot', 'blauwe deur')
    await press('Open')
    await sees('wandelen met Blackie')
  })
})
