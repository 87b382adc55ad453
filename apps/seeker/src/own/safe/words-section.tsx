/** The twelve words: made on this device, shown once, written on paper by the person. */
import { useSignal } from '@preact/signals'
import { o } from '../messages.ts'
import { knownRoot, newWords, rememberRoot, rootOf } from './own-words.ts'

export function WordsSection() {
  const words = useSignal<readonly string[]>([])
  const isBusy = useSignal(false)
  const hasWords = knownRoot() !== undefined

  async function keep() {
    isBusy.value = true
    const root = await rootOf(words.value.join(' '))
    if (root.ok) rememberRoot(root.root)
    words.value = []
    isBusy.value = false
  }

  return (
    <section class="card reading" aria-labelledby="woorden">
      <h2 id="woorden">{o('words.title')}</h2>
      <p>{o(hasWords ? 'words.there' : 'words.why')}</p>
      {words.value.length > 0 ? (
        <>
          <ol class="own-words">
            {words.value.map((word) => (
              <li key={word} translate={false}>
                {word}
              </li>
            ))}
          </ol>
          <p class="notice notice--warm">{o('words.write-down')}</p>
          <p class="actions">
            <button
              type="button"
              class="button button--primary"
              aria-disabled={isBusy.value}
              onClick={() => void keep()}
            >
              {o('words.written')}
            </button>
          </p>
        </>
      ) : (
        <p>
          <button
            type="button"
            class={hasWords ? 'button' : 'button button--primary'}
            onClick={async () => {
              words.value = await newWords()
            }}
          >
            {o(hasWords ? 'words.make-new' : 'words.make')}
          </button>
        </p>
      )}
    </section>
  )
}
