/** Sound made on the device: a soft tone that rises with the breath in and falls with the breath out; a short one for each sentence. */
import type { Moment } from './exercises.ts'

export type Tone = { sound(moment: Moment): void; silence(): void; close(): void }

const LOW_HZ = 174
const HIGH_HZ = 261
const LOUDNESS = 0.08

export function createTone(): Tone {
  const context = new AudioContext()
  const gain = context.createGain()
  const oscillator = context.createOscillator()
  gain.gain.value = 0
  oscillator.frequency.value = LOW_HZ
  oscillator.connect(gain).connect(context.destination)
  oscillator.start()

  return {
    sound({ breath, seconds }) {
      void context.resume()
      const now = context.currentTime
      const target = breath === 'out' ? LOW_HZ : HIGH_HZ
      const length = breath ? seconds : 1
      gain.gain.cancelScheduledValues(now)
      oscillator.frequency.cancelScheduledValues(now)
      if (breath === 'hold') {
        gain.gain.setTargetAtTime(0, now, 0.2)
        return
      }
      oscillator.frequency.setTargetAtTime(target, now, length / 3)
      gain.gain.setTargetAtTime(LOUDNESS, now, 0.4)
      gain.gain.setTargetAtTime(0, now + length * 0.8, 0.3)
    },
    silence: () => gain.gain.setTargetAtTime(0, context.currentTime, 0.1),
    close: () => void context.close(),
  }
}
