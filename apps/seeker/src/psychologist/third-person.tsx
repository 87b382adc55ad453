/** Whether somebody may join: asked by the professional, said by the person, and taken back whenever they want. */
import { useRef } from 'preact/hooks'
import { p } from './messages.ts'
import type { PsychologistTalk } from './psychologist-talk.ts'

export function ThirdPerson({ model, name }: { model: PsychologistTalk; name: string }) {
  const { third, isThirdIn } = model.call.value ?? {}
  const place = useRef<HTMLParagraphElement>(null)
  const answer = (isYes: boolean) => {
    model.answerThird(isYes)
    // The button goes away: whoever came to it with keys goes on from here.
    place.current?.focus()
  }
  const isAsked = third?.is === 'asked'
  const isWelcome = third?.is === 'welcome'
  return (
    <div class={isAsked ? 'card' : ''}>
      {/* The place stays, empty, so that what comes into it is heard. */}
      <p role="status" ref={place} tabIndex={-1}>
        {third && said(third, isThirdIn === true, name)}
      </p>
      {isAsked && (
        <p class="actions">
          <button type="button" class="button button--primary" onClick={() => answer(true)}>
            {p('third.yes')}
          </button>
          <button type="button" class="button" onClick={() => answer(false)}>
            {p('third.no')}
          </button>
        </p>
      )}
      {isWelcome && isThirdIn && (
        <p class="actions">
          <button type="button" class="button" onClick={() => answer(false)}>
            {p('third.take-back', { third: third.name })}
          </button>
        </p>
      )}
    </div>
  )
}

type Third = NonNullable<NonNullable<PsychologistTalk['call']['value']>['third']>

function said({ is, name: third }: Third, isIn: boolean, name: string): string {
  if (is === 'asked') return p('third.asked', { third, name })
  if (is === 'refused') return p('third.refused', { third })
  return isIn ? p('third.is-in', { third }) : ''
}
