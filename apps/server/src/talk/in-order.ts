import type { Link, LinkHandler } from './link.ts'

/** More than a person types, fewer than a flood: frames per second, and how many may come at once. */
const FRAMES_PER_SECOND = 50
const BURST = 300
/** Frames that may wait for their turn before the link is closed. */
const BACKLOG = 400
const HELLO_MS = 10_000

/**
 * R5 and R10: frames of one link wait for each other, a flood is closed, and so is whoever does not say hello.
 * A frame that throws is a bug: it is told to `onBug` (without content) and the link goes, to come back clean.
 */
export function inOrder(
  link: Link,
  handler: LinkHandler,
  options: { now: () => number; onBug: (error: unknown) => void },
): LinkHandler {
  let allowance = BURST
  let checkedAt = options.now()
  let backlog = 0
  let turn = Promise.resolve()
  let isClosed = false
  const tooSlow = setTimeout(() => link.close('too-slow'), HELLO_MS).unref()

  return {
    receive(frame) {
      if (isClosed) return turn
      clearTimeout(tooSlow)
      const now = options.now()
      allowance = Math.min(BURST, allowance + ((now - checkedAt) / 1_000) * FRAMES_PER_SECOND) - 1
      checkedAt = now
      if (allowance < 0 || ++backlog > BACKLOG) {
        isClosed = true
        link.close('too-much')
        return turn
      }
      turn = turn.then(async () => {
        backlog--
        if (isClosed) return
        try {
          await handler.receive(frame)
        } catch (error) {
          options.onBug(error)
          link.close('restarting')
        }
      })
      return turn
    },
    closed() {
      clearTimeout(tooSlow)
      isClosed = true
      handler.closed()
    },
  }
}
