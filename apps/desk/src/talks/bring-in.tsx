/** A third in a talk: asked for by who has it, and joined by who is asked. The seeker decides. */
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { t } from '../messages.ts'
import type { Desk } from './desk.ts'
import type { DeskCall } from './desk-call.ts'
import type { DeskTalk } from './desk-talk.ts'

type Props = { readonly desk: Desk; readonly call: DeskCall; readonly talk: DeskTalk }
type Colleague = NonNullable<Awaited<ReturnType<Desk['colleagues']>>>[number]

export function BringIn({ desk, call, talk, name }: Props & { readonly name: string }) {
  const { third, isThirdIn } = call.view.value ?? {}
  const found = useSignal<readonly Colleague[] | undefined>(undefined)
  const place = useRef<HTMLParagraphElement>(null)
  const isUnderWay = third?.is === 'asked' || isThirdIn
  async function look() {
    found.value = await desk.colleagues()
  }
  function ask({ kid, name: colleague }: Colleague) {
    found.value = undefined
    void call.askThird(kid, colleague)
    place.current?.focus()
  }
  return (
    <section class="bring-in">
      <p role="status" ref={place} tabIndex={-1}>
        {third && saidOf(third, isThirdIn === true, name)}
      </p>
      {isThirdIn && third && (
        <button type="button" class="button button--quiet" onClick={() => void talk.letGo(third.kid)}>
          {t('desk.third.let-go', { third: third.name })}
        </button>
      )}
      {!isUnderWay && (
        <button
          type="button"
          class="button button--quiet"
          aria-expanded={found.value !== undefined}
          onClick={() => void look()}
        >
          {t('desk.third.ask')}
        </button>
      )}
      {!isUnderWay && found.value && (
        <ul class="plain-list" aria-label={t('desk.third.whom')}>
          {found.value.length === 0 && <li>{t('desk.third.nobody')}</li>}
          {found.value.map((one) => (
            <li key={one.kid}>
              <button type="button" class="button" onClick={() => ask(one)}>
                {t('desk.third.ask-one', { third: one.name })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type Third = NonNullable<NonNullable<DeskCall['view']['value']>['third']>

function saidOf({ is, name: third }: Third, isIn: boolean, name: string): string {
  if (is === 'asked') return t('desk.third.asked', { third, name })
  if (is === 'refused') return t('desk.third.refused', { third })
  return isIn ? t('desk.third.is-in', { third }) : ''
}

/** A colleague asks, and the person in the talk finds it good. */
export function Invited({ desk, talk }: Props) {
  return (
    <div class="card">
      <p role="alert">{t('desk.third.invited', { name: helperIn(talk) ?? t('desk.third.colleague') })}</p>
      <p class="dialog__actions">
        <button type="button" class="button button--primary" onClick={() => desk.join(talk)}>
          {t('desk.third.join')}
        </button>
        <button type="button" class="button" onClick={() => void desk.leaveAsGuest(talk)}>
          {t('desk.third.not-now')}
        </button>
      </p>
    </div>
  )
}

export const helperIn = (talk: DeskTalk) => talk.view.value.members.find(({ role }) => role === 'helper')?.name
