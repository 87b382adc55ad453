/**
 * The code a member of staff prints and keeps: 26 random characters (130 bits) and two to catch a typing mistake,
 * in seven groups of four. Without I, L, O and U, so that nothing on paper can be misread.
 */
import { randomBytes } from './bytes.ts'
import { ok, type Result, refused } from './result.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_CHARACTERS = 26
const CHECK_CHARACTERS = 2
/** The largest prime under 32²: catches every single wrong character and every swap of two neighbours. */
const MODULUS = 1021

export function createRecoveryCode(): string {
  // 256 is a multiple of 32, so the lowest five bits are unbiased.
  const random = Array.from(randomBytes(RANDOM_CHARACTERS), (value) => alphabet.charAt(value & 31)).join('')
  return (random + checkOf(random)).replace(/(.{4})(?=.)/g, '$1-')
}

/** What was typed, as the 28 characters it means; small letters, spaces and dashes do not matter. */
export function readRecoveryCode(typed: string): Result<string> {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const random = code.slice(0, RANDOM_CHARACTERS)
  const isWhole = code.length === RANDOM_CHARACTERS + CHECK_CHARACTERS && /^[0-9A-HJKMNP-TV-Z]+$/.test(code)
  return isWhole && code === random + checkOf(random) ? ok(code) : refused('recovery-code-mistyped')
}

function checkOf(random: string): string {
  let rest = 0
  for (const character of random) rest = (rest * 32 + alphabet.indexOf(character)) % MODULUS
  return alphabet.charAt(rest >> 5) + alphabet.charAt(rest & 31)
}
