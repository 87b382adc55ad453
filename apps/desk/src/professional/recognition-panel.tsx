/** For the coordinator: compare somebody's numbers with the public registers, and say that one did (G8). */
import type { ProfessionalOfLine } from '@houvast/protocol/talk-requests'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { deskApi } from '../desk-api.ts'
import { type MessageKey, t } from '../messages.ts'
import { sayDay } from './say-day.ts'

const problems: Readonly<Record<string, MessageKey>> = {
  'not-a-number': 'recognition.not-a-number',
  'not-oneself': 'recognition.not-oneself',
}

export function RecognitionPanel() {
  const all = useSignal<readonly ProfessionalOfLine[]>([])
  const look = async () => {
    const answer = await deskApi.professionals()
    if (answer.ok) all.value = answer.value.professionals
  }
  useEffect(() => void look(), [])
  return (
    <article class="panel" aria-labelledby="erkenningen">
      <h2 id="erkenningen">{t('recognition.title')}</h2>
      <p>{t('recognition.how')}</p>
      <ul class="desk__list">
        {all.value.map((one) => (
          <li key={one.kid} class="card">
            <OneProfessional one={one} onDone={look} />
          </li>
        ))}
      </ul>
    </article>
  )
}

function OneProfessional({ one, onDone }: { one: ProfessionalOfLine; onDone: () => Promise<void> }) {
  const commissionNumber = useSignal(one.recognition?.commissionNumber ?? '')
  const visum = useSignal(one.recognition?.visum ?? '')
  const erkenning = useSignal(one.recognition?.erkenning ?? '')
  const problem = useSignal<string | undefined>(undefined)
  async function put(isRight: boolean) {
    const numbers = {
      commissionNumber: commissionNumber.value,
      ...(visum.value ? { visum: visum.value } : {}),
      ...(erkenning.value ? { erkenning: erkenning.value } : {}),
    }
    const answer = await deskApi.recognise({ kid: one.kid, ...(isRight ? { numbers } : {}) })
    problem.value = answer.ok ? undefined : answer.why.reason
    if (answer.ok) await onDone()
  }
  const fields = [
    ['commission', commissionNumber],
    ['visum', visum],
    ['erkenning', erkenning],
  ] as const
  return (
    <form
      class="panel__form"
      onSubmit={(event) => {
        event.preventDefault()
        void put(true)
      }}
    >
      <h3>{one.name}</h3>
      <p>{t(`profession.${one.profile.title}`)}</p>
      <p role="status">
        {one.recognition
          ? t('recognition.valid', { by: one.recognition.checkedBy, until: sayDay(one.recognition.validUntil) })
          : t('recognition.none')}
      </p>
      {fields.map(([name, value]) => (
        <div key={name} class="field">
          <label class="field__label" for={`${name}-${one.kid}`}>
            {t(`recognition.${name}`)}
          </label>
          <input
            class="field__input"
            id={`${name}-${one.kid}`}
            inputMode="numeric"
            maxLength={30}
            value={value.value}
            onInput={(event) => {
              value.value = event.currentTarget.value
            }}
          />
        </div>
      ))}
      <p role="alert">{problem.value && t(problems[problem.value] ?? 'profile.failed')}</p>
      <p class="dialog__actions">
        <button type="submit" class="button button--primary">
          {t('recognition.checked')}
        </button>
        {one.recognition && (
          <button type="button" class="button" onClick={() => void put(false)}>
            {t('recognition.take-back')}
          </button>
        )}
      </p>
    </form>
  )
}
