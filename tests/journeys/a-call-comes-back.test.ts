import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accessFor,
  areConnected,
  callEachOther,
  type OwnRelay,
  openOwnRelay,
  type Pair,
  pictureMoves,
  serverWith,
  twoBrowsers,
} from '../call.ts'
import { unlock, write } from '../people.ts'
import type { RunningServer } from '../running-server.ts'

describe('a call whose way is lost', () => {
  let relays: [OwnRelay, OwnRelay]
  let server: RunningServer
  let pair: Pair

  beforeAll(async () => {
    relays = [await openOwnRelay(), await openOwnRelay()]
    server = await serverWith(relays)
    pair = await twoBrowsers()
    await callEachOther(pair, server.origin)
    await pair.professional.getByLabel('Camera').check()
    await pair.seeker.getByLabel('Vaag').check()
    await pictureMoves(pair.seeker)
    await pictureMoves(pair.professional)
  })
  afterAll(async () => {
    await pair?.close()
    await server?.stop()
    for (const { relay } of relays ?? []) await relay.close()
  })

  /** More frames than could have been under way still. */
  const goesOn = async () => {
    await pictureMoves(pair.seeker, 60)
    await pictureMoves(pair.professional, 60)
    await areConnected(pair)
  }

  test('[Z5] comes back by itself after a change of network, when all that was allocated is gone', async () => {
    for (const { relay } of relays) await relay.cut()
    await goesOn()
  })

  test('[Z5] the same connection finds another way when what let it into the relays has run out meanwhile', async () => {
    const { seeker, professional } = pair
    for (const page of [seeker, professional])
      await page.route('**/relays', async (route) => {
        const response = await route.fetch()
        const { relays: given } = (await response.json()) as { relays: { urls: string[] }[] }
        await route.fulfill({ json: { relays: given.map(({ urls }) => ({ urls, ...accessFor(3) })) } })
      })
    await seeker.reload()
    await seeker.getByRole('button', { name: 'Ga terug naar het gesprek' }).click()
    await areConnected(pair)
    await seeker.getByLabel('Vaag').check()
    await goesOn()
    const words = await seeker.getByText(/Vier woorden/).textContent()
    // Until the relay would not take it any more.
    const [until] = accessFor(3).username.split(':')
    await expect.poll(() => Date.now() / 1_000 > Number(until), { timeout: 10_000 }).toBe(true)
    for (const { relay } of relays) await relay.cut()
    await goesOn()
    expect(await seeker.getByText(/Vier woorden/).textContent()).toBe(words)
    for (const page of [seeker, professional]) await page.unroute('**/relays')
  })

  test('[Z5] goes on over the second relay when the first is dead, whichever it went through', async () => {
    for (const { relay } of relays) {
      await relay.impair({ silent: true })
      await goesOn()
      await relay.impair(undefined)
    }
  })

  test('[Z5] text goes on while there is no way at all, and the call comes back with it', async () => {
    for (const { relay } of relays) await relay.impair({ silent: true })
    await pair.seeker.getByText('De verbinding is even weg.').waitFor()
    await write(pair.seeker, 'ik hoor je niet meer')
    await pair.professional.locator('.bubble', { hasText: 'ik hoor je niet meer' }).waitFor()
    for (const { relay } of relays) await relay.impair(undefined)
    await areConnected(pair)
    await pictureMoves(pair.seeker)
  })

  test('[Z6] a connection that cannot carry a picture carries the voice; one tap brings the picture back', async () => {
    const { seeker } = pair
    for (const { relay } of relays) await relay.impair({ drop: 0.35 })
    await seeker.getByText('Je beeld staat uit, zodat jullie elkaar beter horen.').waitFor()
    expect(await seeker.getByLabel('Geen').isChecked()).toBe(true)
    for (const { relay } of relays) await relay.impair(undefined)
    await areConnected(pair)
    await seeker.getByRole('button', { name: 'Toon mijn beeld weer' }).click()
    await pictureMoves(pair.professional)
    await pair.professional.getByLabel('Camera').check()
    await pictureMoves(seeker)
  })

  test('[Z8] who loads the page again comes back into the same talk, on either side', async () => {
    await pair.seeker.reload()
    await pair.seeker.getByRole('button', { name: 'Ga terug naar het gesprek' }).click()
    await areConnected(pair)
    await pictureMoves(pair.seeker)

    await pair.professional.reload()
    await unlock(pair.professional, 'een tuin vol wilde munt')
    await pair.professional.getByRole('navigation').getByRole('button', { name: 'Iemand' }).click()
    await pair.professional.getByRole('button', { name: 'Ga verder met beeld en geluid' }).click()
    await areConnected(pair)
    await pair.professional.getByLabel('Getekend gezicht').check()
    await pictureMoves(pair.seeker)
  })
})
