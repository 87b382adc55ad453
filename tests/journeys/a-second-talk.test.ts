import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { areConnected, pictureMoves } from '../call.ts'
import { answerQuestions, answerUpToTheLast, goOnDuty, signIn, talkNow } from '../people.ts'
import { twoInACall } from '../two-in-a-call.ts'

/** Whether this page holds on to a microphone or a camera: what the browser shows a red dot for. */
async function noteWhatIsOn(page: Page): Promise<() => Promise<boolean>> {
  await page.addInitScript(() => {
    const tracks: MediaStreamTrack[] = []
    Object.assign(window, { tracks })
    const devices = navigator.mediaDevices
    const get = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (constraints) => {
      const stream = await get(constraints)
      tracks.push(...stream.getTracks())
      return stream
    }
  })
  return () =>
    page.evaluate(() =>
      (window as never as { tracks: MediaStreamTrack[] }).tracks.some((one) => one.readyState === 'live'),
    )
}

describe('more than one talk from the same page', () => {
  const here = twoInACall()

  beforeAll(async () => {
    await signIn(here.pair.professional, here.server.origin, 'Lotte', 'Praat met een psycholoog')
    await goOnDuty(here.pair.professional)
  })

  async function talk() {
    const { seeker, professional } = here.pair
    await professional.getByRole('button', { name: 'Neem op' }).click()
    await areConnected(here.pair)
    for (const page of [seeker, professional]) await page.getByLabel('Getekend gezicht').check()
    await Promise.all([pictureMoves(seeker), pictureMoves(professional)])
  }

  test('[Z8] after one stopped looking, and after a talk: the microphone is let go of, and the next has sound and picture', async () => {
    const { seeker, professional } = here.pair
    const isOn = await noteWhatIsOn(seeker)
    const again = async () => {
      await expect.poll(isOn).toBe(false)
      await seeker.getByRole('button', { name: 'Nieuw gesprek' }).click()
      await answerUpToTheLast(seeker)
      await talkNow(seeker)
    }

    await answerQuestions(seeker, here.server.origin)
    await professional.getByText('Iemand wil met je praten').waitFor()
    await seeker.getByText('Je microfoon werkt.').waitFor()
    expect(await isOn()).toBe(true)
    await seeker.getByRole('button', { name: 'Stop met zoeken en wis alles' }).click()
    await professional.getByText('Er is nu geen oproep.').waitFor()

    await again()
    await talk()
    await professional.getByRole('button', { name: 'Rond het gesprek af' }).click()
    await seeker.getByText('Je gesprekspartner heeft het gesprek afgerond.').waitFor()

    await again()
    await talk()
  })
})
