import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { newDesktop, newPhone } from '../browser.ts'
import { addBackUp, isKept, open } from '../own-toolkit.ts'
import { serverAndBrowser } from '../server-and-browser.ts'

describe('my box', () => {
  const here = serverAndBrowser()
  let page: Page
  beforeAll(async () => {
    page = await (await newPhone(here.browser)).newPage()
    await open(page, `${here.server.origin}/houvast/box`)
  })

  const put = (name: string, mimeType: string, buffer: Buffer) =>
    page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer })

  test('[B2] a photo is made anew: nothing of place, time or camera is kept', async () => {
    await put('vakantie.jpg', 'image/jpeg', await jpegWith(page, 'Exif\0\0GPS kanarie 50.8798 4.7005'))
    await page.locator('.media--picture img').waitFor()
    await isKept(page)

    const kept = await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('houvast-media')
        opening.onsuccess = () => resolve(opening.result)
      })
      return new Promise<{ type: string; text: string }>((resolve) => {
        const asked = database.transaction('media').objectStore('media').getAll()
        asked.onsuccess = () => {
          const [one] = asked.result
          resolve({ type: one.type, text: new TextDecoder('latin1').decode(one.bytes) })
        }
      })
    })
    expect(kept.type).toBe('image/webp')
    expect(kept.text).not.toMatch(/Exif|GPS|kanarie/)
  })

  test('a file that is no picture gets a word that says what to do, and nothing is added', async () => {
    await put('brief.jpg', 'image/jpeg', Buffer.from('geen foto'))
    await page.getByText('Kies een andere foto.').waitFor()
    expect(await page.locator('.box > li').count()).toBe(1)
  })

  test('a recording is made on the device and can be heard again', async () => {
    await page.getByRole('button', { name: 'Neem iets op' }).click()
    await page.getByText('Er wordt opgenomen.').waitFor()
    await page.getByRole('button', { name: 'Stop met opnemen' }).click()
    await page.locator('audio').waitFor()
    await isKept(page)
    await page.reload()
    await page.locator('audio').waitFor()
  })

  test('a day to look forward to goes to the phone’s own calendar, and another library can read it', async () => {
    await page.getByRole('button', { name: 'Iets om naar uit te kijken' }).click()
    await page.getByLabel('Titel').first().fill('Concert in het park')
    await page.getByLabel('Welke dag?').fill('2027-07-04')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Zet in mijn agenda' }).click(),
    ])
    const calendar = new ICAL.Component(ICAL.parse(await textOf(download.createReadStream())))
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
    expect(event.summary).toBe('Concert in het park')
    expect(event.startDate.toString()).toBe('2027-07-04')
  })

  test('it can be looked at calmly, one thing after the other', async () => {
    await page.getByRole('button', { name: 'Bekijk rustig' }).click()
    await page.getByRole('heading', { name: 'Concert in het park' }).waitFor()
    await page.getByRole('button', { name: 'Volgende' }).click()
    await page.getByRole('heading', { name: 'Opname' }).waitFor()
    await page.getByRole('button', { name: 'Stoppen' }).click()
    await page.getByRole('heading', { name: 'Mijn BackUp Box' }).waitFor()
  })
})

describe('my text for a bad moment', () => {
  const here = serverAndBrowser()

  test('[M1, M2, M5] opens the composer for one person, can be copied and scanned, and is never called sent', async () => {
    const context = await newDesktop(here.browser, { permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    await addBackUp(page, here.server.origin, 'An', '0470 12 34 56')
    await open(page, `${here.server.origin}/houvast/nood-sms`)
    await page.getByLabel('Jouw bericht').fill('Kan je komen? 👋 & snel')
    await isKept(page)

    const address = await page.getByRole('link', { name: 'Sms An' }).getAttribute('href')
    expect(address).toBe(`sms:+32470123456?body=${encodeURIComponent('Kan je komen? 👋 & snel')}`)
    await page.getByRole('button', { name: 'Kopieer' }).click()
    await page.getByText('Gekopieerd').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Kan je komen? 👋 & snel')
    await page.getByRole('button', { name: 'Toon als code' }).click()
    await page.getByRole('img', { name: 'Code om te scannen' }).waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/verzonden|is verstuurd/i)
    await context.close()
  })

  test('[M3] where I am is asked at the moment itself, and is nowhere on the disk', async () => {
    const position = { latitude: 50.87984, longitude: 4.70052, accuracy: 12 }
    const context = await newPhone(here.browser, { geolocation: position, permissions: ['geolocation'] })
    const page = await context.newPage()
    await addBackUp(page, here.server.origin, 'An', '0470 12 34 56')
    await open(page, `${here.server.origin}/houvast/nood-sms`)
    await page.getByText('Voor wie, en met plaats of zonder').click()
    await page.getByLabel('Vraag op het moment zelf of mijn plaats erbij mag').check()
    const sms = () => page.getByRole('link', { name: 'Sms An' }).getAttribute('href')
    expect(decodeURIComponent((await sms()) ?? '')).not.toContain('50.87')
    await page.getByRole('button', { name: 'Zet erbij waar ik ben' }).click()
    await page.getByText('tot op 12 meter').waitFor()
    expect(decodeURIComponent((await sms()) ?? '')).toContain('mlat=50.87984&mlon=4.70052')

    await page.reload()
    await page.getByLabel('Jouw bericht').waitFor()
    expect(decodeURIComponent((await sms()) ?? '')).not.toContain('50.87')
    await context.close()
  })
})

/** A real photo, with a piece in it as cameras write them (APP1, Exif 2.32). */
async function jpegWith(page: Page, words: string): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 64
    canvas.height = 48
    const context = canvas.getContext('2d')
    if (context) context.fillStyle = 'teal'
    context?.fillRect(0, 0, 64, 48)
    const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/jpeg'))
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))]
  })
  const photo = Buffer.from(bytes)
  const text = Buffer.from(words)
  const head = Buffer.from([0xff, 0xe1, 0, text.length + 2])
  return Buffer.concat([photo.subarray(0, 2), head, text, photo.subarray(2)])
}

async function textOf(stream: Promise<AsyncIterable<Buffer>>): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of await stream) parts.push(part)
  return Buffer.concat(parts).toString()
}
