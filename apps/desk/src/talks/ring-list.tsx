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
      {ring && <RingCard desk={desk} ring={ring} />}
    </section>
  )
}

function nothingRings(desk: Desk) {
  if (desk.isAway.value) return 'desk.ring.away'
  return desk.isOnDuty.value ? 'desk.ring.none' : 'desk.ring.none-off'
}

function RingCard({ desk, ring }: { desk: Desk; ring: RingingFor }) {
  const left = useSecondsLeft(ring.until)
  const { intake } = ring
  return (
    <div class="card ring" role="alertdialog" aria-labelledby="ring-who" aria-describedby="ring-why">
      <p id="ring-who">
        <strong>{t('desk.ring.someone', { name: intake?.nickname ?? t('desk.nameless') })}</strong>
      </p>
      <p class="desk__intake" dir="auto" id="ring-why">
        {intake ? (intake.text ?? t('desk.no-intake')) : t('desk.intake-not-opened')}
      </p>
      <p>{tCount('desk.ring.seconds', left)}</p>
      <div class="dialog__actions">
        <button type="button" class="button button--primary" disabled={!intake} onClick={() => void desk.accept()}>
          {t('desk.ring.accept')}
        </button>
        <button type="button" class="button" onClick={() => desk.decline()}>
          {t('desk.ring.decline')}
        </button>
      </div>
    </div>
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
