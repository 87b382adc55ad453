import { useSignal } from '@preact/signals'
import { t } from '../messages.ts'
import type { SeekerTalk } from './seeker-talk.ts'

/** «Wis dit gesprek». When the server cannot be reached it says so: erasing must not seem to have happened. */
export function EraseButton({ talk, label }: { talk: SeekerTalk; label: string }) {
  const state = useSignal<'ready' | 'erasing' | 'failed'>('ready')
  async function erase() {
    if (state.value === 'erasing') return
    state.value = 'erasing'
    state.value = (await talk.erase()) ? 'ready' : 'failed'
  }
  return (
    <>
      <button type="button" class="button" aria-disabled={state.value === 'erasing'} onClick={() => void erase()}>
        {label}
      </button>
      <span role="alert">{state.value === 'failed' && t('talk.erase.failed')}</span>
    </>
  )
}
