/** A field that keeps what is typed at every key stroke and grows with it. */
type Props = {
  readonly id: string
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly hint?: string
  readonly value: string
  readonly longest: number
  readonly onText: (text: string) => void
  readonly isOneLine?: boolean
  readonly type?: 'text' | 'tel' | 'email' | 'url' | 'date'
}

export function AutoText({ id, label, isLabelHidden, hint, value, longest, onText, isOneLine, type }: Props) {
  const common = {
    id,
    class: 'field__input',
    value,
    maxLength: longest,
    autocomplete: 'off' as const,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onInput: (event: { currentTarget: { value: string } }) => onText(event.currentTarget.value),
  }
  return (
    <div class="field">
      <label class={isLabelHidden ? 'visually-hidden' : 'field__label'} for={id}>
        {label}
      </label>
      {hint && (
        <span class="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {isOneLine || type ? <input {...common} type={(type ?? 'text') as 'text'} /> : <textarea {...common} rows={2} />}
    </div>
  )
}
