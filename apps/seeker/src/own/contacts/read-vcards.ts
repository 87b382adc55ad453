/**
 * People from a vCard file (RFC 6350, and the older 3.0 and 2.1 that phones still write): name, first number, first mail address.
 * Pictures in it are left: a BackUp's picture is chosen by hand.
 */
import { type Contact, NAME_MAX } from '@houvast/rules/reach-out/contact'

const PEOPLE_MAX = 100

export function readVcards(text: string): readonly Partial<Contact>[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/=\n/g, '')
    .replace(/\n[ \t]/g, '')
    .split('\n')
  const people: Partial<Contact>[] = []
  let person: { name?: string; phone?: string; mail?: string } | undefined
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon < 0) continue
    const [property = '', ...parameters] = line.slice(0, colon).toUpperCase().split(';')
    const name = property.replace(/^.*\./, '')
    const value = readValue(line.slice(colon + 1), parameters)
    if (name === 'BEGIN') person = {}
    if (!person) continue
    if (name === 'FN') person.name = value
    if (name === 'N') person.name ??= value.split(';').slice(0, 2).reverse().join(' ').trim()
    if (name === 'TEL') person.phone ??= value.replace(/^tel:/i, '')
    if (name === 'EMAIL') person.mail ??= value
    if (name === 'END') {
      if (person.name || person.phone) people.push({ ...person, name: (person.name ?? '').slice(0, NAME_MAX) })
      person = undefined
    }
  }
  return people.slice(0, PEOPLE_MAX)
}

function readValue(raw: string, parameters: readonly string[]): string {
  const value = parameters.some((one) => one.includes('QUOTED-PRINTABLE')) ? fromQuotedPrintable(raw) : raw
  return value
    .replace(/\\n/gi, ' ')
    .replace(/\\([,;\\])/g, '$1')
    .trim()
}

/** RFC 2045, 6.7, as vCard 2.1 uses it for accents. */
function fromQuotedPrintable(text: string): string {
  const bytes: number[] = []
  for (const [part] of text.matchAll(/=[0-9A-Fa-f]{2}|[\s\S]/g))
    if (part.length === 3) bytes.push(Number.parseInt(part.slice(1), 16))
    else bytes.push(...new TextEncoder().encode(part))
  return new TextDecoder().decode(Uint8Array.from(bytes))
}
