/** A moment and an amount as the desk writes them: short, in Belgian time. */
const moments = new Intl.DateTimeFormat('nl-BE', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Brussels',
})
const euros = new Intl.NumberFormat('nl-BE', { style: 'currency', currency: 'EUR' })

export const sayMoment = (at: number) => moments.format(at)
export const sayAmount = (cents: number) => euros.format(cents / 100)
