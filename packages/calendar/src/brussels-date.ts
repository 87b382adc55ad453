/**
 * A moment that shows the clock in Belgium, whatever zone this program runs in. ical-generator reads a Date by its own
 * zone, except of this shape, which is that of `@date-fns/tz`.
 */
import type { ICalTZDateStub } from 'ical-generator'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
})

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'

export class BrusselsDate extends Date implements ICalTZDateStub {
  readonly internal = new Date(this.getTime())
  readonly timeZone = 'Europe/Brussels'

  withTimeZone() {
    return this
  }
  tzComponents(): [string, string, string] {
    return ['', '', '']
  }
  override getFullYear = () => this.#shown('year')
  override getMonth = () => this.#shown('month') - 1
  override getDate = () => this.#shown('day')
  override getHours = () => this.#shown('hour')
  override getMinutes = () => this.#shown('minute')
  override getSeconds = () => this.#shown('second')

  #shown(part: Part): number {
    return Number(clock.formatToParts(this.getTime()).find(({ type }) => type === part)?.value)
  }
}
