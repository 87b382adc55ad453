/** The own plan in a conversation: only after the person says so, and theirs to stop. What it needs is fetched at the tap. */
import { useSignal } from '@preact/signals'
import { t } from '../messages.ts'
import type { SeekerTalk } from './seeker-talk.ts'

export function PlanTogether({ talk, name }: { talk: SeekerTalk; name: string }) {
  const state = useSignal<'asked' | 'shared' | 'locked' | 'unreachable'>('asked')

  async function share() {
    try {
      const { addressForTalk } = await import('../own/together/address-for-talk.ts')
      const address = await addressForTalk()
      if (address === 'locked' || address === 'unreachable') state.value = address
      else state.value = (await talk.say(address)) ? 'shared' : 'unreachable'
    } catch {
      state.value = 'unreachable'
    }
  }

  return (
    <details class="talk__plan">
      <summary>{t('talk.plan')}</summary>
      <p>{t('talk.plan.what', { name })}</p>
      <p>
        {state.value === 'shared' ? (
          <a class="button" href="/houvast/samen/plan" target="_blank" rel="noopener">
            {t('talk.plan.open')}
          </a>
        ) : (
          <button type="button" class="button" onClick={() => void share()}>
            {t('talk.plan.share')}
          </button>
        )}
      </p>
      <p role="status">{state.value !== 'asked' && state.value !== 'shared' && t(`talk.plan.${state.value}`)}</p>
    </details>
  )
}
