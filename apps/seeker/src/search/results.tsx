/**
 * What the search and the guide lead to: danger first, then one suggestion and two others, and numbers that answer day and
 * night when none of the three can be reached now. A screen reader hears of it once, when the writing pauses.
 */
import { findService } from '@houvast/directory/find-service'
import type { Writer } from '@houvast/directory/suggest/audience'
import type { Choice } from '@houvast/directory/suggest/choose-lines'
import type { DangerId } from '@houvast/directory/suggest/dangers'
import { InfoIcon } from '@houvast/ui/icon.tsx'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import './search.css'
import { DayAndNight } from '../lines/day-and-night.tsx'
import { followLiveLines, liveLines } from '../lines/live-lines.ts'
import { Announcement } from './announcement.tsx'
import { DangerPanel } from './danger-panel.tsx'
import { s } from './messages.ts'
import { reachableNow } from './reachable-now.ts'
import { SuggestionCard } from './suggestion-card.tsx'

export type Found = Choice & { readonly writer: Writer; readonly dangers: readonly DangerId[] }

export function Results({ found, children }: { found: Found; children?: ComponentChildren }) {
  useEffect(() => followLiveLines(), [])
  const { suggestions, writer, dangers, notKnownToRun } = found
  const [first, ...others] = suggestions
  const state = liveLines.state.value
  const live = state.is === 'known' ? state.byId : new Map()
  return (
    <>
      <Announcement>{sayAll(found)}</Announcement>
      <DangerPanel kinds={dangers} />
      <section class="section" aria-labelledby="voorstellen">
        <h2 id="voorstellen" tabIndex={-1}>
          {s('result.title')}
        </h2>
        {notKnownToRun.map((line) => (
          <div key={line} class="notice">
            <InfoIcon />
            <p>{s('result.not-known-to-run', { name: findService(line)?.name ?? line })}</p>
          </div>
        ))}
        {first && <SuggestionCard suggestion={first} writer={writer} />}
        {children}
        <ul class="suggestions plain-list" aria-label={s('result.others')}>
          {others.map((suggestion) => (
            <li key={suggestion.line}>
              <SuggestionCard suggestion={suggestion} writer={writer} after={first} />
            </li>
          ))}
        </ul>
        {!suggestions.some(({ line }) => reachableNow(line, live, Date.now())) && (
          <>
            <p>{s('result.now')}</p>
            <DayAndNight />
          </>
        )}
        <p>
          <a href="/hulplijnen">{s('result.all')}</a>
        </p>
      </section>
    </>
  )
}

function sayAll({ suggestions, dangers }: Found): string {
  const [first = '', second = '', third = ''] = suggestions.map(({ line }) => findService(line)?.name ?? line)
  const said = dangers.map((kind) => s('result.announce-danger', { danger: s(`danger.${kind}`) }))
  return [...said, s('result.announce', { first, second, third })].join(' ')
}
