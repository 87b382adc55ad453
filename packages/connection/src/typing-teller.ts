/** Tells «is typing» at most once every few seconds, and «stopped» at once. */
const AGAIN_MS = 3_000

export function createTypingTeller(tell: (isTyping: boolean) => void, now: () => number) {
  let toldAt = Number.NEGATIVE_INFINITY
  return (isTyping: boolean) => {
    if (isTyping && now() - toldAt < AGAIN_MS) return
    if (!isTyping && toldAt === Number.NEGATIVE_INFINITY) return
    toldAt = isTyping ? now() : Number.NEGATIVE_INFINITY
    tell(isTyping)
  }
}
