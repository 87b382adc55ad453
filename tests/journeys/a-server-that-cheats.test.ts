import { readEnvelopeHeader } from '@houvast/sealed/envelope'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, test } from 'vitest'
import { type Pair, twoBrowsers } from '../call.ts'
import { answerQuestions, goOnDuty, signIn } from '../people.ts'
import { RunningServer } from '../running-server.ts'

type Entry = { seq: number; kind: string; body: string }

/** What comes to this page of the other side's signals is another than what they sealed. */
async function changeSignals(page: Page, change: (body: string) => string) {
  await page.routeWebSocket(/socket/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      const frame = JSON.parse(String(message)) as { type: string; entries?: Entry[] }
      for (const entry of frame.entries ?? []) {
        const header = entry.kind === 'envelope' ? readEnvelopeHeader(entry.body) : undefined
        if (header?.ok && header.value.type === 'call') entry.body = change(entry.body)
      }
      socket.send(JSON.stringify(frame))
    })
  })
}

describe('a server that puts itself between two people', () => {
  let server: RunningServer
  let pair: Pair
  beforeEach(async () => {
    server = await RunningServer.start()
    pair = await twoBrowsers()
    await signIn(pair.professional, server.origin, 'Lotte', 'Praat met een psycholoog')
    await goOnDuty(pair.professional)
  })
  afterEach(async () => {
    await pair?.close()
    await server?.stop()
  })

  test('[Z3] changes what one side says of its certificate: no talk comes of it, and that is told', async () => {
    const { seeker, professional } = pair
    // A letter in the middle: where the fingerprints lie, sealed.
    await changeSignals(seeker, (body) => {
      const at = Math.floor(body.length / 2)
      return body.slice(0, at) + (body[at] === 'A' ? 'B' : 'A') + body.slice(at + 1)
    })
    await answerQuestions(seeker, server.origin)
    await professional.getByRole('button', { name: 'Neem op' }).click()
    await seeker.getByText('Er kwam iets toe dat niet van de andere kant is.').waitFor()
    await seeker.getByText('We zoeken verbinding').waitFor()
  })
})
