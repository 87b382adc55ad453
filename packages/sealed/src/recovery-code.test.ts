import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRecoveryCode, readRecoveryCode } from './recovery-code.ts'

describe('the printed recovery code', () => {
  test('is seven groups of four, without letters that look like digits', () => {
    expect(createRecoveryCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  test('is read back however it is typed', () => {
    const code = createRecoveryCode()
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')

    expect(readRecoveryCode(typed)).toEqual({ ok: true, value: code.replaceAll('-', '') })
  })

  test('no two are alike', () => {
    const codes = new Set(Array.from({ length: 500 }, createRecoveryCode))

    expect(codes.size).toBe(500)
  })

  test('one wrong character, or two neighbours swapped, is always noticed', () => {
    const mistake = fc.record({
      at: fc.nat(27),
      to: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
      swap: fc.boolean(),
    })
    fc.assert(
      fc.property(mistake, ({ at, to, swap }) => {
        const code = createRecoveryCode().replaceAll('-', '')
        const typed = [...code]
        if (swap) [typed[at], typed[at - 1]] = [typed[at - 1] ?? '', typed[at] as string]
        else typed[at] = to
        if (typed.join('') === code) return

        expect(readRecoveryCode(typed.join(''))).toEqual({ ok: false, why: { reason: 'recovery-code-mistyped' } })
      }),
      { numRuns: 1000 },
    )
  })

  test.each(['', 'hallo', '0'.repeat(27), `${'0'.repeat(26)}01`])('«%s» is not a code', (typed) => {
    expect(readRecoveryCode(typed).ok).toBe(false)
  })
})
