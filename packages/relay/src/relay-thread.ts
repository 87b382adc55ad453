/** What the app's thread and the relay's thread say to each other: plain data both ways, one answer for each question. */
import type { Figures } from './figures.ts'
import type { Impairment } from './impairment.ts'
import type { RelayPorts } from './relay.ts'

export type ToRelayThread =
  | { readonly id: number; readonly ask: 'figures' | 'close' }
  | { readonly id: number; readonly ask: 'impair'; readonly impairment?: Impairment; readonly username?: string }
  | { readonly id: number; readonly ask: 'cut'; readonly username?: string }

export type FromRelayThread =
  | { readonly say: 'open'; readonly ports: RelayPorts }
  | { readonly say: 'done'; readonly id: number; readonly figures?: Figures }
