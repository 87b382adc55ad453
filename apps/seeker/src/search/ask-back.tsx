/** One tap that sets the suggestions right, when the search is not sure what somebody means. It goes nowhere, as what was typed. */
import type { AskedBack } from '@houvast/directory/suggest/ask-back'
import type { GuideAge } from '@houvast/directory/suggest/guide'
import { type SubjectId, subjects } from '@houvast/directory/suggest/subjects'
import { themes } from '@houvast/directory/themes'
import { spokenLanguage } from '../messages.ts'
import { s } from './messages.ts'

export type Tapped = { readonly about?: SubjectId | undefined; readonly age?: GuideAge | undefined }

const ages: readonly GuideAge[] = ['under-12', '12-17', '18-24', '25-and-over']

export function AskBack(props: {
  readonly asks: AskedBack
  readonly tapped: Tapped
  readonly onTap: (tapped: Tapped) => void
}) {
  const { asks, tapped, onTap } = props
  return (
    <>
      {asks.about.length > 0 && (
        <Choices
          asks={s('ask.about')}
          choices={inWords(asks.about)}
          chosen={tapped.about}
          onChoose={(about) => onTap({ ...tapped, about })}
        />
      )}
      {(asks.age || tapped.age) && (
        <Choices
          asks={s('guide.age')}
          choices={ages.map((id) => ({ id, says: s(`guide.age.${id}`) }))}
          chosen={tapped.age}
          onChoose={(age) => onTap({ ...tapped, age })}
        />
      )}
    </>
  )
}

/** Each by the name of its theme; «something else» comes last. */
function inWords(about: readonly SubjectId[]) {
  const named = about.filter((id) => subjects[id].theme !== 'anything')
  const other = about.filter((id) => subjects[id].theme === 'anything')
  return [
    ...named.map((id) => ({ id, says: capital(themes[subjects[id].theme][spokenLanguage()]) })),
    ...other.map((id) => ({ id, says: s('ask.else') })),
  ]
}

/** Tapped again, it is taken back. */
function Choices<Id extends string>(props: {
  readonly asks: string
  readonly choices: readonly { readonly id: Id; readonly says: string }[]
  readonly chosen: Id | undefined
  readonly onChoose: (id: Id | undefined) => void
}) {
  const { asks, choices, chosen, onChoose } = props
  return (
    <fieldset class="ask-back">
      <legend>{asks}</legend>
      {choices.map(({ id, says }) => (
        <button
          key={id}
          type="button"
          class="button"
          aria-pressed={chosen === id}
          onClick={() => onChoose(chosen === id ? undefined : id)}
        >
          {says}
        </button>
      ))}
    </fieldset>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
