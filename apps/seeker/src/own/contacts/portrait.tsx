import type { Contact } from '@houvast/rules/reach-out/contact'
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { remakePicture, toDataUrl } from '../box/remake-picture.ts'
import { o } from '../messages.ts'
import { OwnPicture } from '../own-picture.tsx'

const SIDE_PX = 192

/** The face of a BackUp, or the first letter of the name. A tap chooses a picture, which is made anew and small. */
export function Portrait({ contact, onPhoto }: { contact: Contact; onPhoto: (photo: string) => void }) {
  const file = useRef<HTMLInputElement>(null)
  const problem = useSignal('')
  const label = o('contact.photo', { name: contact.name || o('contact.new') })

  async function choose(chosen: File | undefined) {
    if (!chosen) return
    const picture = await remakePicture(chosen, SIDE_PX)
    problem.value = picture ? '' : o('box.not-a-picture')
    if (picture) onPhoto(await toDataUrl(picture))
  }

  return (
    <>
      <button type="button" class="portrait" aria-label={label} onClick={() => file.current?.click()}>
        {contact.photo ? (
          <OwnPicture source={contact.photo} />
        ) : (
          <span aria-hidden="true">{initialOf(contact.name)}</span>
        )}
      </button>
      <input
        ref={file}
        type="file"
        hidden
        accept="image/*"
        aria-label={label}
        onChange={(event) => void choose(event.currentTarget.files?.[0])}
      />
      <span role="alert">{problem.value}</span>
    </>
  )
}

const initialOf = (name: string) => [...name.trim()][0]?.toUpperCase() ?? '+'
