/**
 * Addresses that open a phone's own programs. None of them tells the page whether anything was sent, so nothing here is
 * ever called «sent» (M1).
 *
 * RFC 5724 writes `sms:+32…?body=`; iOS wants `&` where the `?` stands. The text is percent-encoded as UTF-8 (RFC 3986).
 */
import { type Contact, internationalNumber, isCallable, mayReceiveText, type Way } from './contact.ts'

export type Platform = 'ios' | 'android' | 'other'

/** An iPad calls itself a Macintosh, but has a touch screen. */
export function platformOf({ userAgent, touchPoints }: { userAgent: string; touchPoints: number }): Platform {
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)) return 'ios'
  return /Android/.test(userAgent) ? 'android' : 'other'
}

export function callAddress(phone: string): string | undefined {
  if (!isCallable(phone)) return undefined
  return `tel:${internationalNumber(phone) ?? phone.trim()}`
}

/** One person each: a group message would show everybody who else was asked. */
export function smsAddress(phone: string, text: string, platform: Platform): string | undefined {
  if (!mayReceiveText(phone)) return undefined
  return `sms:${internationalNumber(phone)}${platform === 'ios' ? '&' : '?'}body=${encodeText(text)}`
}

export function whatsappAddress(phone: string, text: string): string | undefined {
  const number = internationalNumber(phone)
  return number && `https://wa.me/${number.slice(1)}?text=${encodeText(text)}`
}

/** Signal takes no text along: it is copied before. */
export function signalAddress(phone: string): string | undefined {
  const number = internationalNumber(phone)
  return number && `https://signal.me/#p/${number}`
}

/** RFC 6068: line breaks in a body are CRLF. */
export function mailAddress(mail: string, subject: string, text: string): string | undefined {
  if (!/^[^\s@?&]+@[^\s@?&]+\.[^\s@?&]+$/.test(mail.trim())) return undefined
  const body = encodeText(text.replace(/\r?\n/g, '\r\n'))
  return `mailto:${encodeURIComponent(mail.trim()).replace('%40', '@')}?subject=${encodeText(subject)}&body=${body}`
}

export function addressOf(
  contact: Pick<Contact, 'phone' | 'mail'>,
  way: Way,
  { text = '', subject = '', platform }: { text?: string; subject?: string; platform: Platform },
): string | undefined {
  switch (way) {
    case 'call':
      return callAddress(contact.phone)
    case 'sms':
      return smsAddress(contact.phone, text, platform)
    case 'whatsapp':
      return whatsappAddress(contact.phone, text)
    case 'signal':
      return signalAddress(contact.phone)
    case 'mail':
      return mailAddress(contact.mail, subject, text)
  }
}

/** Half of a pair that a keyboard left behind cannot be encoded; it becomes the replacement character. */
function encodeText(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
