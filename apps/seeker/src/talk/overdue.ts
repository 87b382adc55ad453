/** R13: words that have not arrived after fifteen seconds are said to be late, with a number to call beside them. */
import type { TalkView } from '@houvast/connection/talk-view'
import { effect, type ReadonlySignal, signal } from '@preact/signals'

export const LATE_AFTER_MS = 15_000

export function overdue(view: ReadonlySignal<TalkView | undefined>, now: () => number) {
  const isLate = signal(false)
  const since = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function look() {
    clearTimeout(timer)
    const sending = view.peek()?.pending.filter((one) => one.state === 'sending') ?? []
    for (const id of since.keys()) if (!sending.some((one) => one.id === id)) since.delete(id)
    for (const { id } of sending) if (!since.has(id)) since.set(id, now())
    const oldest = Math.min(...since.values())
    isLate.value = now() - oldest >= LATE_AFTER_MS
    if (since.size > 0 && !isLate.value) timer = setTimeout(look, LATE_AFTER_MS - (now() - oldest))
  }

  const end = effect(() => {
    view.value
    look()
  })
  return {
    isLate,
    stop() {
      end()
      clearTimeout(timer)
    },
  }
}
