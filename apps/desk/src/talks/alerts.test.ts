import { signal } from '@preact/signals'
import { describe, expect, test, vi } from 'vitest'
import { createAlerts } from './alerts.ts'

function aDesk() {
  const waiting = signal(0)
  const sound = vi.fn()
  let isSeen = true
  let again = () => {}
  const alerts = createAlerts({
    ...{ waiting, sound },
    isSeen: () => isSeen,
    every(_, work) {
      again = work
      return () => {
        again = () => {}
      }
    },
  })
  function lookAway() {
    isSeen = false
  }
  return { waiting, sound, alerts, lookAway, timePasses: () => again() }
}

describe('the sound at the desk', () => {
  test('is off until it is turned on, and turning it on lets it be heard', () => {
    const { waiting, sound, alerts } = aDesk()
    waiting.value = 1
    expect(sound).not.toHaveBeenCalled()

    alerts.toggle()

    expect(sound).toHaveBeenCalledTimes(1)
  })

  test('tells once that somebody came, and nothing when somebody left', () => {
    const { waiting, sound, alerts } = aDesk()
    alerts.toggle()
    sound.mockClear()

    waiting.value = 1
    waiting.value = 2
    waiting.value = 1

    expect(sound).toHaveBeenCalledTimes(2)
  })

  test('comes again while somebody waits and nobody looks', () => {
    const { waiting, sound, alerts, lookAway, timePasses } = aDesk()
    alerts.toggle()
    waiting.value = 1
    sound.mockClear()

    timePasses()
    expect(sound).not.toHaveBeenCalled()
    lookAway()
    timePasses()
    timePasses()
    expect(sound).toHaveBeenCalledTimes(2)

    waiting.value = 0
    timePasses()
    expect(sound).toHaveBeenCalledTimes(2)
  })

  test('is silent when the helper leaves', () => {
    const { waiting, sound, alerts, lookAway, timePasses } = aDesk()
    alerts.toggle()
    sound.mockClear()
    alerts.stop()
    lookAway()

    waiting.value = 1
    timePasses()

    expect(sound).not.toHaveBeenCalled()
  })
})
