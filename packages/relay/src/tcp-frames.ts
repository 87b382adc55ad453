/**
 * Cuts a stream into messages (RFC 8489, 6.2.2; RFC 8656, 12.5): the first two bits say STUN or ChannelData, the length
 * says where the next one begins, and ChannelData is padded to four bytes.
 */
export type TcpFrames = {
  /** The messages that are whole now; `undefined` when this is no such stream or a message is too long. */
  push(chunk: Buffer): readonly Buffer[] | undefined
}

export function createTcpFrames(messageBytes: number): TcpFrames {
  let rest: Buffer | undefined
  return {
    push(chunk) {
      const bytes = rest ? Buffer.concat([rest, chunk]) : chunk
      const frames: Buffer[] = []
      let at = 0
      while (bytes.length - at >= 4) {
        const length = frameLength(bytes, at)
        if (length === undefined || length > messageBytes) return undefined
        if (bytes.length - at < length) break
        frames.push(bytes.subarray(at, at + length))
        at += length
      }
      rest = at < bytes.length ? bytes.subarray(at) : undefined
      return frames
    },
  }
}

function frameLength(bytes: Buffer, at: number): number | undefined {
  const said = bytes.readUInt16BE(at + 2)
  switch (bytes.readUInt8(at) >> 6) {
    case 0:
      return 20 + said
    case 1:
      return 4 + ((said + 3) & ~3)
    default:
      return undefined
  }
}
