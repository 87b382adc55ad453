const format = new Intl.DateTimeFormat('nl-BE', { timeZone: 'Europe/Brussels', dateStyle: 'long' })

/** `26 november 2026`. */
export const sayDay = (at: number) => format.format(at)
