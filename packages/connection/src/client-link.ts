/** One connection to the server, as the browser sees it: a WebSocket, or posts and waits. */
export interface ClientLink {
  send(frame: string): void
  close(): void
}

export type LinkEvents = {
  opened(): void
  frame(text: string): void
  /** Once, also when it never opened. `code` is the server's, or undefined when the network cut it. */
  closed(code: number | undefined): void
}

export type OpenLink = (events: LinkEvents) => ClientLink
