/** Whether someone answers there now, as far as we know: open here, or a number that is confirmed to answer at this hour. */
import { findService } from '@houvast/directory/find-service'
import { statusOn, wholeDate } from '@houvast/directory/stated'
import { openAt } from '@houvast/rules/opening-hours/open-at'
import type { LiveLine } from '../lines/live-lines.ts'

export function reachableNow(line: string, live: ReadonlyMap<string, LiveLine>, now: number): boolean {
  const here = live.get(line)
  if (here && here.state !== 'closed') return true
  return (findService(line)?.channels ?? []).some(({ by, hours }) => {
    if (by !== 'phone' || !hours || statusOn(hours, now) !== 'confirmed') return false
    const verifiedOn = wholeDate(hours.verifiedOn)
    const standing = { status: 'confirmed' as const, ...(verifiedOn && { verifiedOn }) }
    return openAt({ hours: hours.value.schedule, standing }, now).state === 'open'
  })
}
