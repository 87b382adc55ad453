/** «Nood-sms»: texts made at a good moment, one tap from the composer at a bad one. */
import { DISTRESS_TEXT_MAX, type DistressText, isFor, withPosition } from '@houvast/rules/reach-out/distress-text'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import '../contacts/people.css'
import { Page } from '../../shell/page.tsx'
import { AutoText } from '../auto-text.tsx'
import { contactsInOrder } from '../contacts/contacts-model.ts'
import { WaysToReach } from '../contacts/ways-to-reach.tsx'
import { CopyOrShare } from '../copy-or-share.tsx'
import { o } from '../messages.ts'
import { SavedNote } from '../saved-note.tsx'
import { askPosition, type PositionAnswer } from './ask-position.ts'
import { addText, distressTexts, textsInOrder } from './texts-model.ts'

export function TextsPage() {
  const texts = textsInOrder()
  useEffect(() => {
    if (texts.length === 0) addText(o('texts.first'))
  }, [])

  return (
    <Page title={o('texts.title')} lead={o('texts.lead')}>
      <p class="notice">{o('texts.not-watched')}</p>
      <ol class="things plain-list">
        {texts.map((text, at) => (
          <TextCard key={text.id} text={text} number={at + 1} />
        ))}
      </ol>
      <p>
        <button type="button" class="button" onClick={() => addText('')}>
          {o('texts.add')}
        </button>
      </p>
      <SavedNote />
    </Page>
  )
}

function TextCard({ text, number }: { text: DistressText; number: number }) {
  const position = useSignal<PositionAnswer | undefined>(undefined)
  const people = contactsInOrder().filter(({ name, phone, mail }) => name || phone || mail)
  const change = (part: Partial<DistressText>) => distressTexts.change(text.id, part)
  const found = position.value?.ok ? position.value.position : undefined
  const whole = found ? withPosition(text.text, o('texts.i-am-here'), found) : text.text

  return (
    <li class="card thing">
      <h2>{o('texts.nth', { number })}</h2>
      <AutoText
        id={`tekst-${text.id}`}
        label={o('texts.text')}
        hint={o('texts.hint')}
        value={text.text}
        longest={DISTRESS_TEXT_MAX}
        onText={(said) => change({ text: said })}
      />
      {text.offersLocation && (
        <div class="reading">
          <p>{found ? o('texts.with-place', { metres: Math.round(found.accuracyM) }) : o('texts.place-question')}</p>
          <p class="actions">
            <button
              type="button"
              class="button"
              onClick={async () => {
                position.value = found ? undefined : await askPosition()
              }}
            >
              {o(found ? 'texts.without-place' : 'texts.add-place')}
            </button>
          </p>
          <p role="status">{position.value?.ok === false && o(`texts.no-place.${position.value.why}`)}</p>
        </div>
      )}
      <ul class="people plain-list">
        {people
          .filter(({ id }) => isFor(text, id))
          .map((person) => (
            <li key={person.id} class="people__one">
              <h3>{person.name || person.phone}</h3>
              <WaysToReach contact={person} text={whole} />
            </li>
          ))}
      </ul>
      {people.length === 0 && (
        <p>
          {o('texts.no-backups')} <a href="/houvast/backups">{o('contacts.title')}</a>
        </p>
      )}
      <p class="field__hint">{o('texts.opens-only')}</p>
      <CopyOrShare text={whole} />
      <details class="thing__more">
        <summary>{o('texts.settings')}</summary>
        <label class="choice">
          <input
            type="checkbox"
            checked={text.offersLocation}
            onChange={(event) => change({ offersLocation: event.currentTarget.checked })}
          />
          {o('texts.offer-place')}
        </label>
        {people.length > 0 && (
          <fieldset class="choices">
            <legend>{o('texts.for-whom')}</legend>
            {people.map(({ id, name, phone }) => (
              <label key={id} class="choice">
                <input
                  type="checkbox"
                  checked={text.forContacts.includes(id)}
                  onChange={(event) =>
                    change({
                      forContacts: event.currentTarget.checked
                        ? [...text.forContacts, id]
                        : text.forContacts.filter((one) => one !== id),
                    })
                  }
                />
                {name || phone}
              </label>
            ))}
            <p class="field__hint">{o('texts.for-all')}</p>
          </fieldset>
        )}
        <button type="button" class="button button--quiet" onClick={() => distressTexts.remove(text.id)}>
          {o('texts.remove')}
        </button>
      </details>
    </li>
  )
}
