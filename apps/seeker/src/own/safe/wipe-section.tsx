/** «Wis alles»: asks once, then it is gone from this device (K6). What lies on the server is a choice of its own. */
import { wipeToolkit } from '@houvast/device-store/toolkit/wipe'
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { o } from '../messages.ts'
import { closeForWiping } from '../own-data.ts'
import { copyState, eraseCopy } from './copy.ts'

export function WipeSection() {
  const dialog = useRef<HTMLDialogElement>(null)
  const said = useSignal('')

  async function wipe(alsoCopy: boolean) {
    if (alsoCopy && !(await eraseCopy())) {
      said.value = o('wipe.copy-stays')
      return
    }
    closeForWiping()
    await wipeToolkit()
    location.replace('/')
  }

  return (
    <section class="card reading" aria-labelledby="wissen">
      <h2 id="wissen">{o('wipe.title')}</h2>
      <p>{o('wipe.what')}</p>
      <p>
        <button type="button" class="button" onClick={() => dialog.current?.showModal()}>
          {o('wipe.title')}
        </button>
      </p>
      <dialog class="dialog" ref={dialog} aria-labelledby="wis-vraag">
        <h2 id="wis-vraag">{o('wipe.sure')}</h2>
        <p>{o('wipe.sure.text')}</p>
        <div class="dialog__actions">
          <button type="button" class="button button--primary" onClick={() => void wipe(false)}>
            {o('wipe.yes')}
          </button>
          {copyState.value.at !== undefined && (
            <button type="button" class="button" onClick={() => void wipe(true)}>
              {o('wipe.yes-copy')}
            </button>
          )}
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {o('wipe.no')}
          </button>
        </div>
        <p role="alert">{said.value}</p>
      </dialog>
    </section>
  )
}
