import { useEffect } from 'preact/hooks'
import { t } from '../messages.ts'
import { Field, PassphraseField } from './field.tsx'
import { canUsePasskeys } from './passkey.ts'
import { Problem } from './problem.tsx'
import type { SignInModel } from './sign-in.ts'

export function SignInPage({ model }: { model: SignInModel }) {
  useEffect(() => void model.look(), [model])
  const isBusy = model.state.value === 'busy'
  if (model.state.value === 'looking') return <main class="sign-in" aria-busy="true" />
  if (model.known.value) return <UnlockPage model={model} name={model.known.value.name} />
  return (
    <main class="sign-in">
      <h1>{t('sign-in.title')}</h1>
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault()
          void model.submit()
        }}
      >
        <div class="field">
          <label class="field__label" for="line">
            {t('sign-in.line')}
          </label>
          <select
            class="field__input"
            id="line"
            value={model.line.value}
            onChange={(event) => {
              model.line.value = event.currentTarget.value
            }}
          >
            {model.lines.value.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Field id="name" label={t('sign-in.name')} value={model.name} input={{ autocomplete: 'username' }} />
        <PassphraseField id="passphrase" value={model.passphrase} />
        <Field
          id="code"
          label={t('sign-in.code')}
          value={model.code}
          input={{ autocomplete: 'one-time-code', inputMode: 'numeric' }}
        />
        <Problem reason={model.problem.value} />
        <button type="submit" class="button button--primary button--large button--wide" aria-disabled={isBusy}>
          {t(isBusy ? 'sign-in.busy' : 'sign-in.submit')}
        </button>
      </form>
      <PasskeyButton model={model} />
      {model.demo.value.length > 0 && (
        <section class="card">
          <h2>{t('sign-in.demo.title')}</h2>
          <p>{t('sign-in.demo.text')}</p>
          <ul class="demo">
            {model.demo.value.map((one) => (
              <li key={`${one.line}/${one.name}`}>
                <button type="button" class="button" onClick={() => void model.fillIn(one)}>
                  {t('sign-in.demo.fill-in', { name: one.name, line: one.lineName })}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

/** After a reload: signed in still, but the keys are closed, because this page kept them nowhere. */
function UnlockPage({ model, name }: { model: SignInModel; name: string }) {
  const isBusy = model.state.value === 'busy'
  return (
    <main class="sign-in">
      <h1>{t('unlock.title', { name })}</h1>
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault()
          void model.submit()
        }}
      >
        <p>{t('unlock.text')}</p>
        <PassphraseField id="passphrase" value={model.passphrase} />
        <Problem reason={model.problem.value} />
        <button type="submit" class="button button--primary button--large button--wide" aria-disabled={isBusy}>
          {t(isBusy ? 'sign-in.busy' : 'unlock.submit')}
        </button>
      </form>
      <PasskeyButton model={model} />
      <button type="button" class="button button--quiet" onClick={() => void model.signOut()}>
        {t('unlock.other')}
      </button>
    </main>
  )
}

function PasskeyButton({ model }: { model: SignInModel }) {
  if (!canUsePasskeys()) return null
  return (
    <button type="button" class="button" onClick={() => void model.usePasskey()}>
      {t('passkey.use')}
    </button>
  )
}
