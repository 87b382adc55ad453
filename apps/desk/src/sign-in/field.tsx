import type { Signal } from '@preact/signals'
import type { InputHTMLAttributes } from 'preact'
import { t } from '../messages.ts'

/** A labelled text field, bound to a signal. */
export function Field(props: {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: Signal<string>
  readonly input: InputHTMLAttributes<HTMLInputElement>
}) {
  const { id, label, hint, value, input } = props
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      {hint && (
        <span class="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        {...input}
        class="field__input"
        required
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value.value}
        onInput={(event) => {
          value.value = event.currentTarget.value
        }}
      />
    </div>
  )
}

/** The one place where a passphrase is typed; it says that it goes nowhere. */
export const PassphraseField = ({ id, value }: { readonly id: string; readonly value: Signal<string> }) => (
  <Field
    id={id}
    label={t('sign-in.passphrase')}
    hint={t('sign-in.passphrase-hint')}
    value={value}
    input={{ type: 'password', autocomplete: 'current-password' }}
  />
)
