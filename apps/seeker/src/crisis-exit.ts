/**
 * The crisis page works without any script. Where scripts run, this lets *Snel weg* there empty the screen and replace the
 * page, as everywhere else.
 */
import { leaveNow, leaveOnShift } from './shell/leave.ts'

leaveOnShift()
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-leave]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leaveNow()
  })
}
