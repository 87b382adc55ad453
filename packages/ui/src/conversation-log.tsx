/**
 * The log as people see it. New words are said once by a polite live region of their own; the list itself is not live,
 * so that a reload or an older message does not make a screen reader tell everything again.
 */
import { useEffect } from 'preact/hooks'

export type ShownEntry =
  | {
      readonly key: string
      readonly from: 'me' | 'other'
      readonly name?: string | undefined
      readonly text: string
      /** Under one's own words: how far they have come. */
      readonly state?: string | undefined
      readonly isRefused?: boolean
      /** Something the words lead to, in place of an address that nobody can read. */
      readonly action?: { readonly address: string; readonly label: string } | undefined
    }
  | { readonly key: string; readonly note: string }

const NEAR_END_PX = 120

type Props = {
  readonly entries: readonly ShownEntry[]
  readonly label: string
  /** Whether the page goes along with what comes in. */
  readonly follows?: boolean
}

export function ConversationLog({ entries, label, follows = false }: Props) {
  const lastKey = entries.at(-1)?.key

  useEffect(() => {
    if (follows && lastKey && isNearEnd()) window.scrollTo({ top: document.documentElement.scrollHeight })
  }, [lastKey])

  return (
    <ol class="talk-log" aria-label={label}>
      {entries.map((entry) =>
        'note' in entry ? (
          <li key={entry.key} class="talk-note">
            {entry.note}
          </li>
        ) : (
          <li
            key={entry.key}
            class={`bubble bubble--${entry.from}${entry.isRefused ? ' bubble--refused' : ''}`}
            dir="auto"
          >
            {entry.name && <span class="bubble__name">{entry.name}</span>}
            {entry.text}
            {entry.action && (
              <a class="button" href={entry.action.address} target="_blank" rel="noreferrer noopener">
                {entry.action.label}
              </a>
            )}
            {entry.state && <span class="bubble__state">{entry.state}</span>}
          </li>
        ),
      )}
    </ol>
  )
}

/** Whoever reads back is not pulled away; whoever is at the end stays there. */
function isNearEnd(): boolean {
  const page = document.documentElement
  return page.scrollHeight - page.scrollTop - page.clientHeight < NEAR_END_PX + window.innerHeight / 2
}

/** Says each new message of the other side once. `said` is the newest; what was there at the start stays unsaid. */
export function SayOnce({ said }: { said: string }) {
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {said}
    </p>
  )
}
