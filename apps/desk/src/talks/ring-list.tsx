/** Where a professional sees that it rings, for whom, and how long still. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { t, tCount } from '../messages.ts'
import type { Desk, RingingFor } from './desk.ts'

export function RingList({ desk }: { desk: Desk }) {
  const ring = desk.ring.value
  return (
    <section>
      <h2 id="ring">{t('desk.ring.title')}</h2>
      <p role="status">{!ring && t(nothingRings(desk))}</p>
      {/* The card stays, empty, so that what comes into it is heard. */}
      <div class={ring ? 'card ring' : ''}>
        <p role="alert">{ring && <strong>{someone(ring)}</strong>}</p>
        {ring && <Ring desk={desk} ring={ring} />}
      </div>
    </section>
  )
}

function nothingRings(desk: Desk) {
  if (desk.isAway.value) return 'desk.ring.away'
  return desk.isOnDuty.value ? 'desk.ring.none' : 'desk.ring.none-off'
}

const someone = ({ intake }: RingingFor) => t('desk.ring.someone', { name: intake?.nickname ?? t('desk.nameless') })

function Ring({ desk, ring }: { desk: Desk; ring: RingingFor }) {
  const left = useSecondsLeft(ring.until)
  const { intake } = ring
  return (
    <>
      <p class="desk__intake" dir="auto">
        {intake ? (intake.text ?? t('desk.no-intake')) : t('desk.intake-not-opened')}
      </p>
      {ring.reasons.length > 0 && (
        <p class="field__hint">
          {t('desk.ring.why')} {ring.reasons.map((reason) => t(`desk.ring.reason.${reason}`)).join(' · ')}
        </p>
      )}
      <p>{tCount('desk.ring.seconds', left)}</p>
      <div class="dialog__actions">
        <button type="button" class="button button--primary" disabled={!intake} onClick={() => void desk.accept()}>
          {t('desk.ring.accept')}
        </button>
        <button type="button" class="button" disabled={!intake} onClick={() => void desk.accept('write')}>
          {t('desk.ring.write-first')}
        </button>
        <button type="button" class="button" onClick={() => desk.decline()}>
          {t('desk.ring.decline')}
        </button>
      </div>
    </>
  )
}

function useSecondsLeft(until: number): number {
  const left = useSignal(secondsTo(until))
  useEffect(() => {
    const timer = setInterval(() => {
      left.value = secondsTo(until)
    }, 500)
    return () => clearInterval(timer)
  }, [until])
  return left.value
}

const secondsTo = (until: number) => Math.max(0, Math.ceil((until - Date.now()) / 1_000))
