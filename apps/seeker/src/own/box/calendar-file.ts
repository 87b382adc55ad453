/** A day to look forward to, for the phone's own calendar: it reminds, also when this page is closed. RFC 5545, by ical-generator. */
export async function calendarFile({ id, title, date }: { id: string; title: string; date: string }): Promise<Blob> {
  const { default: createCalendar } = await import('ical-generator')
  const calendar = createCalendar({ prodId: { company: 'Houvast', product: 'BackUp Box' } })
  const start = new Date(`${date}T00:00:00Z`)
  const event = calendar.createEvent({ id: `${id}@houvast`, start, allDay: true, summary: title })
  event.createAlarm({ type: 'display' as never, trigger: 0 })
  return new Blob([calendar.toString()], { type: 'text/calendar' })
}
