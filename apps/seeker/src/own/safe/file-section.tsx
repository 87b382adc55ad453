/** Everything in one sealed file, pictures and recordings too. */
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { boxEntries } from '../box/box-model.ts'
import { o } from '../messages.ts'
import { offerFile } from '../offer-file.ts'
import { openedRecords } from '../own-data.ts'
import { makeBackup, openBackup } from './backup.ts'
import { knownRoot, rememberRoot, rootOf } from './own-words.ts'
import { restore } from './restore.ts'
import { sayWordsProblem } from './say-words-problem.ts'
import { WordsField } from './words-field.tsx'

export function FileSection() {
  const said = useSignal('')
  const file = useRef<HTMLInputElement>(null)
  const root = knownRoot()

  async function save() {
    const records = openedRecords()
    if (!records || !root) return
    said.value = o('unlock.busy')
    const media = boxEntries.items.value.flatMap(({ media }) => (media === undefined ? [] : [media]))
    const backup = await makeBackup(root, await records.all(), media)
    offerFile(backup, `houvast-${new Date().toISOString().slice(0, 10)}.houvast`)
    said.value = o('file.made')
  }

  async function putBack(typed: string) {
    const chosen = file.current?.files?.[0]
    if (!chosen) {
      said.value = o('file.choose-first')
      return
    }
    const words = await rootOf(typed)
    if (!words.ok) {
      said.value = sayWordsProblem(words.why)
      return
    }
    said.value = o('unlock.busy')
    const backup = await openBackup(words.root, chosen)
    if (!backup.ok) {
      said.value = o(`file.${backup.why}`)
      return
    }
    said.value = o(`file.restored.${await restore(backup.value.records, backup.value.media)}`)
    rememberRoot(words.root)
  }

  return (
    <section class="card reading" aria-labelledby="bestand">
      <h2 id="bestand">{o('file.title')}</h2>
      <p>{o('file.what')}</p>
      <p>
        {root ? (
          <button type="button" class="button" onClick={() => void save()}>
            {o('file.make')}
          </button>
        ) : (
          o('words.first')
        )}
      </p>
      <p role="status">{said.value}</p>
      <details class="thing__more">
        <summary>{o('file.restore')}</summary>
        <div class="field">
          <label class="field__label" for="reservebestand">
            {o('file.choose')}
          </label>
          <input
            ref={file}
            class="field__input"
            id="reservebestand"
            type="file"
            accept=".houvast,application/octet-stream"
          />
        </div>
        <WordsField id="bestand-woorden" action={o('copy.restore.go')} onWords={(typed) => void putBack(typed)} />
      </details>
    </section>
  )
}
