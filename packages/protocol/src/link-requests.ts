/**
 * The same frames where a WebSocket cannot be had: a link is opened, frames are posted to it, and news is
 * waited for. The link's name is a secret and travels in the body only.
 */
import { BATCH_MAX, FRAME_MAX } from '@houvast/rules/limits/limits'
import * as v from 'valibot'
import { Secret } from './primitives.ts'

/** POST /api/seeker/link or /api/desk/link → a link of its own. */
export const OpenedLink = v.strictObject({ link: Secret })
/** POST …/link/send: frames in order. `at` counts the frames sent before on this link, so a retry is not a second one. */
export const SendFrames = v.strictObject({
  link: Secret,
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  frames: v.pipe(v.array(v.pipe(v.string(), v.maxLength(FRAME_MAX))), v.minLength(1), v.maxLength(BATCH_MAX)),
})
/** POST …/link/wait: answers at once when there is news after `since`, else within 25 s with none. */
export const WaitForFrames = v.strictObject({ link: Secret, since: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) })
export const NewFrames = v.strictObject({
  frames: v.array(v.string()),
  next: v.number(),
  closed: v.optional(v.number()),
})
