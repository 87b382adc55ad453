/** For the tests of one file: a relay of their own, a server whose talks go through it, and two browsers in front of it. */
import { afterAll, beforeAll } from 'vitest'
import { type OwnRelay, openOwnRelay, type Pair, serverWith, twoBrowsers } from './call.ts'
import type { RunningServer } from './running-server.ts'

export type TwoInACall = { readonly relay: OwnRelay; readonly server: RunningServer; readonly pair: Pair }

export function twoInACall(): TwoInACall {
  const here: { -readonly [Name in keyof TwoInACall]?: TwoInACall[Name] } = {}
  beforeAll(async () => {
    here.relay = await openOwnRelay()
    here.server = await serverWith([here.relay])
    here.pair = await twoBrowsers()
  })
  afterAll(async () => {
    await here.pair?.close()
    await here.server?.stop()
    await here.relay?.relay.close()
  })
  return here as TwoInACall
}
