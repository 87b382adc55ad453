import { expect, test } from 'vitest'
import { household, readAddressText, writeAddressText } from './transport-address.ts'

test.each([
  ['192.0.2.1', 'c0000201', '192.0.2.1'],
  ['::ffff:192.0.2.1', 'c0000201', '192.0.2.1'],
  ['::1', '00000000000000000000000000000001', '0:0:0:0:0:0:0:1'],
  ['2001:db8::11:2233', '20010db8000000000000000000112233', '2001:db8:0:0:0:0:11:2233'],
  ['fe80::1%eth0', 'fe800000000000000000000000000001', 'fe80:0:0:0:0:0:0:1'],
])('%s is %s', (address, hex, plain) => {
  const bytes = readAddressText(address)

  expect(bytes.toString('hex')).toBe(hex)
  expect(writeAddressText(bytes)).toBe(plain)
})

test('under IPv6 a household is counted as one, whichever of its addresses it takes', () => {
  expect(household('2001:db8:1:2:3::4')).toBe(household('2001:db8:1:2:ffff::1'))
  expect(household('2001:db8:1:3::4')).not.toBe(household('2001:db8:1:2::4'))
  expect(household('::ffff:192.0.2.1')).toBe(household('192.0.2.1'))
})
