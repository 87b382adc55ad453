/** What is said of the ways through the relays, while some of them are still silent. */

/** `slow`: only through ways that are made for something else; sound goes best. */
export type WayChecked = 'ok' | 'slow' | 'none'

export type Way = {
  /** Over UDP: what sound and picture are made for. */
  readonly isDirect: boolean
  readonly opens: Promise<boolean>
}

/** A port that is shut never answers, and a browser waits far longer than a person (Z7). */
export const SILENT_AFTER_MS = 2_500
/** Once there is a way, a better one is waited for no longer than this. */
export const BETTER_WITHIN_MS = 1_000

/** Says so as soon as waiting longer would change nothing, and in any case after {@link SILENT_AFTER_MS}. */
export function wayVerdict(ways: readonly Way[]): Promise<WayChecked> {
  return new Promise((resolve) => {
    let best: WayChecked = 'none'
    let asked = ways.length
    const say = () => resolve(best)
    const timers = [setTimeout(say, SILENT_AFTER_MS)]
    const hear = (isDirect: boolean, isOpen: boolean) => {
      asked--
      if (isOpen && isDirect) best = 'ok'
      if (isOpen && best === 'none') {
        best = 'slow'
        timers.push(setTimeout(say, BETTER_WITHIN_MS))
      }
      if (best === 'ok' || asked === 0) say()
    }
    if (asked === 0) say()
    for (const { isDirect, opens } of ways) void opens.then((isOpen) => hear(isDirect, isOpen))
  })
}
