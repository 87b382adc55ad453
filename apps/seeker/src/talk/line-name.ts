import { computed } from '@preact/signals'
import { liveLines } from '../lines/live-lines.ts'

/** The name of a line that runs here, or its id until that is known. */
export const nameOfLine = (id: string) =>
  computed(() => {
    const live = liveLines.state.value
    return (live.is === 'known' && live.byId.get(id)?.name) || id
  })
