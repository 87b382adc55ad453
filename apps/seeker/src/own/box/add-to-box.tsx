/** What can be put in the box: a file, a recording made here, or words. */
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { o } from '../messages.ts'
import { addToBox, type BoxType } from './box-model.ts'
import { storeMedia } from './media.ts'
import { Recorder } from './recorder.tsx'
import { remakePicture } from './remake-picture.ts'

const written: readonly BoxType[] = ['quote', 'letter', 'reason', 'link', 'moment']

export function AddToBox() {
  const said = useSignal('')
  const file = useRef<HTMLInputElement>(null)

  async function put(type: 'picture' | 'film' | 'sound', media: Blob, title = '') {
    const stored = await storeMedia(media)
    if (stored === 'no-room') {
      said.value = o('box.no-room')
      return
    }
    addToBox(type, { media: stored.id, title })
  }

  async function choose(files: FileList | null) {
    said.value = ''
    const list = [...(files ?? [])]
    for (const [at, one] of list.entries()) {
      if (list.length > 1) said.value = o('box.busy', { at: at + 1, of: list.length })
      await addFile(one)
    }
    if (said.value.includes('…')) said.value = ''
    if (file.current) file.current.value = ''
  }

  async function addFile(one: File) {
    if (one.type.startsWith('video/')) return put('film', one, one.name)
    if (one.type.startsWith('audio/')) return put('sound', one, one.name)
    const picture = await remakePicture(one)
    if (picture) return put('picture', picture)
    said.value = o('box.not-a-picture')
  }

  return (
    <section class="reading" aria-labelledby="erbij">
      <h2 id="erbij">{o('box.add')}</h2>
      <p class="actions">
        <button type="button" class="button" onClick={() => file.current?.click()}>
          {o('box.file')}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          multiple
          accept="image/*,video/*,audio/*"
          aria-label={o('box.file')}
          onChange={(event) => void choose(event.currentTarget.files)}
        />
        <Recorder onRecorded={(sound) => void put('sound', sound, o('box.recording'))} />
        {written.map((type) => (
          <button
            key={type}
            type="button"
            class="button"
            onClick={() => {
              const { id } = addToBox(type)
              requestAnimationFrame(() => document.getElementById(`box-${id}`)?.focus())
            }}
          >
            {o(`box.${type}`)}
          </button>
        ))}
      </p>
      <p role="status">{said.value}</p>
    </section>
  )
}
