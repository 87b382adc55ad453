import { CheckIcon } from '@houvast/ui/icon.tsx'
import { o } from './messages.ts'
import { ownData } from './own-data.ts'
import { saving } from './saving.ts'

/** Where things stand with what was typed. Never says that it is kept before it is on the disk. */
export function SavedNote() {
  const state = ownData.value.state === 'keeps-nothing' ? 'keeps-nothing' : saving.value
  return (
    <p class={`saved saved--${state}`} role="status">
      {state === 'saved' && <CheckIcon />}
      {o(`own.${state}`)}
    </p>
  )
}
