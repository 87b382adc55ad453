/** Limits that both sides know. Sizes are bytes on the wire unless the name says otherwise. */

/** R10: one frame, either way. */
export const FRAME_MAX = 64 * 1024
/** What the server holds for a device that asks and does not read. */
export const UNREAD_MAX = 16 * 1024 * 1024
/** R10: what a person may write in one message, in UTF-8. */
export const PLAINTEXT_MAX = 8 * 1024 - 4
/** A sealed envelope as text: 8 KiB padded, header, tag and signature, in base64url. */
export const ENVELOPE_MAX = 13 * 1024
/** R5: messages in one batch, and batches in flight per conversation: one. */
export const BATCH_MAX = 50
/** Entries read from the log in one go. */
export const LOG_PAGE = 100
/** Members of one conversation: seeker, helper, and a few who read along. */
export const MEMBERS_MAX = 8
