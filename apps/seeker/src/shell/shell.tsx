/**
 * What every page stands in: name and language, the numbers that are always in sight, *Snel weg*, and the foot.
 *
 * On a phone the numbers and *Snel weg* lie at the bottom, under the thumb; while someone talks they move to the top, so
 * that the keyboard never covers them.
 */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { t } from '../messages.ts'
import { Foot } from './foot.tsx'
import { isInTalk } from './in-talk.ts'
import { leaveOnShift } from './leave.ts'
import { Lifeline } from './lifeline.tsx'
import { Masthead } from './masthead.tsx'

export function Shell({ children }: { children: ComponentChildren }) {
  const talking = useLocation().path.startsWith('/praten/') || isInTalk.value
  useEffect(() => leaveOnShift(), [])

  return (
    <div class={talking ? 'shell shell--talk' : 'shell'}>
      <a class="skip-link" href="#inhoud">
        {t('shell.skip')}
      </a>
      <div class="top">
        <Masthead />
        <Lifeline />
      </div>
      <main id="inhoud" class="shell__main" tabIndex={-1}>
        {children}
      </main>
      {!talking && <Foot />}
    </div>
  )
}
