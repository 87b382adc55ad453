/**
 * One helpline or other service: for whom, about what, how to reach it, and what someone should know before they start.
 *
 * `undefined` means that we do not know, and the page says so. Nothing here says «open now»: that is said only by lines that
 * run on this platform (`GET /api/lines`).
 */
import type { OpeningHours } from '@houvast/rules/opening-hours/opening-hours'
import type { Stated } from './stated.ts'
import type { Text } from './text.ts'
import type { ThemeId } from './themes.ts'

export type Service = {
  readonly id: string
  readonly name: string
  readonly profile: Stated<Profile>
  readonly channels: readonly Channel[]
  readonly site?: Stated<string>
  readonly answeredBy?: Stated<Text>
  readonly kept?: Stated<Text>
  readonly confidentialityEnds?: Stated<Text>
  /** What someone must know before they choose it. */
  readonly note?: Stated<Text>
}

export type Profile = {
  readonly forWhom: Text
  readonly themes: readonly ThemeId[]
  readonly ages?: { readonly from?: number; readonly to?: number }
  /** Languages the service itself speaks, when it is not Dutch. */
  readonly speaks?: readonly ('fr' | 'en')[]
}

export type Channel = {
  readonly by: 'phone' | 'chat' | 'mail' | 'forum' | 'on-site'
  /** As people write it: `0800 13 500`. */
  readonly number?: Stated<string>
  readonly free?: Stated<boolean>
  readonly hours?: Stated<Hours>
  /** The longest a talk lasts. */
  readonly minutesMax?: Stated<number>
  readonly note?: Stated<Text>
}

export type Hours = {
  readonly schedule: OpeningHours
  /** When the source was less exact than a schedule. */
  readonly words?: Text
}
