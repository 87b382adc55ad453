/** A BackUp: someone who is there for me, and how to reach them. */
export const ways = ['call', 'sms', 'whatsapp', 'signal', 'mail'] as const

export type Way = (typeof ways)[number]

export type Contact = {
  readonly id: string
  readonly name: string
  /** «my sister», «my doctor». */
  readonly role: string
  /** What I may ask of them, in my own words. */
  readonly mayAsk: string
  readonly phone: string
  readonly mail: string
  readonly place: number
  /** A small picture of them, as a data URL: it is part of the contact and travels with it. */
  readonly photo?: string | undefined
}

export const NAME_MAX = 80

/** Digits with the country in front, as the addresses of messengers want it; `undefined` when it is no number. */
export function internationalNumber(phone: string): string | undefined {
  const bare = phone.replace(/[\s().\-/]/g, '')
  const number = bare.replace(/^00/, '+').replace(/^0(?=[1-9])/, '+32')
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined
}

/** Short numbers («1813», «112») are called as they are. */
export function isCallable(phone: string): boolean {
  return internationalNumber(phone) !== undefined || /^\d{3,4}$/.test(phone.trim())
}

/** M4: an emergency service is called, never written to. */
export function mayReceiveText(phone: string): boolean {
  return internationalNumber(phone) !== undefined
}
