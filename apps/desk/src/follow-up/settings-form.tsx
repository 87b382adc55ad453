/** Agenda and tariff. */
import { agendaLimits } from '@houvast/rules/agenda/agenda'
import type { InputHTMLAttributes } from 'preact'
import { type FollowUpKey, f, sayReason } from './messages.ts'
import type { SettingsModel, Typed } from './settings-model.ts'

type Text = Exclude<keyof Typed, 'tariff'>

export function SettingsForm({ model }: { readonly model: SettingsModel }) {
  const { tariff } = model.typed.value
  const said = model.said.value

  function save(event: Event) {
    event.preventDefault()
    void model.save()
  }
  return (
    <form onSubmit={save}>
      {model.shown.value?.hasWeek === false && <p class="notice">{f('settings.week')}</p>}
      <NumberField model={model} of="slot" label="settings.slot" limits={agendaLimits.slotMinutes} />
      <NumberField model={model} of="gap" label="settings.gap" limits={agendaLimits.gapMinutes} />
      <NumberField model={model} of="notice" label="settings.notice" limits={agendaLimits.noticeHours} />
      <NumberField model={model} of="days" label="settings.days" limits={agendaLimits.days} />
      <div class="field">
        <label class="field__label" for="vervolg-away">
          {f('settings.away')}
        </label>
        <span class="field__hint" id="vervolg-away-hint">
          {f('settings.away-hint')}
        </span>
        <textarea
          id="vervolg-away"
          class="field__input"
          aria-describedby="vervolg-away-hint"
          rows={3}
          value={model.typed.value.away}
          onInput={(event) => model.type({ away: event.currentTarget.value })}
        />
      </div>
      <fieldset class="follow-up__ways">
        <legend>{f('settings.tariff')}</legend>
        {(['unknown', 'own', 'convention'] as const).map((kind) => (
          <label key={kind} class="follow-up__way" for={`vervolg-tarief-${kind}`}>
            <input
              id={`vervolg-tarief-${kind}`}
              type="radio"
              name="vervolg-tarief"
              checked={tariff === kind}
              onChange={() => model.type({ tariff: kind })}
            />
            {f(`settings.tariff-${kind}`)}
          </label>
        ))}
      </fieldset>
      {tariff !== 'unknown' && (
        <Field model={model} of="amount" label="settings.amount" input={{ inputMode: 'decimal', required: true }} />
      )}
      {tariff === 'convention' && (
        <>
          <Field model={model} of="source" label="settings.source" input={{ required: true, maxLength: 300 }} />
          <Field model={model} of="readOn" label="settings.read-on" input={{ type: 'date', required: true }} />
        </>
      )}
      <Field model={model} of="iban" label="settings.iban" input={{ autocomplete: 'off', maxLength: 42 }} />
      {model.typed.value.iban !== '' && (
        <Field model={model} of="holder" label="settings.holder" input={{ required: true, maxLength: 70 }} />
      )}
      <Field model={model} of="address" label="settings.address" input={{ maxLength: 200 }} />
      <button type="submit" class="button button--primary">
        {f('settings.save')}
      </button>
      <p role="status">{said?.is === 'saved' && f('settings.saved')}</p>
      <p role="alert">{said?.is === 'problem' && sayReason(groupOf(said.reason), said.reason)}</p>
    </form>
  )
}

const groupOf = (reason: string) => (reason === 'unreachable' ? 'problem' : 'settings.problem')

type FieldProps = { readonly model: SettingsModel; readonly of: Text; readonly label: FollowUpKey }

function Field(props: FieldProps & { readonly input: InputHTMLAttributes<HTMLInputElement> }) {
  const { model, of, label, input } = props
  const id = `vervolg-${of}`
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {f(label)}
      </label>
      <input
        {...input}
        id={id}
        class="field__input"
        value={model.typed.value[of]}
        onInput={(event) => model.type({ [of]: event.currentTarget.value })}
      />
    </div>
  )
}

function NumberField({ limits, ...props }: FieldProps & { readonly limits: { least: number; most: number } }) {
  return <Field {...props} input={{ type: 'number', required: true, min: limits.least, max: limits.most, step: 1 }} />
}
