/** One message from one client: what kind it is, and who deals with it. */
import type { Allocation } from './allocation-table.ts'
import { answerRequest } from './answer-request.ts'
import { ATTRIBUTE } from './attributes.ts'
import { carryChannelData, carrySendIndication } from './carry.ts'
import type { Client } from './client.ts'
import type { Impairments } from './impairment.ts'
import type { RelayState } from './relay-state.ts'
import { isSendIndication } from './send-indication.ts'
import { findAttribute, readMessage } from './stun-message.ts'

export function hearMessage(relay: RelayState, impairments: Impairments, now: () => number) {
  const { table, counts } = relay

  function give({ client }: Allocation, bytes: Buffer): void {
    if (client.carry(bytes)) {
      counts.carriedMessages++
      counts.carriedBytes += bytes.length
    } else counts.droppedForSlowReader++
  }

  function hand(from: Allocation, to: Allocation, bytes: Buffer): void {
    const delayMs = impairments.some ? impairments.fate(from.username, to.username) : 0
    if (delayMs === undefined) return
    if (delayMs === 0) give(to, bytes)
    else setTimeout(() => table.atPort(to.port, now()) === to && give(to, bytes), delayMs)
  }

  function isUnheard(client: Client, bytes: Buffer, at: number): boolean {
    if (!impairments.some) return false
    const message = readMessage(bytes)
    const said = message && findAttribute(message, ATTRIBUTE.username)?.toString()
    return impairments.isSilent(table.ofClient(client.key, at)?.username ?? said)
  }

  return (client: Client, bytes: Buffer): void => {
    const at = now()
    if (isUnheard(client, bytes, at)) return
    const isChannelData = ((bytes[0] ?? 0) & 0xc0) === 0x40
    if (isChannelData || isSendIndication(bytes)) {
      const from = table.ofClient(client.key, at)
      if (!from) counts.droppedUnpermitted++
      else if (isChannelData) carryChannelData(relay, from, bytes, at, hand)
      else carrySendIndication(relay, from, bytes, at, hand)
      return
    }
    const answer = answerRequest(relay, client, bytes, at)
    if (answer) client.answer(answer)
  }
}
