/** What this browser keeps for a seeker. Opened once, when the first page needs it. */

import type { Outbox } from '@houvast/connection/outbox'
import { openDeviceDatabase } from '@houvast/device-store/device-database'
import { type KeptConversations, keptConversations } from '@houvast/device-store/kept-conversations'
import { keptOutbox } from '@houvast/device-store/kept-outbox'

export type Device = { readonly conversations: KeptConversations; outboxOf(conversation: string): Outbox }

let opened: Promise<Device> | undefined

/** Rejects where a browser keeps nothing (some private windows): the page then says so. */
export function device(): Promise<Device> {
  opened ??= openDeviceDatabase('houvast').then((database) => ({
    conversations: keptConversations(database),
    outboxOf: (conversation) => keptOutbox(database, conversation) as Outbox,
  }))
  return opened
}
