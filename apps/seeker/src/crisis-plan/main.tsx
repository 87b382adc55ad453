/**
 * The plan in a crisis: a page of its own, with as little as can be between a tap and the first words. No router, no signals, no
 * catalogue of the app; what is on the disk is read straight away. What this cannot do (unlocking) is left to the app.
 */
import '@houvast/ui/tokens.css'
import '@houvast/ui/base.css'
import './crisis-plan.css'
import { findLock } from '@houvast/device-store/toolkit/lock'
import { openRecords } from '@houvast/device-store/toolkit/records'
import { openToolkitDatabase } from '@houvast/device-store/toolkit/toolkit-database'
import { browserKeep, chosenLanguage } from '@houvast/i18n/choose-language'
import { render } from 'preact'
import { leaveNow, leaveOnShift } from '../shell/leave.ts'
import { CrisisPlan } from './crisis-plan.tsx'
import { type KeptPlan, kindsOfPlan, planFrom } from './kept-plan.ts'
import { speakCrisis } from './words.ts'

leaveOnShift()
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-leave]'))
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leaveNow()
  })

const [plan] = await Promise.all([readPlan(), speakCrisis(chosenLanguage(browserKeep()))])
const place = document.getElementById('crisis')
if (place) {
  place.replaceChildren()
  render(<CrisisPlan plan={plan} />, place)
}

async function readPlan(): Promise<KeptPlan | 'locked'> {
  try {
    const database = await openToolkitDatabase()
    if (await findLock(database)) return 'locked'
    const records = openRecords(database)
    return planFrom((await Promise.all(kindsOfPlan.map(records.ofKind))).flat())
  } catch {
    // A browser that keeps nothing: the lines are there all the same.
    return planFrom([])
  }
}
