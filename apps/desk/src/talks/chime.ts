/** Two soft tones, made here: nothing is downloaded, and a shared room is not startled. */
const TONES_HZ = [587, 784]
const TONE_S = 0.28

export function createChime(): () => void {
  let audio: AudioContext | undefined
  return () => {
    audio ??= new AudioContext()
    const begin = audio.currentTime
    for (const [i, frequency] of TONES_HZ.entries()) {
      const tone = new OscillatorNode(audio, { type: 'sine', frequency })
      const volume = new GainNode(audio, { gain: 0 })
      const at = begin + i * TONE_S
      volume.gain.setValueAtTime(0, at)
      volume.gain.linearRampToValueAtTime(0.18, at + 0.03)
      volume.gain.exponentialRampToValueAtTime(0.001, at + TONE_S)
      tone.connect(volume).connect(audio.destination)
      tone.start(at)
      tone.stop(at + TONE_S)
    }
  }
}
