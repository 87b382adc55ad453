/** A text that is ready for a bad moment (nood-sms): for one BackUp or for all, with a place that is only filled in then. */
export type DistressText = {
  readonly id: string
  readonly text: string
  readonly place: number
  /** Ids of BackUps; empty: for all. */
  readonly forContacts: readonly string[]
  /** Whether to offer, at the moment itself, to say where I am (M3). */
  readonly offersLocation: boolean
}

export const DISTRESS_TEXT_MAX = 480

export function isFor({ forContacts }: DistressText, contact: string): boolean {
  return forContacts.length === 0 || forContacts.includes(contact)
}

export type Position = { readonly latitude: number; readonly longitude: number; readonly accuracyM: number }

/** Five decimals are about a metre. A link that any map understands, and no map service is asked by us. */
export function withPosition(text: string, words: string, { latitude, longitude }: Position): string {
  const [lat, lon] = [latitude, longitude].map((degrees) => degrees.toFixed(5))
  return `${text.trimEnd()}\n${words} https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`
}
