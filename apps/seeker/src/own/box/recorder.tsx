/** A recording of one's own voice, or of somebody dear. The browser asks for the microphone; nothing leaves the device. */
import { MicIcon } from '@houvast/ui/icon.tsx'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { o } from '../messages.ts'

export function Recorder({ onRecorded }: { onRecorded: (sound: Blob) => void }) {
  const isRecording = useSignal(false)
  const problem = useSignal('')
  const recorder = useRef<MediaRecorder | undefined>(undefined)
  useEffect(() => () => stop(), [])

  function stop() {
    const now = recorder.current
    if (now && now.state !== 'inactive') now.stop()
  }

  async function toggle() {
    if (isRecording.value) return stop()
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const made = new MediaRecorder(stream)
      const parts: Blob[] = []
      made.ondataavailable = ({ data }) => parts.push(data)
      made.onstop = () => {
        for (const track of stream.getTracks()) track.stop()
        isRecording.value = false
        if (parts.length > 0) onRecorded(new Blob(parts, { type: made.mimeType || 'audio/webm' }))
      }
      recorder.current = made
      made.start()
      isRecording.value = true
      problem.value = ''
    } catch {
      problem.value = o('box.no-microphone')
    }
  }

  if (typeof MediaRecorder === 'undefined') return null
  return (
    <>
      <button type="button" class="button" aria-pressed={isRecording.value} onClick={() => void toggle()}>
        <MicIcon />
        {o(isRecording.value ? 'box.stop' : 'box.record')}
      </button>
      <span role="status">{problem.value || (isRecording.value ? o('box.recording-now') : '')}</span>
    </>
  )
}
