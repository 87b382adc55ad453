/** For a machine without SMS, and for whoever would rather do it themselves: copy, the phone's own share sheet, a code to scan (M5). */
import { CopyIcon, QrCodeIcon, ShareIcon } from '@houvast/ui/icon.tsx'
import { useSignal } from '@preact/signals'
import { o } from './messages.ts'
import { QrPicture } from './qr-picture.tsx'

export function CopyOrShare({ text }: { text: string }) {
  const said = useSignal('')
  const showsCode = useSignal(false)
  const mayShare = typeof navigator.share === 'function'

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      said.value = o('copy.done')
    } catch {
      said.value = o('copy.not-allowed')
    }
  }

  return (
    <div class="reading">
      <p class="actions">
        <button type="button" class="button" onClick={() => void copy()}>
          <CopyIcon />
          {o('copy')}
        </button>
        {mayShare && (
          <button type="button" class="button" onClick={() => void navigator.share({ text }).catch(() => undefined)}>
            <ShareIcon />
            {o('share')}
          </button>
        )}
        <button
          type="button"
          class="button"
          aria-expanded={showsCode.value}
          onClick={() => {
            showsCode.value = !showsCode.value
          }}
        >
          <QrCodeIcon />
          {o('qr')}
        </button>
      </p>
      <p role="status">{said.value}</p>
      {showsCode.value && <QrPicture text={text} label={o('qr.label')} />}
    </div>
  )
}
