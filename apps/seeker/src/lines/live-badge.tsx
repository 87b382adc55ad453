import { t } from '../messages.ts'
import type { LiveLine } from './live-lines.ts'

/** Open, busy or closed: in a word, with a mark of its own shape. */
export function LiveBadge({ live }: { live: LiveLine }) {
  return <span class={`badge badge--${live.state}`}>{t(`live.${live.state}`)}</span>
}
