import { describe, expect, test } from 'vitest'
import { fingerprintsIn, relayedCandidate, relayedOnly } from './relayed-sdp.ts'

const host = 'candidate:1 1 udp 2122 10.0.0.7 50000 typ host generation 0'
const reflexive = 'candidate:2 1 udp 1686 203.0.113.9 50000 typ srflx raddr 10.0.0.7 rport 50000'
const relayed = 'candidate:3 1 udp 41 192.0.2.1 49201 typ relay raddr 203.0.113.9 rport 50000 generation 0 network-id 3'

describe('[Z1] what is told of a way', () => {
  test.each([
    ['a device’s own address is not told', host, undefined],
    ['nor the one its network is seen by', reflexive, undefined],
    [
      'a relayed one is told without what is behind it',
      relayed,
      'candidate:3 1 udp 41 192.0.2.1 49201 typ relay raddr 0.0.0.0 rport 9 generation 0',
    ],
    ['that there are no more is told', '', ''],
  ])('%s', (_, candidate, told) => {
    expect(relayedCandidate(candidate)).toBe(told)
  })

  test('a description keeps what a talk needs and no address of a device', () => {
    const sdp = [
      'v=0',
      'o=mozilla 4611 0 IN IP4 10.0.0.7',
      'c=IN IP4 203.0.113.9',
      'a=rtcp:50001 IN IP4 203.0.113.9',
      'a=fingerprint:sha-256 AB:CD',
      `a=${host}`,
      `a=${reflexive}`,
      `a=${relayed}`,
      'a=mid:0',
      '',
    ].join('\r\n')
    const told = relayedOnly(sdp)

    expect(told).not.toMatch(/10\.0\.0\.7|203\.0\.113\.9/)
    expect(told).toContain('a=candidate:3 1 udp 41 192.0.2.1 49201 typ relay raddr 0.0.0.0 rport 9')
    expect(told).toContain('a=fingerprint:sha-256 AB:CD')
    expect(relayedOnly(told)).toBe(told)
  })
})

test('[Z4] fingerprints are the same however they are ordered or written', () => {
  const one = 'a=fingerprint:sha-256 AB:CD\r\na=fingerprint:sha-256 12:34\r\n'
  const other = 'a=fingerprint:SHA-256 12:34\r\na=fingerprint:sha-256 ab:cd\r\n'

  expect(fingerprintsIn(one)).toBe(fingerprintsIn(other))
})
