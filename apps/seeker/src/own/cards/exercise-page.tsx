/** One exercise: starts by a tap, may be paused and stopped, with or without sound. Each sentence is said once. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import './cards.css'
import type { PageProps } from '../../lazy-page.tsx'
import { NotFoundPage } from '../../not-found-page.tsx'
import { Page } from '../../shell/page.tsx'
import { type OwnKey, o } from '../messages.ts'
import { type Exercise, exercises, momentAt } from './exercises.ts'
import { createTone, type Tone } from './tone.ts'

export function ExercisePage({ params = {} }: PageProps) {
  const exercise = exercises.find(({ id }) => id === params.id)
  return exercise ? <Guided key={exercise.id} exercise={exercise} /> : <NotFoundPage />
}

const TICK_MS = 200

function Guided({ exercise }: { exercise: Exercise }) {
  const elapsed = useSignal(0)
  const isRunning = useSignal(false)
  const hasSound = useSignal(false)
  const tone = useRef<Tone | undefined>(undefined)
  const now = momentAt(exercise, elapsed.value)
  const hasBegun = elapsed.value > 0 || isRunning.value
  const isBreath = exercise.id.startsWith('breath-')

  useEffect(() => {
    if (!isRunning.value) return
    // By the clock, not by counting ticks: a phone that slept goes on where it should be.
    const from = performance.now() - elapsed.peek() * 1000
    const timer = setInterval(() => {
      elapsed.value = (performance.now() - from) / 1000
      if (!momentAt(exercise, elapsed.value)) isRunning.value = false
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [isRunning.value])

  useEffect(() => {
    if (hasSound.value && isRunning.value && now) tone.current?.sound(now.moment)
  }, [now?.index, now?.round, hasSound.value, isRunning.value])
  useEffect(() => () => tone.current?.close(), [])

  const sentence = now
    ? o((isBreath ? `breath.${now.moment.say}` : `exercise.${exercise.id}.${now.moment.say}`) as OwnKey)
    : o('exercise.over')

  return (
    <Page title={o(`exercise.${exercise.id}`)} lead={o(`exercise.${exercise.id}.what`)}>
      <div class="exercise">
        {isBreath && (
          <div
            class={`breath breath--${(isRunning.value && now?.moment.breath) || 'hold'}`}
            style={{ '--breath': `${now?.moment.seconds ?? 1}s` }}
            aria-hidden="true"
          />
        )}
        <p class="exercise__say" role="status">
          {hasBegun ? sentence : ''}
        </p>
      </div>
      <p class="actions">
        <button
          type="button"
          class="button button--primary button--large"
          onClick={() => {
            if (!now) elapsed.value = 0
            isRunning.value = !isRunning.value
          }}
        >
          {o(isRunning.value ? 'exercise.pause' : hasBegun && now ? 'exercise.go-on' : 'exercise.start')}
        </button>
        <button
          type="button"
          class="button"
          aria-pressed={hasSound.value}
          onClick={() => {
            tone.current ??= createTone()
            hasSound.value = !hasSound.value
            if (!hasSound.value) tone.current.silence()
          }}
        >
          {o('exercise.sound')}
        </button>
        {!isBreath && now && hasBegun && (
          <button
            type="button"
            class="button"
            onClick={() => {
              const wasRunning = isRunning.value
              isRunning.value = false
              elapsed.value += now.moment.seconds - now.since
              isRunning.value = wasRunning
            }}
          >
            {o('exercise.next')}
          </button>
        )}
      </p>
      <p>
        <a href="/houvast/kaarten">{o('cards.title')}</a>
      </p>
    </Page>
  )
}
