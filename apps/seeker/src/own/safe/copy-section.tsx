/** The copy on the server: made, brought up to date, erased; and put back, here or on another device, from the words alone. */
import { locales } from '@houvast/i18n/languages'
import { useSignal } from '@preact/signals'
import { o, ownLanguage } from '../messages.ts'
import { bringCopyUpToDate, copyState, eraseCopy, findCopy } from './copy.ts'
import { knownRoot, rememberRoot, rootOf } from './own-words.ts'
import { restore } from './restore.ts'
import { sayWordsProblem } from './say-words-problem.ts'
import { WordsField } from './words-field.tsx'

export function CopySection() {
  const said = useSignal('')
  const isBusy = useSignal(false)
  const hasWords = knownRoot() !== undefined

  async function does(what: () => Promise<string>) {
    if (isBusy.value) return
    isBusy.value = true
    said.value = o('unlock.busy')
    said.value = await what().catch(() => o('copy.failed'))
    isBusy.value = false
  }

  async function putBack(typed: string, version?: number): Promise<string> {
    const root = await rootOf(typed)
    if (!root.ok) return sayWordsProblem(root.why)
    const found = await findCopy(root.root, version)
    if (found === 'unreachable') return o('copy.unreachable')
    if (found === 'none') return o('copy.none')
    const result = await restore(found.records)
    rememberRoot(root.root)
    const newest = found.versions[0]?.writtenOn
    const day = new Intl.DateTimeFormat(locales[ownLanguage()], { dateStyle: 'long' })
    return result === 'done' && newest !== undefined
      ? o('copy.put-back', { when: day.format(newest) })
      : o('copy.failed')
  }

  return (
    <section class="card reading" aria-labelledby="kopie">
      <h2 id="kopie">{o('copy.title')}</h2>
      <p>{o('copy.what')}</p>
      {hasWords ? (
        <p class="actions">
          <button
            type="button"
            class="button button--primary"
            aria-disabled={isBusy.value}
            onClick={() => void does(async () => o(`copy.result.${await bringCopyUpToDate()}`))}
          >
            {o(copyState.value.at === undefined ? 'copy.make' : 'copy.renew')}
          </button>
          {copyState.value.at !== undefined && (
            <button
              type="button"
              class="button button--quiet"
              onClick={() => void does(async () => o((await eraseCopy()) ? 'copy.erased' : 'copy.unreachable'))}
            >
              {o('copy.erase')}
            </button>
          )}
        </p>
      ) : (
        <p>{o('words.first')}</p>
      )}
      <p role="status">{said.value}</p>
      <details class="thing__more">
        <summary>{o('copy.restore')}</summary>
        <p>{o('copy.restore.what')}</p>
        <WordsField
          id="kopie-woorden"
          action={o('copy.restore.go')}
          onWords={(typed) => void does(() => putBack(typed))}
        />
      </details>
    </section>
  )
}
