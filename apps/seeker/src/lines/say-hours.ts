/** Opening hours as people read them: `ma–vr 11:00–17:00, 19:00–20:00`. */
import type { Hours } from '@houvast/directory/service'
import { type Language, locales } from '@houvast/i18n/languages'
import type { WeeklySlot } from '@houvast/rules/opening-hours/opening-hours'

type Words = { readonly dayAndNight: string; readonly everyDay: string }

/** `undefined` when nobody knows. */
export function sayHours(hours: Hours, language: Language, words: Words): string | undefined {
  if (hours.words) return hours.words[language]
  switch (hours.schedule.kind) {
    case 'unknown':
      return undefined
    case 'always':
      return words.dayAndNight
    case 'weekly':
      return sayWeek(hours.schedule.slots, language, words)
  }
}

function sayWeek(slots: readonly WeeklySlot[], language: Language, { everyDay }: Words): string {
  const daysBySpans = new Map<string, number[]>()
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    const spans = slots.filter((slot) => slot.day === day).map(({ from, to }) => `${from}–${to}`)
    if (spans.length === 0) continue
    const key = spans.join(', ')
    daysBySpans.set(key, [...(daysBySpans.get(key) ?? []), day])
  }
  return [...daysBySpans]
    .map(([spans, days]) => `${days.length === 7 ? everyDay : sayDays(days, language)} ${spans}`)
    .join('; ')
}

/** `ma–vr`, or `ma, di, do` where days are missing in between. */
function sayDays(days: readonly number[], language: Language): string {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
    .flatMap((run) => {
      const names = run.map((day) => dayName(day, language))
      return run.length > 2 ? [`${names[0]}–${names.at(-1)}`] : names
    })
    .join(', ')
}

/** 1 January 2024 was a Monday. */
function dayName(day: number, language: Language): string {
  const date = new Date(Date.UTC(2024, 0, day))
  return new Intl.DateTimeFormat(locales[language], { weekday: 'short', timeZone: 'UTC' }).format(date).replace('.', '')
}
