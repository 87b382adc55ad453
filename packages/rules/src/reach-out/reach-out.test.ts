import { describe, expect, test } from 'vitest'
import {
  addressOf,
  callAddress,
  mailAddress,
  platformOf,
  signalAddress,
  smsAddress,
  whatsappAddress,
} from './addresses.ts'
import { internationalNumber } from './contact.ts'
import { isFor, withPosition } from './distress-text.ts'

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 Version/18.4 Mobile/15E148 Safari/604.1'
const ipad = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15'
const pixel = 'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/143.0.0.0 Mobile Safari/537.36'
const samsung =
  'Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S911B) AppleWebKit/537.36 SamsungBrowser/26.0 Mobile Safari/537.36'
const androidFirefox = 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/143.0.0.0 Safari/537.36'
const linuxFirefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

const devices = [
  ['an iPhone', iphone, 5, 'ios'],
  ['an iPad that calls itself a Macintosh', ipad, 5, 'ios'],
  ['a Macintosh', ipad, 0, 'other'],
  ['a Pixel', pixel, 5, 'android'],
  ['a Samsung', samsung, 5, 'android'],
  ['Firefox on Android', androidFirefox, 5, 'android'],
  ['Windows with a touch screen', windows, 10, 'other'],
  ['Firefox on Linux', linuxFirefox, 0, 'other'],
] as const

const texts = [
  ['plain words', 'Ik heb je nodig. Kan je bellen?'],
  ['an emoji of several parts', 'kom je? 👩‍👧🏽 ❤️'],
  ['signs that mean something in an address', 'jij & ik + 100% #1 =? ; "ja" \'nee\''],
  ['several lines', 'Ik heb je nodig.\nKan je komen?\n\nTot zo'],
  ['Arabic, from right to left', 'أنا بحاجة إليك الآن'],
  ['accents', 'Ça ne va pas, à bientôt · één'],
] as const

/** What a phone's composer shows for an address: everything after `body=`, decoded. */
const bodyOf = (address: string | undefined) => decodeURIComponent(/body=(.*)$/.exec(address ?? '')?.[1] ?? '')

describe.each(devices)('a text message on %s', (_, userAgent, touchPoints, platform) => {
  test('[M2] the device is recognised', () => {
    expect(platformOf({ userAgent, touchPoints })).toBe(platform)
  })

  test.each(texts)('[M2] %s arrive letter for letter, for one person', (_, text) => {
    const address = smsAddress('0470 12 34 56', text, platform)
    const separator = platform === 'ios' ? '&' : '?'

    expect(address?.slice(0, 'sms:+32470123456'.length + 1)).toBe(`sms:+32470123456${separator}`)
    expect(bodyOf(address)).toBe(text)
    expect(address?.slice('sms:+32470123456'.length + 1)).not.toMatch(/[&?+#\s"]/)
  })
})

test('[M2] half a pair of an emoji is no reason to lose the message', () => {
  expect(bodyOf(smsAddress('0470123456', 'kom \ud83d', 'android'))).toBe('kom \ufffd')
})

describe('other ways', () => {
  test('[M2] WhatsApp takes number and text, Signal the number, mail three parts', () => {
    expect(whatsappAddress('+32 470 12 34 56', 'a & b')).toBe('https://wa.me/32470123456?text=a%20%26%20b')
    expect(signalAddress('0470/12.34.56')).toBe('https://signal.me/#p/+32470123456')
    expect(mailAddress('an+a@voorbeeld.be', 'Kan je?', 'een\ntwee')).toBe(
      'mailto:an%2Ba@voorbeeld.be?subject=Kan%20je%3F&body=een%0D%0Atwee',
    )
  })

  test('what is no address leads nowhere', () => {
    const nobody = { phone: '', mail: 'an@' }
    for (const way of ['call', 'sms', 'whatsapp', 'signal', 'mail'] as const)
      expect(addressOf(nobody, way, { platform: 'android' })).toBeUndefined()
    expect(mailAddress('an@voorbeeld.be?bcc=x@y.be', '', '')).toBeUndefined()
  })
})

describe('numbers', () => {
  test.each([
    ['0470 12 34 56', '+32470123456'],
    ['+32 (0)470', undefined],
    ['0032470123456', '+32470123456'],
    ['016/38.69.50', '+3216386950'],
    ['+31 6 12345678', '+31612345678'],
    ['geen nummer', undefined],
    ['', undefined],
  ])('«%s» is %s', (typed, number) => {
    expect(internationalNumber(typed)).toBe(number)
  })

  test.each(['112', '101', '1813', '102', '106', '1712'])('[M4] %s is called and never written to', (short) => {
    expect(callAddress(short)).toBe(`tel:${short}`)
    expect(smsAddress(short, 'help', 'android')).toBeUndefined()
    expect(whatsappAddress(short, 'help')).toBeUndefined()
  })
})

describe('a text for a bad moment', () => {
  const text = { id: 't', text: 'Kan je komen?', place: 1, forContacts: [] as string[], offersLocation: true }

  test('is for all, or for whom it was written', () => {
    expect(isFor(text, 'zus')).toBe(true)
    expect(isFor({ ...text, forContacts: ['zus'] }, 'zus')).toBe(true)
    expect(isFor({ ...text, forContacts: ['zus'] }, 'broer')).toBe(false)
  })

  test('[M3] a place is a link at the end that any map opens', () => {
    const place = { latitude: 50.879_844_1, longitude: 4.700_518_2, accuracyM: 12 }
    expect(withPosition('Kan je komen? ', 'Ik ben hier:', place)).toBe(
      'Kan je komen?\nIk ben hier: https://www.openstreetmap.org/?mlat=50.87984&mlon=4.70052#map=17/50.87984/4.70052',
    )
  })
})
