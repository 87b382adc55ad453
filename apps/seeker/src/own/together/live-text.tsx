/** A field that two may write in at once: what the other writes does not move the caret of this one. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { difference } from './live-doc.ts'

type Props = {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
}

export function LiveText({ id, label, text, onText }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)

  useLayoutEffect(() => {
    const area = field.current
    if (!area || area.value === text) return
    const { at, removed, added } = difference(area.value, text)
    const moved = (caret: number) =>
      caret <= at ? caret : Math.max(at, Math.max(caret, at + removed) - removed + added.length)
    const [start, end] = [moved(area.selectionStart), moved(area.selectionEnd)]
    area.value = text
    if (document.activeElement === area) area.setSelectionRange(start, end)
  }, [text])

  return (
    <div class="field">
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <textarea
        ref={field}
        class="field__input"
        id={id}
        rows={2}
        maxLength={500}
        defaultValue={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </div>
  )
}
