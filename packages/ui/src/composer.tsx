/** The box to write in. It keeps the words until `send` has them safely; Enter sends, Shift and Enter makes a line. */
import { type Signal, useSignal } from '@preact/signals'
import type { TargetedKeyboardEvent } from 'preact'

type Words = { readonly label: string; readonly send: string; readonly tooLong: string; readonly notKept: string }

type Props = {
  /** Kept outside, so that going to another conversation and back finds the words still there. */
  readonly draft: Signal<string>
  readonly words: Words
  readonly longest: number
  /** `false`: it could not be kept, and the words stay in the box. */
  readonly send: (text: string) => Promise<boolean>
  readonly onTyping?: (isTyping: boolean) => void
  readonly id: string
}

const bytes = (text: string) => new TextEncoder().encode(text).length

export function Composer({ draft, words, longest, send, onTyping, id }: Props) {
  const problem = useSignal('')
  const isSending = useSignal(false)

  async function submit() {
    const text = draft.value.trim()
    if (text === '' || isSending.value) return
    if (bytes(text) > longest) {
      problem.value = words.tooLong
      return
    }
    isSending.value = true
    const before = draft.value
    const isKept = await send(text).catch(() => false)
    isSending.value = false
    problem.value = isKept ? '' : words.notKept
    // Whoever went on writing meanwhile keeps those words.
    if (isKept && draft.value.startsWith(before)) draft.value = draft.value.slice(before.length)
    if (isKept) onTyping?.(false)
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void submit()
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label class="composer__label" for={id}>
        {words.label}
      </label>
      <textarea
        class="composer__text"
        id={id}
        rows={1}
        value={draft.value}
        aria-describedby={problem.value ? `${id}-problem` : undefined}
        onInput={(event) => {
          draft.value = event.currentTarget.value
          onTyping?.(draft.value !== '')
        }}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="button button--primary">
        {words.send}
      </button>
      <p class="composer__label" id={`${id}-problem`} role="alert">
        {problem.value}
      </p>
    </form>
  )
}
