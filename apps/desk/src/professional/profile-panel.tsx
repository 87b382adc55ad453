/** What a professional says of themselves, when they can be booked, whether they are recognised, and what they did. */
import type { OwnProfile } from '@houvast/protocol/talk-requests'
import { type Gender, type Profile, type Title, talkLanguages, themes } from '@houvast/rules/matching/professional'
import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { deskApi } from '../desk-api.ts'
import { t } from '../messages.ts'
import { sayDay } from './say-day.ts'
import { WeeklyTimes } from './weekly-times.tsx'
import { WideTable } from './wide-table.tsx'

const titles: readonly Title[] = ['clinical-psychologist', 'clinical-orthopedagogue', 'psychologist']
const genders: readonly Gender[] = ['woman', 'man', 'other']
const nothingYet: Profile = {
  ...{ title: 'clinical-psychologist', gender: 'woman', about: '' },
  ...{ languages: ['nl'], themes: [], weekly: [] },
}

export function ProfilePanel() {
  const own = useSignal<OwnProfile | undefined>(undefined)
  const profile = useSignal<Profile>(nothingYet)
  const state = useSignal<'loading' | 'ready' | 'saved' | 'failed'>('loading')
  useEffect(() => {
    void deskApi.profile().then((answer) => {
      state.value = answer.ok ? 'ready' : 'failed'
      if (!answer.ok) return
      own.value = answer.value
      if (answer.value.profile) profile.value = answer.value.profile as Profile
    })
  }, [])
  const change = (more: Partial<Profile>) => {
    profile.value = { ...profile.value, ...more }
    state.value = 'ready'
  }
  async function save(event: Event) {
    event.preventDefault()
    const answer = await deskApi.putProfile({ profile: copyOf(profile.value) })
    state.value = answer.ok ? 'saved' : 'failed'
  }

  return (
    <article class="panel" aria-labelledby="profiel">
      <h2 id="profiel">{t('profile.title')}</h2>
      <Recognised own={own.value} />
      <form class="panel__form" onSubmit={(event) => void save(event)}>
        <Choice
          label={t('profile.profession')}
          id="beroep"
          of={titles}
          value={profile.value.title}
          say={(one) => t(`profession.${one}`)}
          onChange={(title) => change({ title })}
        />
        <Choice
          label={t('profile.gender')}
          id="geslacht"
          of={genders}
          value={profile.value.gender}
          say={(one) => t(`gender.${one}`)}
          onChange={(gender) => change({ gender })}
        />
        <Several
          label={t('profile.languages')}
          of={talkLanguages}
          chosen={profile.value.languages}
          say={(one) => t(`language.${one}`)}
          onChange={(languages) => change({ languages })}
        />
        <Several
          label={t('profile.themes')}
          of={themes}
          chosen={profile.value.themes}
          say={(one) => t(`theme.${one}`)}
          onChange={(chosen) => change({ themes: chosen })}
        />
        <div class="field">
          <label class="field__label" for="over-mij">
            {t('profile.about')}
          </label>
          <textarea
            class="field__input"
            id="over-mij"
            rows={4}
            maxLength={600}
            value={profile.value.about}
            onInput={(event) => change({ about: event.currentTarget.value })}
          />
        </div>
        <WeeklyTimes slots={profile.value.weekly} onChange={(weekly) => change({ weekly })} />
        <button type="submit" class="button button--primary">
          {t('profile.save')}
        </button>
        <p role="status">{state.value === 'saved' && t('profile.saved')}</p>
        <p role="alert">{state.value === 'failed' && t('profile.failed')}</p>
      </form>
      <Weeks own={own} />
    </article>
  )
}

/** As it travels: lists of its own. */
const copyOf = ({ languages, themes: chosen, weekly, ...rest }: Profile) => ({
  ...rest,
  languages: [...languages],
  themes: [...chosen],
  weekly: [...weekly],
})

function Recognised({ own }: { own: OwnProfile | undefined }) {
  if (!own) return null
  const { recognition } = own
  if (!recognition) return <p class="notice">{t('profile.not-recognised')}</p>
  const { commissionNumber, checkedBy, checkedAt, validUntil } = recognition
  const said = { number: commissionNumber, by: checkedBy, on: sayDay(checkedAt), until: sayDay(validUntil) }
  return <p class="notice">{t('profile.recognised', said)}</p>
}

function Choice<T extends string>(props: {
  readonly label: string
  readonly id: string
  readonly of: readonly T[]
  readonly value: T
  readonly say: (one: T) => string
  readonly onChange: (one: T) => void
}) {
  const { label, id, of, value, say, onChange } = props
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <select class="field__input" id={id} value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {of.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Several<T extends string>(props: {
  readonly label: string
  readonly of: readonly T[]
  readonly chosen: readonly T[]
  readonly say: (one: T) => string
  readonly onChange: (chosen: readonly T[]) => void
}) {
  const { label, of, chosen, say, onChange } = props
  return (
    <fieldset class="call__ladder">
      <legend>{label}</legend>
      {of.map((one) => (
        <label key={one} class="call__rung">
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, one] : chosen.filter((other) => other !== one))
            }
          />
          {say(one)}
        </label>
      ))}
    </fieldset>
  )
}

function Weeks({ own }: { own: Signal<OwnProfile | undefined> }) {
  const weeks = own.value?.weeks ?? []
  return (
    <section>
      <h3>{t('weeks.title')}</h3>
      {weeks.length === 0 ? (
        <p>{t('weeks.none')}</p>
      ) : (
        <WideTable label={t('weeks.title')}>
          <thead>
            <tr>
              {(['week', 'talks', 'minutes', 'rings', 'declined', 'silent'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`weeks.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((one) => (
              <tr key={one.week}>
                <th scope="row">{one.week}</th>
                <td>{one.talks}</td>
                <td>{one.minutes}</td>
                <td>{one.rings}</td>
                <td>{one.declined}</td>
                <td>{one.silent}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </section>
  )
}
