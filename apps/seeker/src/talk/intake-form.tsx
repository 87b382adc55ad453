/** Before the conversation: nothing has to be filled in. One button is the third tap. */
import { INTAKE_TEXT_MAX, NICKNAME_MAX, writeIntake } from '@houvast/protocol/intake'
import { useSignal } from '@preact/signals'
import { t } from '../messages.ts'
import { Problem } from './problem.tsx'
import type { SeekerTalk } from './seeker-talk.ts'

export function IntakeForm({ talk, name }: { talk: SeekerTalk; name: string }) {
  const nickname = useSignal('')
  const isStarting = talk.step.value === 'starting'

  function begin(event: Event) {
    event.preventDefault()
    if (!isStarting) void talk.begin(writeIntake({ nickname: nickname.value, text: talk.draft.value }))
  }

  return (
    <form onSubmit={begin} onFocusCapture={talk.prepare} onPointerEnter={talk.prepare} class="intake">
      <p>{t('talk.intake.lead', { name })}</p>
      <div class="field">
        <label class="field__label" for="intake-text">
          {t('talk.intake.text')}
        </label>
        <span class="field__hint" id="intake-text-hint">
          {t('talk.intake.text-hint')}
        </span>
        <textarea
          class="field__input"
          id="intake-text"
          rows={3}
          maxLength={INTAKE_TEXT_MAX}
          aria-describedby="intake-text-hint"
          value={talk.draft.value}
          onInput={(event) => {
            talk.draft.value = event.currentTarget.value
          }}
        />
      </div>
      <div class="field">
        <label class="field__label" for="intake-nickname">
          {t('talk.intake.nickname')}
        </label>
        <input
          class="field__input"
          id="intake-nickname"
          autocomplete="off"
          maxLength={NICKNAME_MAX}
          value={nickname.value}
          onInput={(event) => {
            nickname.value = event.currentTarget.value
          }}
        />
      </div>
      <Problem reason={talk.problem.value} />
      <button type="submit" class="button button--primary button--large button--wide" aria-disabled={isStarting}>
        {t(isStarting ? 'talk.intake.starting' : 'talk.intake.start')}
      </button>
      <p class="field__hint">
        {t('talk.intake.sealed')} <a href="/privacy">{t('talk.intake.sealed-link')}</a>
      </p>
    </form>
  )
}
