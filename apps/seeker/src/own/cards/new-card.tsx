/** A card of one's own, with a picture if one likes. */
import { useSignal } from '@preact/signals'
import { AutoText } from '../auto-text.tsx'
import { remakePicture, toDataUrl } from '../box/remake-picture.ts'
import { o } from '../messages.ts'
import { type Need, needs } from './cards.ts'
import { ownCards } from './cards-model.ts'

const SIDE_PX = 480

export function NewCard() {
  const title = useSignal('')
  const text = useSignal('')
  const need = useSignal<Need>('rustig')
  const photo = useSignal<string | undefined>(undefined)
  const said = useSignal('')

  async function choose(file: File | undefined) {
    const picture = file && (await remakePicture(file, SIDE_PX))
    photo.value = picture && (await toDataUrl(picture))
    said.value = file && !picture ? o('box.not-a-picture') : ''
  }

  function add(event: Event) {
    event.preventDefault()
    if (title.value.trim() === '') {
      said.value = o('new-card.needs-title')
      return
    }
    ownCards.put({
      ...{ id: crypto.randomUUID(), title: title.value.trim(), text: text.value.trim(), need: need.value },
      ...(photo.value !== undefined && { photo: photo.value }),
    })
    said.value = o('new-card.added')
    title.value = ''
    text.value = ''
    photo.value = undefined
  }

  return (
    <details class="thing__more">
      <summary>{o('new-card.title')}</summary>
      <form class="reading" onSubmit={add}>
        <AutoText
          id="kaart-titel"
          label={o('new-card.name')}
          value={title.value}
          longest={80}
          isOneLine
          onText={(said) => {
            title.value = said
          }}
        />
        <AutoText
          id="kaart-tekst"
          label={o('new-card.text')}
          value={text.value}
          longest={500}
          onText={(said) => {
            text.value = said
          }}
        />
        <div class="field">
          <label class="field__label" for="kaart-soort">
            {o('new-card.need')}
          </label>
          <select
            class="field__input"
            id="kaart-soort"
            value={need.value}
            onChange={(event) => {
              need.value = event.currentTarget.value as Need
            }}
          >
            {needs.map((each) => (
              <option key={each} value={each}>
                {o(`need.${each}`)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label class="field__label" for="kaart-foto">
            {o('new-card.photo')}
          </label>
          <input
            class="field__input"
            id="kaart-foto"
            type="file"
            accept="image/*"
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
        </div>
        <p>
          <button type="submit" class="button">
            {o('new-card.add')}
          </button>
        </p>
        <p role="status">{said.value}</p>
      </form>
    </details>
  )
}
