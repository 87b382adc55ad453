/** «Toegangssleutel toevoegen»: asks for the passphrase, because that is what opens the keys to be locked anew. */
import type { Me } from '@houvast/protocol/desk-requests'
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { t } from '../messages.ts'
import { PassphraseField } from './field.tsx'
import { addPasskey, canUsePasskeys } from './passkey.ts'
import { Problem } from './problem.tsx'

export function AddPasskey({ me }: { me: Me }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const passphrase = useSignal('')
  const state = useSignal<'asking' | 'busy' | 'added'>('asking')
  const problem = useSignal<string | undefined>(undefined)
  if (!canUsePasskeys()) return null

  async function add() {
    if (state.value === 'busy') return
    state.value = 'busy'
    const added = await addPasskey(me, passphrase.value)
    passphrase.value = ''
    problem.value = added.ok ? undefined : added.why
    state.value = added.ok ? 'added' : 'asking'
  }

  return (
    <>
      <button type="button" class="button" onClick={() => dialog.current?.showModal()}>
        {t('passkey.add')}
      </button>
      <dialog class="dialog" ref={dialog} aria-labelledby="passkey-title">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
        >
          <h2 id="passkey-title">{t('passkey.add')}</h2>
          <p>{t('passkey.text')}</p>
          {state.value === 'added' ? (
            <p role="status">{t('passkey.added')}</p>
          ) : (
            <PassphraseField id="passkey-passphrase" value={passphrase} />
          )}
          <Problem reason={problem.value} />
          <div class="dialog__actions">
            {state.value !== 'added' && (
              <button type="submit" class="button button--primary" aria-disabled={state.value === 'busy'}>
                {t('passkey.make')}
              </button>
            )}
            <button type="button" class="button" onClick={() => dialog.current?.close()}>
              {t('passkey.close')}
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}
