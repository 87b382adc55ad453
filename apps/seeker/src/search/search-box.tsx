/**
 * «Waarover wil je praten?» What is typed is read on this device and goes nowhere: not to the server, not into the address,
 * not into storage. The engine is fetched when someone comes near the box.
 */
import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useRef } from 'preact/hooks'
import { t } from '../messages.ts'
import type { SearchAnswerProps } from './search-answer.tsx'

const TEXT_MAX = 1000

export function SearchBox() {
  const text = useSignal('')
  const Answer = useSignal<ComponentType<SearchAnswerProps> | undefined>(undefined)
  const isMissing = useSignal(false)
  const answers = useRef<HTMLDivElement>(null)

  async function prepare() {
    if (Answer.peek()) return
    try {
      const { SearchAnswer, searchReady } = await import('./search-answer.tsx')
      await searchReady
      isMissing.value = false
      Answer.value = SearchAnswer
    } catch {
      isMissing.value = true
    }
  }

  async function show(event: Event) {
    event.preventDefault()
    await prepare()
    answers.current?.querySelector<HTMLElement>('h2')?.focus()
  }

  const isAsked = text.value.trim().length > 1
  return (
    <section class="search" aria-labelledby="waarover">
      <h2 id="waarover">{t('search.title')}</h2>
      <form class="field" onSubmit={show} onPointerEnter={prepare}>
        <label class="field__label visually-hidden" for="zoek">
          {t('search.title')}
        </label>
        <span class="field__hint" id="zoek-uitleg">
          {t('search.hint')}
        </span>
        <textarea
          class="field__input search__input"
          id="zoek"
          rows={2}
          maxLength={TEXT_MAX}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="zoek-uitleg"
          onFocus={prepare}
          onInput={(event) => {
            text.value = event.currentTarget.value
            void prepare()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) void show(event)
          }}
        />
        <button type="submit" class="button button--primary">
          {t('search.show')}
        </button>
      </form>
      <p>
        <a href="/gids">{t('search.guide')}</a>
      </p>
      <div ref={answers} class="search__answers">
        {isAsked && Answer.value && <Answer.value text={text.value} />}
        {isAsked && isMissing.value && (
          <p role="status">
            {t('search.not-loaded')} <a href="/hulplijnen">{t('foot.lines')}</a>
          </p>
        )}
      </div>
    </section>
  )
}
