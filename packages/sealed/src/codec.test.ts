import { describe, expect, test } from 'vitest'
import { concat, toBase64Url, utf8 } from './bytes.ts'
import { byte, encode, encodeFields, lineName, parse, parseBytes, uint32, uint64, uuid } from './codec.ts'

const id = '01890000-0000-7abc-8def-0123456789ab'

describe('the one encoding', () => {
  test('what is written is read back', () => {
    const fields = [
      byte(7),
      uint32(0xfffffffe),
      uint64(1_748_865_600_000),
      lineName('tele-onthaal'),
      uuid(id),
      utf8('é'),
    ]
    const text = toBase64Url(encode('HC1/test', fields))

    const read = parse(text, 'HC1/test', (r) => [r.byte(), r.uint32(), r.uint64(), r.line(), r.uuid(), r.text(10)])

    expect(read).toEqual({ ok: true, value: [7, 0xfffffffe, 1_748_865_600_000, 'tele-onthaal', id, 'é'] })
  })

  test.each([
    ['a byte too many', concat(encode('HC1/test', [byte(1)]), Uint8Array.of(0)), 'malformed'],
    ['a byte too few', encode('HC1/test', [byte(1)]).slice(0, -1), 'malformed'],
    ['nothing', new Uint8Array(0), 'malformed'],
    ['another label', encode('HC1/tesu', [byte(1)]), 'malformed'],
    ['a longer label', encode('HC1/test2', [byte(1)]), 'malformed'],
    [
      'a version we do not know',
      Uint8Array.from(encode('HC1/test', [byte(1)]), (b, i) => (i ? b : 2)),
      'unknown-version',
    ],
    ['a field of another width', encode('HC1/test', [Uint8Array.of(0, 1)]), 'malformed'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(parseBytes(bytes, 'HC1/test', (fields) => fields.byte())).toEqual({ ok: false, why: { reason } })
  })

  test.each([
    ['text that is not UTF-8', Uint8Array.of(0xc3, 0x28)],
    ['text that is too long', utf8('elf tekens!')],
  ])('refuses %s', (_, bytes) => {
    expect(parseBytes(encode('HC1/test', [bytes]), 'HC1/test', (fields) => fields.text(10)).ok).toBe(false)
  })

  test('keeps a byte order mark, so that text read and written again is the same', () => {
    const read = parseBytes(encode('HC1/test', [utf8('\ufeffa')]), 'HC1/test', (fields) => fields.text(10))

    expect(read).toEqual({ ok: true, value: '\ufeffa' })
  })

  test.each(['Tele', 'a_b', '-a', 'a-', '', 'a'.repeat(65)])('«%s» is not the name of a line', (name) => {
    expect(() => lineName(name)).toThrow(RangeError)
    expect(parseBytes(encode('HC1/test', [utf8(name)]), 'HC1/test', (fields) => fields.line()).ok).toBe(false)
  })

  test.each([
    ['another version', '01890000-0000-4abc-8def-0123456789ab'],
    ['capitals', id.toUpperCase()],
    ['another variant', '01890000-0000-7abc-cdef-0123456789ab'],
  ])('an id with %s is not one of ours', (_, other) => {
    expect(() => uuid(other)).toThrow(RangeError)
  })

  test('an id on the wire must be a UUIDv7 as well', () => {
    const bytes = uuid(id)
    bytes[6] = 0x4a

    expect(parseBytes(encode('HC1/test', [bytes]), 'HC1/test', (fields) => fields.uuid()).ok).toBe(false)
  })

  test('a list ends with its last item and has a limit', () => {
    const list = (n: number) =>
      encode('HC1/test', [encodeFields(Array.from({ length: n }, () => encodeFields([byte(1)])))])
    const read = (n: number) => parseBytes(list(n), 'HC1/test', (fields) => fields.list((item) => item.byte(), 3))

    expect(read(3)).toEqual({ ok: true, value: [1, 1, 1] })
    expect(read(4).ok).toBe(false)
  })

  test.each([-1, 1.5, 2 ** 32])('%d is not a 32-bit number', (number) => {
    expect(() => uint32(number)).toThrow(RangeError)
  })
})
