/**
 * Tells a helper that somebody waits: once when they come, and again and again while nobody looks at the desk. Off until
 * the helper turns it on, which sounds once, so that it is known to work before the evening begins.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals'

export const AGAIN_MS = 20_000

type Ports = {
  readonly waiting: ReadonlySignal<number>
  readonly isSeen: () => boolean
  readonly sound: () => void
  /** Runs `work` every so often; the answer stops it. */
  readonly every: (ms: number, work: () => void) => () => void
}

export function createAlerts({ waiting, isSeen, sound, every }: Ports) {
  const isOn = signal(false)
  let before = waiting.peek()

  const stopLooking = effect(() => {
    const now = waiting.value
    if (isOn.value && now > before) sound()
    before = now
  })
  const stopRepeating = every(AGAIN_MS, () => {
    if (isOn.peek() && waiting.peek() > 0 && !isSeen()) sound()
  })

  return {
    isOn: isOn as ReadonlySignal<boolean>,
    toggle() {
      isOn.value = !isOn.value
      if (isOn.value) sound()
    },
    stop() {
      stopLooking()
      stopRepeating()
    },
  }
}
