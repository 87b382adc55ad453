/**
 * The structured communication of a Belgian transfer (OGM-VCS): ten digits and a check, the remainder after division by 97,
 * with 97 in place of 0. Written `+++ddd/dddd/ddddd+++`.
 */
const DIGITS = 10

/** From ten digits or fewer; throws for anything else, since that is no number of ours. */
export function structuredReference(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0 || number >= 10 ** DIGITS)
    throw new RangeError('a structured reference has ten digits')
  const digits = String(number).padStart(DIGITS, '0') + String(checkOf(number)).padStart(2, '0')
  return `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`
}

export function isStructuredReference(text: string): boolean {
  const [, one, two, three] = /^\+\+\+(\d{3})\/(\d{4})\/(\d{5})\+\+\+$/.exec(text) ?? []
  if (one === undefined || two === undefined || three === undefined) return false
  const digits = one + two + three
  return checkOf(Number(digits.slice(0, DIGITS))) === Number(digits.slice(DIGITS))
}

const checkOf = (number: number) => number % 97 || 97
