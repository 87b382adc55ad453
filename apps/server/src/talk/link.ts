/** One end of a connection with a person's device, whatever carries it: a WebSocket, or posts and waits. */
import type { CloseReason } from '@houvast/protocol/close-codes'

export interface Link {
  /** A frame of ToSeeker or ToHelper, already as text. */
  send(frame: string): void
  close(reason: CloseReason): void
}

/** What a link's frames go to. Frames of one link are handled one after the other (R5). */
export interface LinkHandler {
  receive(frame: string): Promise<void>
  closed(): void
}

export type HandleLink = (link: Link) => LinkHandler
