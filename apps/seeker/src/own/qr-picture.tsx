/** A code to scan with another phone's camera, made on this device. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { o } from './messages.ts'

const QUIET = 4

export function QrPicture({ text, label }: { text: string; label: string }) {
  const squares = useSignal<readonly (readonly boolean[])[] | undefined>(undefined)
  const isTooLong = useSignal(false)
  useEffect(() => {
    void import('qr').then(({ encodeQR }) => {
      try {
        squares.value = encodeQR(text, 'raw', { border: QUIET })
      } catch {
        isTooLong.value = true
      }
    })
  }, [text])

  if (isTooLong.value) return <p role="status">{o('qr.too-long')}</p>
  const rows = squares.value
  if (!rows) return null
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg class="qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label}>
      <rect width="100%" height="100%" class="qr__paper" />
      <path d={path} class="qr__ink" />
    </svg>
  )
}
