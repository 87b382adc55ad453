import { useSignal } from '@preact/signals'
import { o } from '../messages.ts'

/** Where the twelve words are typed. They stay on the screen when something is wrong with them. */
export function WordsField({ id, action, onWords }: { id: string; action: string; onWords: (typed: string) => void }) {
  const typed = useSignal('')
  return (
    <form
      class="reading"
      onSubmit={(event) => {
        event.preventDefault()
        onWords(typed.value)
      }}
    >
      <div class="field">
        <label class="field__label" for={id}>
          {o('unlock.words')}
        </label>
        <textarea
          class="field__input"
          id={id}
          rows={3}
          autocomplete="off"
          spellcheck={false}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value
          }}
        />
      </div>
      <p>
        <button type="submit" class="button">
          {action}
        </button>
      </p>
    </form>
  )
}
