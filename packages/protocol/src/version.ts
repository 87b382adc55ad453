/** The version of the frames in this folder. A client offers its own; the server refuses what it does not speak. */
export const PROTOCOL_VERSION = 1
