/** Why a socket was closed. A client reads the number, never the text. */
export const CLOSE_CODES = {
  /** All done. */
  goodbye: 1000,
  /** The server is stopping: come back at once. */
  restarting: 1012,
  /** A frame that is not in the protocol. A client of ours never sends one, so it does not try again by itself. */
  'protocol-error': 4400,
  /** The ticket was used, too old or never given: ask for a new one. */
  'ticket-refused': 4401,
  /** The conversation is not there, or not yours. */
  'not-found': 4404,
  /** No hello within ten seconds. */
  'too-slow': 4408,
  /** A version we do not speak: reload the page. */
  'version-unknown': 4426,
  /** More frames than a person can type. */
  'too-much': 4429,
} as const

export type CloseReason = keyof typeof CLOSE_CODES
