import { useRef } from 'preact/hooks'
import { t } from '../messages.ts'
import { EraseButton } from './erase-button.tsx'
import type { SeekerTalk } from './seeker-talk.ts'

/** Ending asks once whether it was meant; erasing is offered beside it, and after it. */
export function EndButton({ talk }: { talk: SeekerTalk }) {
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <button type="button" class="button button--quiet" onClick={() => dialog.current?.showModal()}>
        {t('talk.end')}
      </button>
      <dialog class="dialog" ref={dialog} aria-labelledby="end-title">
        <h2 id="end-title">{t('talk.end.title')}</h2>
        <p>{t('talk.end.text')}</p>
        <div class="dialog__actions">
          <button
            type="button"
            class="button button--primary"
            onClick={() => {
              talk.end()
              dialog.current?.close()
            }}
          >
            {t('talk.end.yes')}
          </button>
          <EraseButton talk={talk} label={t('talk.erase')} />
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {t('talk.end.no')}
          </button>
        </div>
      </dialog>
    </>
  )
}
